import { describe, expect, test } from 'vitest'
import { expectRefusal } from '../../../tests/support/policy.ts'
import { refusalsIn } from '../../shared/refusal.ts'
import type { FormContent, FormRow } from './forms.ts'
import { admitsOfficers, liaisonGaps, officersOf, seatChanges, servesOn } from './liaison.ts'

const parks = ['嘉善归谷智造园', '嘉善大云精密园']

function officer(unitKind: string, unit: string, seat: string, more: Record<string, string> = {}): FormRow {
  const name = more.name ?? `${unit}联络员${seat}`
  const number = [...`${name}`].reduce((sum, one) => (sum * 7 + (one.codePointAt(0) ?? 0)) % 10_000, 1)
  const phone = `0573-8000${String(number).padStart(4, '0')}`
  return {
    id: `${unit}${seat}${name}`,
    unitKind,
    unit,
    name,
    office: '企业服务科',
    duty: '',
    phone,
    mobile: '',
    seat,
    from: '2026-04-01',
    until: '',
    remark: '',
    ...more,
  }
}

const complete: readonly FormRow[] = [
  officer('economy', '嘉善县经信局', 'A'),
  officer('economy', '嘉善县经信局', 'B'),
  officer('finance', '嘉善县财政局', 'A'),
  officer('finance', '嘉善县财政局', 'B'),
  ...parks.map((park) => officer('park', park, 'A')),
]
const list = (rows: readonly FormRow[]): FormContent => ({ officers: { rows } })
const gaps = (rows: readonly FormRow[]) => liaisonGaps(list(rows), parks).map((gap) => [gap.field, gap.zh])
const changed = (at: number, more: Record<string, string>) =>
  complete.map((row, i) => (i === at ? { ...row, ...more } : row))

describe('the liaison list of a county (G5.1, GA3)', () => {
  test('names a first officer and a deputy of both bureaus and a first officer of each pilot park', () => {
    expect(gaps(complete)).toEqual([])
    expect(gaps([])).toEqual([
      ['rows', '缺少经信部门 A 角。'],
      ['rows', '缺少经信部门 B 角。'],
      ['rows', '缺少财政部门 A 角。'],
      ['rows', '缺少财政部门 B 角。'],
      ['rows', '缺少嘉善归谷智造园 A 角。'],
      ['rows', '缺少嘉善大云精密园 A 角。'],
    ])
    expect(gaps(complete.slice(0, 5))).toEqual([['rows', '缺少嘉善大云精密园 A 角。']])
  })

  test('knows no park that is no pilot of the county', () => {
    const foreign = [...complete, officer('park', '海宁皮革时尚园', 'A')]
    expect(gaps(foreign)).toEqual([['rows.6.unit', '第 7 行：海宁皮革时尚园不是本县本批次试点园区。']])
  })

  test('has numbers that can be called', () => {
    expect(gaps(changed(0, { mobile: '1380000000' }))[0]?.[0]).toBe('rows.0.mobile')
    expect(gaps(changed(0, { phone: '80001' }))[0]?.[0]).toBe('rows.0.phone')
    expect(gaps(changed(0, { mobile: '138 0000 0000', phone: '（0573）84000001' }))).toEqual([])
  })

  test('holds one person in a seat at a time, and another after them', () => {
    const second = officer('economy', '嘉善县经信局', 'A', { name: '接任者' })
    expect(gaps([...complete, second])).toEqual([['rows.6.seat', '第 7 行：与第 1 行同一单位同一角色，起止日期重叠。']])
    const later = { ...second, from: '2026-07-01' }
    expect(gaps([...changed(0, { until: '2026-06-30' }), later])).toEqual([])
  })
})

describe('nobody holds two posts (G5.1)', () => {
  const admits = (rows: readonly FormRow[]) => admitsOfficers({ rows }, 'G5.1')

  test('not two units, not both seats, however the number is written', () => {
    expect(admits(complete)).toBeNull()
    const [first] = complete
    const same = { name: String(first?.name), phone: String(first?.phone) }
    const twice = officer('finance', '嘉善县财政局', 'B', { ...same, phone: same.phone.replace('-', ' ') })
    const refusal = expectRefusal(admits([...complete, twice]), 'liaison.two-posts', 'G5.1', 'content.rows.6.name')
    expect(refusal.facts).toMatchObject({ first: 1, second: 7 })
    expectRefusal(admits([...complete, officer('economy', '嘉善县经信局', 'B', same)]), 'liaison.two-posts', 'G5.1')
  })

  test('a namesake with other numbers is somebody else, and one after the other is no two posts', () => {
    const [first] = complete
    const name = String(first?.name)
    expect(admits([...complete, officer('park', parks[0] ?? '', 'B', { name, phone: '0573-84990001' })])).toBeNull()
    const moved = officer('finance', '嘉善县财政局', 'A', { name, phone: String(first?.phone), from: '2026-07-01' })
    expect(admits([...changed(0, { until: '2026-06-30' }), moved])).toBeNull()
  })

  test('all of it is told at once', () => {
    const [first] = complete
    const same = officer('finance', '嘉善县财政局', 'B', { name: String(first?.name), phone: String(first?.phone) })
    const turned = changed(1, { until: '2026-03-31' }).map((row, i) =>
      i === 2 ? { ...row, until: '2026-03-01' } : row,
    )
    const no = admits([...turned, same])
    expect(no && refusalsIn(no).map(({ field }) => field)).toEqual([
      'content.rows.1.until',
      'content.rows.2.until',
      'content.rows.6.name',
    ])
  })

  test('no end before its beginning', () => {
    expectRefusal(
      admits(changed(2, { until: '2026-03-31' })),
      'liaison.until-before-from',
      'G5.1',
      'content.rows.2.until',
    )
  })
})

test('an officer serves from the first to the last day', () => {
  const one = { from: '2026-04-01', until: '2026-06-30' } as const
  const days = ['2026-03-31', '2026-04-01', '2026-06-30', '2026-07-01']
  expect(days.map((day) => servesOn(one, day))).toEqual([false, true, true, false])
  expect(servesOn({ from: '2026-04-01', until: '' }, '2030-01-01')).toBe(true)
})

test('who was replaced is told seat by seat (G5.1)', () => {
  const before = officersOf(list(complete))
  expect(seatChanges(before, before)).toEqual([])
  const after = officersOf(list([...complete.slice(1), officer('economy', '嘉善县经信局', 'A', { name: '接任者' })]))
  expect(seatChanges(before, after).map(({ before: was, after: is }) => [was?.name, is?.name])).toEqual([
    ['嘉善县经信局联络员A', '接任者'],
  ])
  const fewer = officersOf(list(complete.slice(0, 5)))
  expect(seatChanges(before, fewer).map(({ before: was, after: is }) => [was?.unit, is])).toEqual([[parks[1], null]])
})
