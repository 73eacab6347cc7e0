import { describe, expect, test } from 'vitest'
import { agreed, expectRefusal } from '../../../tests/support/policy.ts'
import { checkPayee, isForeignHolder, payeeAccount } from './payee-account.ts'

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

describe('the account that a release was shown', () => {
  const former = { ...account, id: 'former' }
  const standing = { ...account, id: 'standing', number: '62220000' }

  test('is paid to while it stands, and none while none is named', () => {
    expect(checkPayee('standing', [standing, former], 'G3.6')).toBeNull()
    expect(checkPayee(null, [], 'G3.6')).toBeNull()
  })

  test.each([
    ['former', [standing, former], '1933****2345', '****0000'],
    [null, [standing], '未登记', '****0000'],
    ['foreign', [standing], '未登记', '****0000'],
    ['former', [], '未登记', '未登记'],
  ] as const)('%s is refused once another one stands, with both', (shown, named, was, now) => {
    const no = expectRefusal(checkPayee(shown, named, 'G3.6'), 'funds.payee-changed', 'G3.6', 'payeeAccountId')
    expect(no.facts.wasZh).toContain(was)
    expect(no.facts.nowZh).toContain(now)
    for (const { number } of [standing, former]) expect(JSON.stringify(no.facts)).not.toContain(number)
  })

  test('is pointed out where its holder is not the park', () => {
    expect(isForeignHolder({ holder: '嘉善归谷 智造园' }, '嘉善归谷智造园')).toBe(false)
    expect(isForeignHolder({ holder: '嘉善建设投资有限公司' }, '嘉善归谷智造园')).toBe(true)
  })
})
