import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { edition } from '../../../tests/support/policy.ts'
import type { PeriodCode } from '../../shared/periods.ts'
import { type IndicatorFact, indicatorRows } from './indicators.ts'
import { mergeTables } from './merge.ts'
import { reductionText } from './reduction-text.ts'
import { acceptRow } from './returns.ts'
import { afterReductions, amountTo, isCountedIn, type KeptReduction, rateOf, round, standingIn } from './standing.ts'

const periods: readonly PeriodCode[] = ['2026Q2', '2026Q3', '2026Q4', '2027Q1', '2027Q2', '2027Q3', '2027Q4']
const codes = ['P3', 'P6', 'S1'] as const
const cutOffs: Readonly<Record<string, string>> = { Q1: '03-31', Q2: '06-30', Q3: '09-30', Q4: '12-31' }
const cutOff = (period: PeriodCode) => `${period.slice(0, 4)}-${cutOffs[period.slice(4)]}`

/** What happens between two tables: records that come or go, a judge's reduction to a share of what stands, a lift. */
type Play = {
  readonly come: readonly { readonly code: number; readonly day: number; readonly value: number }[]
  readonly go: number
  readonly reduce: readonly { readonly code: number; readonly share: number }[]
  readonly lift: number | null
}

const play: fc.Arbitrary<Play> = fc.record({
  come: fc.array(fc.record({ code: fc.nat(2), day: fc.nat(89), value: fc.nat(1) }), { maxLength: 12 }),
  go: fc.nat(3),
  reduce: fc.array(fc.record({ code: fc.nat(2), share: fc.double({ min: 0, max: 1, noNaN: true }) }), { maxLength: 3 }),
  lift: fc.option(fc.nat(8)),
})

type Kept = KeptReduction & { readonly indicator: string; readonly accepted: number; readonly reason: string }

/** Tables of every period in turn, each judged before the next one is. */
function played(plays: readonly Play[]) {
  let facts: IndicatorFact[] = []
  let kept: Kept[] = []
  return plays.map((one, at) => {
    const period = periods[at] ?? ''
    const first = new Date(`${cutOff(period)}T00:00:00Z`)
    for (const [no, { code, day, value }] of one.come.entries()) {
      const on = new Date(first.getTime() - day * 86_400_000).toISOString().slice(0, 10)
      const indicator = codes[code] ?? 'P3'
      const whole = indicator === 'S1' ? { value, of: 1 } : { value: 1 }
      facts.push({ indicator, recordId: `${at}-${no}`, day: on < '2026-04-01' ? '2026-04-01' : on, ...whole })
    }
    // A record that was doubted may be withdrawn later: its reduction stands until somebody lifts it.
    facts = facts.slice(Math.min(one.go, facts.length))
    const rowsNow = () => tableRows(period, facts, kept)
    const earlier = standingIn(period, kept)
    const lifted = one.lift === null ? undefined : earlier[one.lift % Math.max(1, earlier.length)]
    kept = kept.map((each) => (each === lifted ? { ...each, lift: { period } } : each))
    for (const { code, share } of one.reduce) {
      const row = rowsNow().find(({ indicator }) => indicator === codes[code])
      if (!row?.left || row.total === null) continue
      const to = round(row.total * share)
      const accepted = row.kind === 'ratio' ? to : Math.floor(to)
      const answer = acceptRow({ ...row, computed: row.total }, accepted, '抽查', 'G3.5')
      if (!('accepted' in answer) || accepted === row.total) continue
      const amount = amountTo(row.left.total, accepted)
      kept.push({ indicator: row.indicator, period, amount, accepted, reason: '抽查', lift: null })
      expect(rowsNow().find(({ indicator }) => indicator === row.indicator)?.total).toBe(accepted)
    }
    return { period, facts: [...facts], kept: [...kept], rows: rowsNow() }
  })
}

function tableRows(period: PeriodCode, facts: readonly IndicatorFact[], kept: readonly Kept[]) {
  const targets = codes.map((indicator) => ({ indicator, unit: '', baseline: 0, target: 60, weight: 1 }))
  const reductions = Map.groupBy(standingIn(period, kept), (one) => one.indicator)
  return indicatorRows({ edition, firstYear: 2026, period, cutOff: cutOff(period), targets, facts, reductions })
}

