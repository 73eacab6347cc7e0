import { describe, expect, test } from 'vitest'
import { expectRefusal } from '../../../tests/support/policy.ts'
import { instantOf } from '../../shared/dates.ts'
import { refusalsIn } from '../../shared/refusal.ts'
import { actionsIn, deadEnds, unreachable } from '../lifecycle.ts'
import {
  assessIncident,
  checkAffected,
  checkContacts,
  dismissIncident,
  endIncident,
  type Incident,
  noticeIncident,
  reportIncident,
  sumUpIncident,
} from './incident-acts.ts'
import { reportFieldList, reportFields, type StandingReport, summaryFieldList } from './incident-report.ts'
import {
  type IncidentFigures,
  incidentActions,
  incidentGradeList,
  incidentKindList,
  incidentLifecycle,
  incidentStateList,
  isLower,
} from './incidents.ts'

const none: IncidentFigures = { persons: 0, lossFen: 0, minutesUnreachable: 0, minutesImpaired: 0, critical: false }
const noticedAt = instantOf('2026-11-30 20:15')
const now = instantOf('2026-11-30 21:00')
const incident: Incident = {
  state: 'assessed',
  noticedAt,
  grade: 'larger',
  critical: false,
  kind: 'data-leak',
  endedAt: null,
}
const content = { unit: '园企通', found: '值班发现', impact: '一千人', measures: '已断开' }
const told = { to: 'cyberspace', reportedAt: '2026-11-30 20:40', lateReason: '' } as const
const first = { ...told, kind: 'first', content } as const
const standing: StandingReport = { kind: 'first', to: 'cyberspace', reportedAt: '2026-11-30 20:40' }
const codes = (answer: ReturnType<typeof reportIncident>) =>
  answer ? refusalsIn(answer).map(({ code, field }) => `${code} ${field ?? ''}`.trim()) : []

describe('the course', () => {
  test('reaches every state and ends where it is summed up or dismissed', () => {
    expect(unreachable(incidentLifecycle, 'noticed')).toEqual([])
    expect(deadEnds(incidentLifecycle, ['summed-up', 'dismissed'])).toEqual([])
  })

  test('refuses every act in every other state, whatever the input', () => {
    for (const state of incidentStateList) {
      const one = { ...incident, state, endedAt: instantOf('2026-11-30 20:50') }
      const answers = {
        assess: assessIncident(one, { ...none, occurredAt: '', grade: 'ordinary', gradeReason: '' }),
        report: reportIncident(one, [], first, now),
        end: endIncident(one, [standing], { endedAt: '2026-11-30 20:50', handling: '已恢复服务' }, now),
        'sum-up': sumUpIncident(one, { ...summary }, now),
        dismiss: dismissIncident(one, [], '经查为误报'),
      }
      for (const action of Object.keys(incidentActions) as (keyof typeof incidentActions)[]) {
        const open = actionsIn(incidentLifecycle, state).includes(action)
        expect([state, action, answers[action]?.code ?? null]).toEqual([
          state,
          action,
          open ? null : 'common.not-in-state',
        ])
      }
    }
  })
})

const summary = {
  ...told,
  reportedAt: '2026-11-30 20:55',
  content: Object.fromEntries(summaryFieldList.map((field) => [field, '已经写明'])),
}

