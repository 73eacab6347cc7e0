import { describe, expect, test } from 'vitest'
import { expectRefusal } from '../../../tests/support/policy.ts'
import { refusalsIn } from '../../shared/refusal.ts'
import { kindOf, numberKey, registerKinds, registerSortList, stepOf, validUntil } from '../records/register.ts'
import {
  checkEntry,
  checkEntryCorrection,
  entryTwice,
  mayCorrectEntry,
  type RegisterEntry,
  type StandingEntry,
} from './register-entry.ts'

const right: RegisterEntry = {
  kind: 'intellectual-property',
  sort: 'invention',
  number: 'ZL 2025 1 0000001.2',
  on: '2026-03-02',
  party: '嘉善精工有限公司',
  amountFen: null,
}
const title: RegisterEntry = {
  ...right,
  kind: 'title',
  sort: 'srdi',
  number: '浙经信企服〔2026〕9号',
  party: '省经信厅',
}
const loan: RegisterEntry = {
  ...right,
  kind: 'financing',
  sort: 'loan',
  number: 'JK-1',
  party: '某银行',
  amountFen: 5_000_000_00,
}
const check = (entry: RegisterEntry, standing: readonly StandingEntry[] = [], today = '2026-06-30') =>
  checkEntry(entry, { today, enterprise: '嘉善精工有限公司', standing })
const standing = (more: Partial<StandingEntry>): StandingEntry => ({
  kind: 'title',
  sort: 'srdi',
  number: '浙经信企服〔2024〕1号',
  on: '2024-05-01',
  ...more,
})

describe('an entry of a register (G3.5)', () => {
  test.each([right, title, loan])('$kind is sound', (entry) => {
    expect(check(entry)).toBeNull()
  })

  test.each([
    [{ ...right, sort: 'loan' }, 'register.sort-of-another-kind', 'sort'],
    [{ ...right, number: '——' }, 'register.number-missing', 'number'],
    [{ ...right, party: ' ' }, 'register.party-missing', 'party'],
    [{ ...right, party: '另一家有限公司' }, 'register.holder-is-another', 'party'],
    [{ ...loan, amountFen: null }, 'register.amount-missing', 'amountFen'],
    [{ ...loan, amountFen: 0 }, 'register.amount-missing', 'amountFen'],
    [{ ...loan, amountFen: 10_000_000 * 1_000_000 + 1 }, 'register.amount-impossible', 'amountFen'],
  ] as const)('%o is refused', (entry, code, field) => {
    expectRefusal(check(entry), code, 'G3.4', field)
  })

  test('not of a day to come, and all that is wrong at once', () => {
    expectRefusal(check({ ...right, on: '2026-07-01' }), 'common.day-in-future', 'G3.4', 'on')
    const all = check({ ...right, on: '', number: '', party: '' })
    expect((all ? refusalsIn(all) : []).map((one) => one.field)).toEqual(['number', 'on', 'party'])
  })

  test('a number stands once, however it is written', () => {
    const same = { ...standing({}), kind: right.kind, sort: 'design' as const, number: 'ＺＬ20251 0000001-2' }
    expectRefusal(check(right, [same]), 'register.number-twice', 'G3.4', 'number')
    expectRefusal(entryTwice('certificate'), 'register.number-twice', 'G3.4', 'number')
    expect(numberKey('（浙）认证字 第 001 号')).toBe('浙认证字第001号')
  })

  test('a patent is one with ZL before its number and without', () => {
    for (const number of ['ZL 2025 1 0000001.X', '202510000001X', 'zl20251000000１-x'])
      expect(numberKey(number)).toBe('202510000001X')
    expect(numberKey('ZL2025-认-7')).toBe('ZL2025认7')
  })

  test('the first step goes by its name of the day of the list: renamed on 1 April 2026', () => {
    const first = { ...title, sort: 'innovative' }
    expect(check({ ...first, on: '2026-03-31' })).toBeNull()
    expectRefusal(check({ ...first, on: '2026-04-01' }), 'register.title-no-more', 'G3.4', 'sort')
    expect(check({ ...first, sort: 'tech-innovative', on: '2026-04-01' })).toBeNull()
    expectRefusal(
      check({ ...first, sort: 'tech-innovative', on: '2026-03-31' }),
      'register.title-not-yet',
      'G3.4',
      'sort',
    )
  })

  test('a title is valid for three years, and no other of its step is new meanwhile', () => {
    expect(validUntil('title', 'srdi', '2024-05-01')).toBe('2027-04-30')
    expect(validUntil('title', 'srdi', '2024-02-29')).toBe('2027-02-28')
    expect(validUntil('title', 'above-scale', '2024-05-01')).toBeNull()
    expect(validUntil('financing', 'loan', '2024-05-01')).toBeNull()
    expectRefusal(check(title, [standing({})]), 'register.title-held', 'G3.4', 'sort')
    expect(check(title, [standing({ on: '2023-03-02' })])).toBeNull()
    expectRefusal(check({ ...title, on: '2022-01-01' }, [standing({})]), 'register.title-held', 'G3.4', 'sort')
    const renamed = { ...title, sort: 'tech-innovative', on: '2026-05-01' }
    expectRefusal(check(renamed, [standing({ sort: 'innovative' })]), 'register.title-held', 'G3.4', 'sort')
    expect(check(title, [standing({ sort: 'high-tech' })])).toBeNull()
  })

  test('is corrected by who recorded it or the manager, with a reason, until it is withdrawn', () => {
    const by = { by: 'a', recordedBy: 'a', manager: false, withdrawn: false }
    expect(mayCorrectEntry(by)).toBeNull()
    expect(mayCorrectEntry({ ...by, by: 'b', manager: true })).toBeNull()
    expectRefusal(mayCorrectEntry({ ...by, by: 'b' }), 'services.correction-by-another', 'G1.3')
    expectRefusal(mayCorrectEntry({ ...by, withdrawn: true }), 'register.withdrawn', 'G3.4')
    expectRefusal(checkEntryCorrection({ reason: '', changed: true }), 'common.reason-missing', 'G3.4', 'reason')
    expectRefusal(checkEntryCorrection({ reason: '文号录错了', changed: false }), 'common.nothing-changed', 'G3.4')
  })

  test('every sort is of one kind, and on one step', () => {
    expect(new Set(registerSortList).size).toBe(registerSortList.length)
    for (const sort of registerSortList) expect(registerKinds[kindOf(sort)].sorts).toHaveProperty([sort])
    expect([stepOf('innovative'), stepOf('tech-innovative'), stepOf('little-giant')]).toEqual([
      'first',
      'first',
      'little-giant',
    ])
  })
})
