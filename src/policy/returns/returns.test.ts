import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { workCalendar } from '../../../tests/support/calendar.ts'
import { agreed, edition, expectRefusal } from '../../../tests/support/policy.ts'
import { endOfDay, startOfDay } from '../../shared/dates.ts'
import { isRefusal } from '../../shared/refusal.ts'
import { standing } from '../calendar/deadlines.ts'
import { editionOf, obligationOf } from '../editions/edition.ts'
import { decimalsOf } from '../editions/figure-unit.ts'
import { type Filing, isDone, newFiling, recordFiling, saveSection, submitFiling } from '../filings/filing.ts'
import { giveOpinion } from '../filings/opinions.ts'
import { acceptRow, correctionPeriod, isAccepted, mayOpenReturn, recordCounty, returnGaps } from './returns.ts'

const row = { indicator: 'P3', computed: 12 }
const judged = { ...row, decimals: 0 }

function accept(filing: Filing) {
  const at = '2026-07-12T09:00:00Z'
  return giveOpinion(filing, {
    seat: 'county-economy',
    verdict: 'approve',
    marks: [],
    by: 'county',
    post: 'economy-officer',
    at,
  })
}

describe('the county accepts a figure (G3.5)', () => {
  test('as it is, or reduced with a reason', () => {
    expect(agreed(acceptRow(judged, 12, '', 'G3.5'))).toEqual({ ...row, accepted: 12, reason: '' })
    expect(agreed(acceptRow(judged, 10, ' 两项佐证不实 ', 'G3.5'))).toEqual({
      ...row,
      accepted: 10,
      reason: '两项佐证不实',
    })
    expect(agreed(acceptRow(judged, 0, '全部不实', 'G3.5')).accepted).toBe(0)
    const mean = { ...judged, decimals: 2, signed: true }
    expect(agreed(acceptRow(mean, -3.25, '两家企业报表有误', 'G3.5')).accepted).toBe(-3.25)
    expect(agreed(acceptRow({ ...judged, computed: null }, null, '', 'G3.5'))).toMatchObject({ accepted: null })
  })

  test('never raised, never reduced in silence, never out of nothing', () => {
    expectRefusal(acceptRow(judged, 12.01, '佐证不实', 'G3.5'), 'returns.figure-raised', 'G3.5', 'rows.P3.accepted')
    expectRefusal(acceptRow(judged, 11, '  ', 'G3.5'), 'returns.reduced-without-reason', 'G3.5', 'rows.P3.reason')
    expectRefusal(
      acceptRow({ ...judged, computed: null }, 0, '佐证不实', 'G3.5'),
      'returns.figure-out-of-nothing',
      'G3.5',
    )
    expectRefusal(acceptRow(judged, null, '佐证不实', 'G3.5'), 'returns.figure-out-of-nothing', 'G3.5')
    for (const bad of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expectRefusal(acceptRow(judged, bad, '佐证不实', 'G3.5'), 'returns.bad-figure', 'G3.5')
    }
  })

  test('in the kind of number that its unit is', () => {
    expectRefusal(
      acceptRow({ ...judged, computed: 28 }, 27.5, '佐证不实', 'G3.5'),
      'returns.finer-than-its-unit',
      'G3.5',
    )
    const money = { indicator: 'B2', computed: 10, decimals: 6 }
    expect(agreed(acceptRow(money, 9.123456, '佐证不实', 'G3.5')).accepted).toBe(9.123456)
    expectRefusal(acceptRow(money, 9.1234567, '佐证不实', 'G3.5'), 'returns.finer-than-its-unit', 'G3.5')
    expectRefusal(
      acceptRow({ ...money, decimals: 2 }, 9.125, '佐证不实', 'G3.5'),
      'returns.finer-than-its-unit',
      'G3.5',
    )
    const units = Object.fromEntries(edition.indicators.map((one) => [one.code, decimalsOf(one)]))
    expect(units).toMatchObject({ P1: 0, P3: 0, P5: 0, P6: 0, P7: 2, B2: 6, B8: 0, S1: 2, F1: 2 })
  })

  test('whatever is entered, an accepted figure lies between nothing and what was computed', () => {
    const number = fc.double({ noDefaultInfinity: false })
    fc.assert(
      fc.property(fc.nat(100), fc.oneof(number, fc.nat(101)), fc.string(), (computed, accepted, reason) => {
        const answer = acceptRow({ indicator: 'P3', computed, decimals: 0 }, accepted, reason, 'G3.5')
        if (isRefusal(answer)) return
        expect(Number.isInteger(answer.accepted)).toBe(true)
        expect(answer.accepted).toBeGreaterThanOrEqual(0)
        expect(answer.accepted).toBeLessThanOrEqual(computed)
        if ((answer.accepted ?? 0) < computed) expect(answer.reason).not.toBe('')
      }),
    )
  })
})