describe('what is refused', () => {
  test('noticed in the future, at no time, or never said', () => {
    expect(noticeIncident('2026-11-30 21:00', now)).toBeNull()
    expectRefusal(noticeIncident('2026-11-30 21:01', now), 'incident.noticed-in-future', null, 'noticedAt')
    expectRefusal(noticeIncident('2026-11-30 25:00', now), 'common.bad-minute', null, 'noticedAt')
    expectRefusal(noticeIncident(' ', now), 'common.minute-missing', null, 'noticedAt')
  })

  test('occurred after it was noticed', () => {
    const assess = (occurredAt: string) =>
      assessIncident(incident, { ...none, occurredAt, grade: 'ordinary', gradeReason: '' })
    expect(assess('')).toBeNull()
    expect(assess('2026-11-30 20:15')).toBeNull()
    expectRefusal(assess('2026-11-30 20:16'), 'incident.occurred-after-noticed', null, 'occurredAt')
    expectRefusal(assess('yesterday'), 'common.bad-minute', null, 'occurredAt')
  })

  test('a grade below the proposed one without a reason, for every pair of grades', () => {
    const persons = { ordinary: 0, larger: 1_000_000, major: 10_000_000, severe: 100_000_000 }
    for (const proposed of incidentGradeList)
      for (const grade of incidentGradeList)
        for (const gradeReason of ['', '。。', '数据已脱敏，不涉及个人']) {
          const figures = { ...none, persons: persons[proposed] }
          const answer = assessIncident(incident, { ...figures, occurredAt: '', grade, gradeReason })
          const asked = isLower(grade, proposed)
          const code = gradeReason === '' ? 'incident.lower-without-reason' : 'common.says-nothing'
          if (!asked || gradeReason.length > 2) expect([proposed, grade, answer]).toEqual([proposed, grade, null])
          else expectRefusal(answer, code, null, 'gradeReason')
        }
  })

  test('a first report without its needed fields, each by its name, for every kind of incident', () => {
    for (const kind of incidentKindList) {
      const answer = reportIncident({ ...incident, kind }, [], { ...first, content: {} }, now)
      const needed = reportFieldList.filter((field) => reportFields[field].first(kind))
      expect(codes(answer)).toEqual(needed.map((field) => `incident.field-missing content.${field}`))
      expect(needed.includes('ransom')).toBe(kind === 'ransomware')
    }
    expect(reportIncident(incident, [], first, now)).toBeNull()
  })

  test('a report before it was noticed, in the future, or late without a reason', () => {
    const at = (reportedAt: string, lateReason = '', later = now) =>
      reportIncident(incident, [], { ...first, reportedAt, lateReason }, later)
    expectRefusal(at('2026-11-30 20:14'), 'incident.reported-too-early', null, 'reportedAt')
    expectRefusal(at('2026-11-30 21:01'), 'incident.reported-in-future', null, 'reportedAt')
    expectRefusal(at(''), 'common.minute-missing', null, 'reportedAt')
    const next = instantOf('2026-12-01 08:00')
    expect(at('2026-12-01 00:15', '', next)).toBeNull()
    expectRefusal(at('2026-12-01 00:16', '', next), 'incident.late-without-reason', null, 'lateReason')
    expectRefusal(at('2026-12-01 00:16', '？', next), 'common.says-nothing', null, 'lateReason')
    expect(at('2026-12-01 00:16', '网络中断，无法联系', next)).toBeNull()
    expect(
      reportIncident({ ...incident, grade: 'ordinary' }, [], { ...first, reportedAt: '2026-12-01 07:00' }, next),
    ).toBe(null)
  })

  test('a follow-up without a first report or without a word, a first report twice', () => {
    const follow = { ...told, kind: 'follow-up', content: { cause: '弱口令' } } as const
    expectRefusal(reportIncident(incident, [], follow, now), 'incident.no-first-report', null, 'to')
    expect(reportIncident(incident, [standing], follow, now)).toBeNull()
    expectRefusal(reportIncident(incident, [standing], { ...follow, content: {} }, now), 'incident.empty-report', null)
    expectRefusal(reportIncident(incident, [standing], first, now), 'incident.first-report-twice', null, 'to')
    expectRefusal(
      reportIncident(incident, [standing], { ...follow, to: 'police' }, now),
      'incident.no-first-report',
      null,
    )
  })

  test('ended without a report where one is owed, in the future, before it was noticed, without a word', () => {
    const end = (reports: StandingReport[], endedAt = '2026-11-30 20:50', handling = '已恢复服务', one = incident) =>
      endIncident(one, reports, { endedAt, handling }, now)
    expectRefusal(end([]), 'incident.ended-unreported', null)
    expect(end([standing])).toBeNull()
    expect(end([], undefined, undefined, { ...incident, grade: 'ordinary' })).toBeNull()
    const critical = { ...incident, critical: true }
    expectRefusal(end([standing], undefined, undefined, critical), 'incident.ended-unreported', null)
    expectRefusal(end([standing], '2026-11-30 21:01'), 'incident.ended-in-future', null, 'endedAt')
    expectRefusal(end([standing], '2026-11-30 20:14'), 'incident.ended-before-noticed', null, 'endedAt')
    expectRefusal(end([standing], undefined, ''), 'incident.ended-without-words', null, 'handling')
  })

  test('a summary that leaves something out, comes before the end, late without a reason, or twice', () => {
    const ended: Incident = { ...incident, state: 'ended', endedAt: instantOf('2026-11-30 20:50') }
    expect(sumUpIncident(ended, summary, now)).toBeNull()
    expect(codes(sumUpIncident(ended, { ...summary, content: {} }, now))).toEqual(
      summaryFieldList.map((field) => `incident.summary-field-missing content.${field}`),
    )
    expectRefusal(
      sumUpIncident(ended, { ...summary, reportedAt: '2026-11-30 20:49' }, now),
      'incident.reported-too-early',
      null,
    )
    const late = { ...summary, reportedAt: '2026-12-31 00:00' }
    const year = instantOf('2027-01-01 09:00')
    expectRefusal(sumUpIncident(ended, late, year), 'incident.late-without-reason', null, 'lateReason')
    expect(sumUpIncident(ended, { ...late, lateReason: '等待鉴定结果' }, year)).toBeNull()
    expect(sumUpIncident({ ...ended, grade: 'ordinary' }, late, year)).toBeNull()
    expectRefusal(sumUpIncident({ ...ended, state: 'summed-up' }, summary, now), 'common.not-in-state', null)
  })

  test('dismissed without a reason, or after an authority was told', () => {
    expect(dismissIncident(incident, [], '经查为误报')).toBeNull()
    expectRefusal(dismissIncident(incident, [], ''), 'incident.dismissed-without-reason', null, 'reason')
    expectRefusal(dismissIncident(incident, [standing], '经查为误报'), 'incident.dismissed-though-reported', null)
  })

  test('a mobile among the contacts, a role of one office twice', () => {
    const contact = { role: '网信值班', office: '省委网信办', phone: '0571-12387000' }
    expect(checkContacts([contact, { ...contact, office: '省公安厅' }])).toBeNull()
    expect(codes(checkContacts([contact, { ...contact, phone: '138 0000 0000' }]))).toEqual([
      'incident.mobile contacts.1.phone',
      'incident.contact-twice contacts.1.role',
    ])
  })
})

test('the trail is read between two moments that exist, in their order, a month apart at most', () => {
  expect(checkAffected('2026-11-30 20:15', '2026-11-30 20:15')).toBeNull()
  expect(checkAffected('2026-11-30 20:15', '2026-12-31 20:15')).toBeNull()
  expectRefusal(checkAffected('2026-11-30 20:15', '2026-12-31 20:16'), 'incident.range-too-long', null, 'from')
  expectRefusal(checkAffected('2026-11-30 20:16', '2026-11-30 20:15'), 'incident.bad-range', null, 'from')
  expectRefusal(checkAffected('x', '2026-11-30 20:15'), 'common.bad-minute', null, 'from')
  expectRefusal(checkAffected('2026-11-30 20:15', ''), 'common.minute-missing', null, 'to')
})
