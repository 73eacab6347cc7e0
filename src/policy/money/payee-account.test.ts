import { describe, expect, test } from 'vitest'
import { agreed, expectRefusal } from '../../../tests/support/policy.ts'
import { payeeAccount } from './payee-account.ts'

const account = { holder: '嘉善归谷智造园', bank: '农业银行嘉善支行', number: '19330101040012345' }

describe('the account that a pilot is paid to (G3.6)', () => {
  test('is kept as digits, however it was typed', () => {
    expect(
      agreed(payeeAccount({ ...account, holder: ' 嘉善归谷智造园 ', number: '1933 0101-0400 １２３４５' }, 'G3.6')),
    ).toEqual(account)
  })

  test.each([
    ['holder', '', 'funds.payee-holder-missing'],
    ['bank', ' ', 'funds.payee-bank-missing'],
    ['number', '', 'funds.payee-number-wrong'],
    ['number', '1234567', 'funds.payee-number-wrong'],
    ['number', '1'.repeat(31), 'funds.payee-number-wrong'],
    ['number', '1933A101040012345', 'funds.payee-number-wrong'],
  ] as const)('is refused with %s %j', (field, value, code) => {
    expectRefusal(payeeAccount({ ...account, [field]: value }, 'G3.6'), code, 'G3.6', field)
  })

  test('is told everything at once', () => {
    const no = expectRefusal(
      payeeAccount({ holder: '', bank: '', number: '' }, 'G3.6'),
      'funds.payee-holder-missing',
      'G3.6',
    )
    expect(no.also.map(({ field }) => field)).toEqual(['bank', 'number'])
  })
})