describe('the course of a return', () => {
  const ready = { period: '2026Q2', today: '2026-07-01', opened: [] }

  test('it is opened once, for a period that is over, in order', () => {
    expect(mayOpenReturn(edition, 2026, ready)).toBeNull()
    const early = { ...ready, today: '2026-06-30' }
    expectRefusal(mayOpenReturn(edition, 2026, early), 'returns.period-not-over', 'G3.5')
    expectRefusal(mayOpenReturn(edition, 2026, { ...ready, period: '2026Q1' }), 'returns.no-return-owed', 'G3.5')
    expectRefusal(mayOpenReturn(edition, 2026, { ...ready, opened: ['2026Q2'] }), 'returns.opened-before', 'G3.5')
    const skipped = { ...ready, period: '2026Q3', today: '2026-10-01' }
    expectRefusal(mayOpenReturn(edition, 2026, skipped), 'returns.one-before-missing', 'G3.5')
    expect(mayOpenReturn(edition, 2026, { ...skipped, opened: ['2026Q2'] })).toBeNull()
  })

  test('it is submitted with a reason for every figure behind time, and then closed for the park', () => {
    const behind = { indicator: 'P3', gap: -3.5, source: null, reason: '' }
    const stated = { indicator: 'B1', gap: null, source: 'park', reason: '' } as const
    const both = returnGaps([behind, stated, { ...stated, indicator: 'P8', source: 'inspection' }], 'G3.5')
    expectRefusal(both[1], 'returns.figure-not-stated', 'G3.5', 'rows.B1.reason')
    expect(both).toHaveLength(2)
    expect(returnGaps([{ ...stated, reason: '12.4%，见财务报表' }], 'G3.5')).toEqual([])
    for (const reason of ['12.4%，见财务报表', '新增三项发明专利', '本季度无此项业务，见台账', '０ 家，未开展'])
      expect(returnGaps([{ ...stated, reason }], 'G3.5'), reason).toEqual([])
    for (const reason of ['详见附件材料', '按照要求推进'])
      expectRefusal(
        returnGaps([{ ...stated, reason }], 'G3.5')[0],
        'returns.figure-without-number',
        'G3.5',
        'rows.B1.reason',
      )
    // Each line of the check says which indicator it is about.
    for (const row of [stated, behind])
      expect(returnGaps([{ ...row, reason: '见表' }], 'G3.5')[0]).toMatchObject({
        code: 'common.says-nothing',
        facts: { nameZh: `指标 ${row.indicator} 的说明` },
      })
    const [gap, ...more] = returnGaps([behind], 'G3.5')
    expectRefusal(gap, 'returns.reason-for-delay-missing', 'G3.5', 'rows.P3.reason')
    expect(more).toEqual([])
    const rows = [
      { ...behind, reason: '企业停产' },
      { indicator: 'P1', gap: 0, source: null, reason: '' },
      { indicator: 'P8', gap: null, source: 'inspection', reason: '' } as const,
    ]
    expect(returnGaps(rows, 'G3.5')).toEqual([])
    const rule = obligationOf(edition, 'target-table')
    const draft = agreed(saveSection(newFiling('target-table', rule), 'reasons', 'park'))
    const errors = [{ severity: 'error' as const }]
    expectRefusal(submitFiling(draft, { by: 'park', gaps: errors }), 'review.gaps-remain', 'G3.5')
    expectRefusal(accept(draft), 'common.not-in-state', 'G3.5')
    const submitted = agreed(submitFiling(draft, { by: 'park', gaps: [] }))
    expect(submitted.state).toBe('submitted')
    expectRefusal(submitFiling(submitted, { by: 'park', gaps: [] }), 'common.not-in-state', 'G3.5')
    expectRefusal(saveSection(submitted, 'reasons', 'park'), 'common.not-in-state', 'G3.5')
    const accepted = agreed(accept(submitted))
    expect([accepted.state, isAccepted(accepted.state), isDone(accepted)]).toEqual(['approved', true, true])
    expectRefusal(accept(accepted), 'common.not-in-state', 'G3.5')
    expectRefusal(saveSection(accepted, 'reasons', 'park'), 'common.not-in-state', 'G3.5')
  })

  test('it is recorded where the edition has it so, by who is named, who had no part in it', () => {
    const recorded = obligationOf(editionOf('zj-2025'), 'target-table')
    const submitted = agreed(submitFiling(newFiling('target-table', recorded), { by: 'park', gaps: [] }))
    const accepted = agreed(accept(submitted))
    const province = { post: 'province-economy', by: 'province' } as const
    expect(isDone(accepted)).toBe(false)
    const done = agreed(recordFiling(accepted, province))
    expect([done.state, isDone(done)]).toEqual(['recorded', true])
    expectRefusal(recordFiling(submitted, province), 'common.not-in-state', 'H6')
    expectRefusal(recordFiling(done, province), 'common.not-in-state', 'H6')
    expectRefusal(recordFiling(accepted, { ...province, post: 'province-finance' }), 'filing.not-the-recorder', 'H6')
    expectRefusal(recordFiling(accepted, { ...province, by: 'county' }), 'review.maker-cannot-review', 'H6')
    expectRefusal(recordFiling(accepted, { ...province, by: 'park' }), 'review.maker-cannot-review', 'H6')
  })

  test('those of a county are recorded together, when none is missing and not twice', () => {
    const { records, clause } = obligationOf(editionOf('zj-2025'), 'target-table')
    const parks = [
      { name: '甲', state: 'approved' },
      { name: '乙', state: 'recorded' },
    ] as const
    const given = { rule: { records, clause }, post: 'province-economy', parks } as const
    expect(recordCounty(given)).toBeNull()
    expectRefusal(recordCounty({ ...given, post: 'province-finance' }), 'filing.not-the-recorder', 'H6')
    for (const state of [null, 'draft', 'submitted', 'returned'] as const) {
      const missing = [...parks, { name: '丙', state }]
      const no = expectRefusal(recordCounty({ ...given, parks: missing }), 'returns.county-incomplete', 'H6')
      expect(no.facts.parks).toBe('丙')
    }
    expectRefusal(recordCounty({ ...given, parks: parks.slice(1) }), 'returns.county-recorded', 'H6')
    const waiting = parks.map((park) => ({ ...park, waits: park.state === 'approved' }))
    expectRefusal(recordCounty({ ...given, parks: waiting }), 'review.waits-for-signature', 'H6')
    expect(recordCounty({ ...given, parks: [...waiting, { name: '丙', state: 'approved' }] })).toBeNull()
    const none = { records: [], clause: 'G3.5' } as const
    expectRefusal(recordCounty({ ...given, rule: none }), 'returns.not-recorded', 'G3.5')
  })

  test.each([
    ['2026-07-10', null, '2026-07-01', { state: 'due', days: 9 }],
    ['2026-07-10', null, '2026-07-10', { state: 'due', days: 0 }],
    ['2026-07-10', null, '2026-07-11', { state: 'overdue', days: 1 }],
    ['2026-07-10', '2026-07-10', '2026-09-01', { state: 'on-time', days: 0 }],
    ['2026-07-10', '2026-07-13', '2026-09-01', { state: 'late', days: 3 }],
  ])('due %s, filed %s, seen on %s', (dueOn, filedOn, today, expected) => {
    const deadline = { dueOn, dueAt: endOfDay(dueOn), opensOn: '2026-07-01', locksOn: null }
    const filed = { filedAt: filedOn === null ? null : endOfDay(filedOn) }
    expect(standing(deadline, filed, startOfDay(today), workCalendar)).toMatchObject(expected)
  })

  test('a correction belongs to the next return that is not submitted', () => {
    expect(correctionPeriod(edition, 2026, '2026Q2', ['2026Q2'])).toBe('2026Q3')
    expect(correctionPeriod(edition, 2026, '2026Q2', ['2026Q2', '2026Q3'])).toBe('2026Q4')
    expect(correctionPeriod(edition, 2026, '2027Q4', ['2027Q4'])).toBeNull()
  })
})
