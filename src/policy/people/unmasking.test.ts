import { expect, test } from 'vitest'
import { personalFields } from './personal-data.ts'
import { mayUnmask, type Unmaskable, unmaskable, unmaskableList, whyNotUnmasked } from './unmasking.ts'

const readers = {
  park: { unitKind: 'park', bureau: null },
  enterprise: { unitKind: 'enterprise', bureau: null },
  expert: { unitKind: 'county', bureau: null },
  administrator: { unitKind: 'province', bureau: null },
  countyEconomy: { unitKind: 'county', bureau: 'economy' },
  countyFinance: { unitKind: 'zone', bureau: 'finance' },
  provinceEconomy: { unitKind: 'province', bureau: 'economy' },
  provinceFinance: { unitKind: 'province', bureau: 'finance' },
} as const
const every = ['countyEconomy', 'countyFinance', 'provinceEconomy', 'provinceFinance']
const expected: Record<Unmaskable, readonly string[]> = {
  'contact-phone': ['countyEconomy'],
  'payee-number': ['countyFinance', 'provinceFinance'],
  'officer-phone': every,
  'officer-mobile': every,
  'objection-contact': ['countyEconomy', 'countyFinance'],
  'answer-address': every,
}

test.each(unmaskableList)('%s is shown to whom it concerns, and to nobody without a reason', (of) => {
  const asking = Object.entries(readers)
  expect(asking.filter(([, reader]) => mayUnmask(reader, of)).map(([name]) => name)).toEqual(expected[of])
  for (const [name, reader] of asking) {
    const mine = expected[of].includes(name)
    expect(whyNotUnmasked(reader, of, '核对账户信息')?.code ?? null).toBe(mine ? null : 'personal.not-yours')
    const no = whyNotUnmasked(reader, of, ' ')
    expect([no?.code, no?.also.length]).toEqual(mine ? ['common.reason-missing', 0] : ['personal.not-yours', 1])
    expect(whyNotUnmasked(reader, of, '1')).not.toBeNull()
  }
})

test('every value that can be unmasked is listed with what is kept of persons', () => {
  const listed = personalFields.flatMap(({ columns }) => columns)
  for (const of of unmaskableList) expect(listed).toContain(unmaskable[of].column)
})
