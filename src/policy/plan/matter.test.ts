import { describe, expect, it } from 'vitest'
import { soundPlan } from '../../../tests/support/policy.ts'
import { editionList, obligationOf } from '../editions/edition.ts'
import { type MatterReport, matterKindList, matterKinds, reportGaps } from './matter.ts'
import { inForceFrom, noChange } from './matter-change.ts'
import { type ClockState, matterClock, reportBy, urgencyOf } from './matter-clock.ts'
import { planSections } from './plan.ts'

const [edition] = editionList()
if (!edition) throw new Error('there is an edition')
const now = new Date('2026-06-05T10:00:00+08:00')
const planOn = '2026-04-01'
const report: MatterReport = {
  kind: 'other',
  occurredAt: '2026-06-05T01:00:00.000Z',
  course: '企业搬离园区',
  indicators: ['P1'],
  amountFen: 0,
  measures: '已召开推进会',
  request: '请示',
}

describe('kinds of major matters', () => {
  it('name what they may touch, and never the rules for the money', () => {
    for (const kind of matterKindList) {
      const { change, sections } = matterKinds[kind]
      expect(sections.length > 0).toBe(change !== 'none')
      expect(planSections.filter((section) => sections.includes(section))).toHaveLength(sections.length)
      expect(sections).not.toContain('controls')
    }
  })
})

describe('a report (G5.5)', () => {
  it('is complete, or says what is missing', () => {
    expect(reportGaps(report, { edition, now, planOn })).toEqual([])
    const empty = { ...report, course: ' ', measures: '', request: '' }
    expect(reportGaps(empty, { edition, now, planOn }).map((gap) => gap.field)).toEqual([
      'course',
      'measures',
      'request',
    ])
  })

  it('is about what has happened, targets that exist and whole money', () => {
    const wrong = { ...report, occurredAt: '2026-06-05T10:00:01+08:00', indicators: ['P1', 'P99'], amountFen: -1 }
    expect(reportGaps(wrong, { edition, now, planOn }).map(({ field, code }) => `${field} ${code}`)).toEqual([
      'occurredAt matter.not-happened-yet',
      'indicators.1 plan.unknown-indicator',
      'amountFen plan.bad-amount',
    ])
  })
})

describe('the clocks of a matter', () => {
  const calendar = {
    isWorkingDay: (day: string) => ![0, 6].includes(new Date(day).getUTCDay()),
    isProvisional: () => false,
  }
  const known = [{ since: null, calendar }] as const
  const rule = obligationOf(edition, 'major-matter')
  const at = (text: string) => new Date(`${text}+08:00`)
  const given = {
    dueAt: reportBy(rule, at('2026-06-04T09:00:00')),
    reportedAt: null,
    turns: [],
    now: at('2026-06-05T08:59:00'),
  }

  it('run a day from what happened to the report', () => {
    expect(matterClock(rule, given, known)).toMatchObject({ reported: 'running', passOnBy: null, passedOn: null })
    expect(matterClock(rule, { ...given, now: at('2026-06-05T09:00:01') }, known).reported).toBe('overdue')
    const late = { ...given, reportedAt: at('2026-06-05T09:00:01') }
    expect(matterClock(rule, late, known).reported).toBe('late')
    expect(matterClock(rule, { ...given, reportedAt: at('2026-06-05T09:00:00') }, known).reported).toBe('on-time')
  })

  it('and three working days from the submission to both opinions of the county', () => {
    const submittedAt = at('2026-06-04T12:00:00')
    const clock = ({
      passedOnAt = null,
      now = given.now,
    }: { passedOnAt?: Date; now?: Date } | { passedOnAt?: null; now?: Date }) =>
      matterClock(
        rule,
        { ...given, now, reportedAt: submittedAt, turns: [{ submittedAt, passedOnAt, backAt: null }] },
        known,
      )
    expect(clock({})).toMatchObject({ passOnBy: '2026-06-09', passedOn: 'running' })
    expect(clock({ now: at('2026-06-10T00:00:00') }).passedOn).toBe('overdue')
    expect(clock({ passedOnAt: at('2026-06-09T23:59:00') }).passedOn).toBe('on-time')
    expect(clock({ passedOnAt: at('2026-06-10T00:00:00') }).passedOn).toBe('late')
  })

  it('order matters by what is overdue, what still runs, what was late and what was in time, the earlier end first', () => {
    const clock = (reported: ClockState, day: string, passedOn: ClockState | null = null, passOnBy = day) => ({
      reported,
      reportBy: `${day}T01:00:00.000Z`,
      passedOn,
      passOnBy: passedOn && passOnBy,
    })
    const inOrder = [
      clock('overdue', '2026-06-02'),
      clock('late', '2026-06-01', 'overdue', '2026-06-03'),
      clock('running', '2026-06-04'),
      clock('late', '2026-06-01', 'running', '2026-06-05'),
      clock('on-time', '2026-06-01', 'running', '2026-06-09'),
      clock('late', '2026-05-01', 'on-time'),
      clock('on-time', '2026-05-02', 'late', '2026-05-05'),
      clock('on-time', '2026-05-03', 'on-time'),
    ]
    expect(inOrder.toReversed().toSorted((a, b) => (urgencyOf(a) < urgencyOf(b) ? -1 : 1))).toEqual(inOrder)
  })
})

it('holds from the last approval, a later day that was asked for, never before the version it follows', () => {
  const change = { ...noChange, content: soundPlan }
  const on = { approvedOn: '2026-06-05', formerFrom: '2026-04-01' }
  expect(inForceFrom(change, on)).toBe('2026-06-05')
  expect(inForceFrom({ ...change, inForceFrom: '2026-07-01' }, on)).toBe('2026-07-01')
  expect(inForceFrom({ ...change, inForceFrom: '2026-06-01' }, on)).toBe('2026-06-05')
  expect(inForceFrom(change, { ...on, formerFrom: '2026-08-01' })).toBe('2026-08-01')
})