describe('reductions that stand (G3.5)', () => {
  test('through any sequence of tables, reductions, lifts and late records, the figures of a table agree', () => {
    fc.assert(
      fc.property(fc.array(play, { minLength: 2, maxLength: 7 }), (plays) => {
        for (const { period, rows, kept } of played(plays)) {
          for (const row of rows) {
            const { thisPeriod, thisYear, total, rate, target, direction, kind, parts, left } = row
            const standing = standingIn(period, kept).filter((one) => one.indicator === row.indicator)
            expect(standing.every((one) => isCountedIn(period, one))).toBe(true)
            const taken = standing.reduce((sum, one) => sum + one.amount, 0)
            expect(rate).toBe(rateOf(total, target, direction))
            expect(left?.total.value).toBeCloseTo(Math.max(0, (parts?.total.value ?? 0) - taken), 9)
            for (const span of ['period', 'year', 'total'] as const) {
              expect(left?.[span].value).toBeGreaterThanOrEqual(0)
              expect(left?.[span].value).toBeLessThanOrEqual((parts?.[span].value ?? 0) + 1e-9)
            }
            expect(left?.period.value).toBeLessThanOrEqual((left?.year.value ?? 0) + 1e-9)
            expect(left?.year.value).toBeLessThanOrEqual((left?.total.value ?? 0) + 1e-9)
            if (kind === 'cumulative')
              expect([thisPeriod, thisYear].every((one) => (one ?? 0) <= (total ?? 0))).toBe(true)
            if (taken === 0) expect(left).toBe(parts)
          }
        }
      }),
    )
  })

  test('a reduction holds in every later table until it is lifted, and in none after', () => {
    fc.assert(
      fc.property(fc.array(play, { minLength: 3, maxLength: 7 }), (plays) => {
        const tables = played(plays)
        const last = tables.at(-1)
        for (const one of last?.kept ?? []) {
          for (const { period } of tables) {
            const holds = period >= one.period && (one.lift === null || period < one.lift.period)
            expect(standingIn(period, last?.kept ?? []).includes(one)).toBe(holds)
          }
        }
        // What was accepted of a table stays as it was, whatever was reduced or lifted after it.
        for (const { period, facts, rows } of tables) expect(tableRows(period, facts, last?.kept ?? [])).toEqual(rows)
      }),
    )
  })

  test('the merged table of one park is that park’s own, and of two their sum', () => {
    fc.assert(
      fc.property(
        fc.array(play, { minLength: 2, maxLength: 5 }),
        fc.array(play, { minLength: 2, maxLength: 5 }),
        (a, b) => {
          const [one, other] = [played(a), played(b)].map((tables) => tables[1]?.rows ?? [])
          const given = (rows: typeof one) =>
            (rows ?? []).map(({ indicator, target, left }) => ({ indicator, target, parts: left }))
          for (const merged of mergeTables(edition, [given(one)])) {
            const { thisPeriod, thisYear, total, rate } = one?.find((row) => row.indicator === merged.indicator) ?? {}
            expect(merged).toMatchObject({ thisPeriod, thisYear, total, rate })
          }
          for (const merged of mergeTables(edition, [given(one), given(other)])) {
            if (merged.kind === 'ratio') continue
            const sum = (key: 'thisPeriod' | 'thisYear' | 'total') =>
              [one, other].reduce(
                (all, rows) => all + (rows?.find((row) => row.indicator === merged.indicator)?.[key] ?? 0),
                0,
              )
            const { thisPeriod, thisYear, total } = merged
            expect({ thisPeriod, thisYear, total }).toEqual({
              thisPeriod: sum('thisPeriod'),
              thisYear: sum('thisYear'),
              total: sum('total'),
            })
          }
        },
      ),
    )
  })

  test('is taken from where it was counted; what is no longer there from what is next to it', () => {
    const part = (value: number) => ({ value, of: null })
    const records = { period: part(2), year: part(12), total: part(37) }
    const left = (...standing: readonly [PeriodCode, number][]) => {
      const reductions = standing.map(([period, amount]) => ({ period, amount }))
      const after = afterReductions('cumulative', '2027Q2', records, reductions)
      return [after.period.value, after.year.value, after.total.value]
    }
    expect(left(['2027Q2', 2])).toEqual([0, 10, 35])
    expect(left(['2027Q2', 7])).toEqual([0, 5, 30])
    expect(left(['2027Q1', 3])).toEqual([2, 9, 34])
    expect(left(['2026Q4', 3])).toEqual([2, 12, 34])
    expect(left(['2026Q4', 26], ['2027Q1', 10])).toEqual([1, 1, 1])
    expect(left(['2026Q4', 99])).toEqual([0, 0, 0])
    const state = afterReductions('point', '2027Q2', { period: part(20), year: part(20), total: part(20) }, [
      { period: '2026Q3', amount: 1 },
    ])
    expect([state.period.value, state.year.value, state.total.value]).toEqual([19, 19, 19])
  })

  test('is told in one text, a lifted one with its reason', () => {
    const part = { value: 3, of: null }
    const one = { period: '2026Q2', amount: 1, accepted: 1, reason: '照片不符' }
    const row = { kind: 'cumulative', parts: { period: part, year: part, total: part } } as const
    expect(reductionText({ ...row, reductions: [{ ...one, lift: null }] })).toEqual({
      zh: '按记录为 3；2026年二季度核减 1：照片不符',
      en: 'records make 3; reduced by 1 in 2026 Q2: 照片不符',
    })
    const lifted = reductionText({ ...row, reductions: [{ ...one, lift: { period: '2026Q4', reason: '补齐' } }] })
    expect(lifted.zh).toBe('按记录为 3；2026年二季度核减 1：照片不符（2026年四季度恢复：补齐）')
    expect(reductionText({ ...row, reductions: [] }).zh).toBe('')
  })
})
