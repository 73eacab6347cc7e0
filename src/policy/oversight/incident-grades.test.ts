import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instantOf } from '../../shared/dates.ts'
import { isLate } from './incident-acts.ts'
import { recipientsOwed, reportFieldName, reportKinds, reportRecipientList, stillOwed } from './incident-report.ts'
import {
  assessDueAt,
  gradeThresholds,
  type IncidentFigures,
  incidentGradeList,
  isLower,
  proposedGrade,
  reportDueAt,
  summaryDueAt,
} from './incidents.ts'

const none: IncidentFigures = { persons: 0, lossFen: 0, minutesUnreachable: 0, minutesImpaired: 0, critical: false }
const noticedAt = instantOf('2026-11-30 20:15')

describe('the grade that figures propose', () => {
  test.each<[Partial<IncidentFigures>, string]>([
    [{}, 'ordinary'],
    [{ persons: 999_999 }, 'ordinary'],
    [{ persons: 1_000_000 }, 'larger'],
    [{ persons: 10_000_000 }, 'major'],
    [{ persons: 100_000_000 }, 'severe'],
    [{ lossFen: 499_999_999 }, 'ordinary'],
    [{ lossFen: 500_000_000 }, 'larger'],
    [{ lossFen: 2_000_000_000 }, 'major'],
    [{ lossFen: 10_000_000_000 }, 'severe'],
    [{ minutesUnreachable: 119 }, 'ordinary'],
    [{ minutesUnreachable: 120 }, 'larger'],
    [{ minutesUnreachable: 360 }, 'major'],
    [{ minutesUnreachable: 1440 }, 'severe'],
    [{ minutesUnreachable: 29, critical: true }, 'ordinary'],
    [{ minutesUnreachable: 30, critical: true }, 'larger'],
    [{ minutesUnreachable: 120, critical: true }, 'major'],
    [{ minutesUnreachable: 360, critical: true }, 'severe'],
    [{ minutesImpaired: 5000 }, 'ordinary'],
    [{ minutesImpaired: 120, critical: true }, 'larger'],
    [{ minutesImpaired: 360, critical: true }, 'major'],
    [{ minutesImpaired: 1440, critical: true }, 'severe'],
    [{ persons: 1_000_000, lossFen: 2_000_000_000 }, 'major'],
  ])('%j: %s', (figures, grade) => expect(proposedGrade({ ...none, ...figures })).toBe(grade))

  test('never falls while a figure rises, and is no lower for critical infrastructure', () => {
    const figure = fc.integer({ min: 0, max: 12_000_000_000 })
    const figures = fc.record({
      persons: figure,
      lossFen: figure,
      minutesUnreachable: figure,
      minutesImpaired: figure,
      critical: fc.boolean(),
    })
    const name = fc.constantFrom('persons', 'lossFen', 'minutesUnreachable', 'minutesImpaired')
    fc.assert(
      fc.property(figures, name, figure, (before, grown, more) => {
        const after = { ...before, [grown]: before[grown] + more }
        expect(isLower(proposedGrade(after), proposedGrade(before))).toBe(false)
        expect(isLower(proposedGrade({ ...before, critical: true }), proposedGrade(before))).toBe(false)
      }),
    )
  })

  test('is verified for the gravest alone, the others say that they are inferred', () => {
    for (const { grade, source } of gradeThresholds) expect(source).toBe(grade === 'severe' ? 'verified' : 'inferred')
    expect(gradeThresholds.some(({ grade }) => grade === 'ordinary')).toBe(false)
  })
})

describe('the clock', () => {
  test('of the first report: an hour, four hours, none', () => {
    expect(reportDueAt('ordinary', true, noticedAt)).toBeNull()
    for (const grade of incidentGradeList.slice(1)) {
      expect(reportDueAt(grade, true, noticedAt)).toEqual(instantOf('2026-11-30 21:15'))
      expect(reportDueAt(grade, false, noticedAt)).toEqual(instantOf('2026-12-01 00:15'))
    }
    expect(assessDueAt(noticedAt)).toEqual(instantOf('2026-11-30 21:15'))
  })

  test('of the summary: thirty days after the end, none of an ordinary incident', () => {
    expect(summaryDueAt('larger', instantOf('2026-12-01 08:00'))?.toISOString()).toBe('2026-12-31T15:59:59.999Z')
    expect(summaryDueAt('ordinary', noticedAt)).toBeNull()
  })

  test('is kept to the minute', () => {
    const due = reportDueAt('major', true, noticedAt)
    expect(isLate('2026-11-30 21:15', due)).toBe(false)
    expect(isLate('2026-11-30 21:16', due)).toBe(true)
    expect(isLate('2026-11-30 23:00', null)).toBe(false)
  })
})

describe('who is owed a report', () => {
  test('nobody of an ordinary incident, one office, or two of critical infrastructure', () => {
    expect(recipientsOwed('ordinary', true)).toEqual([])
    expect(recipientsOwed('larger', false)).toEqual(['cyberspace'])
    expect(recipientsOwed('severe', true)).toEqual(['protection', 'police'])
  })

  test('each until its own first report', () => {
    for (const to of reportRecipientList) {
      const reports = [{ kind: 'first', to } as const]
      expect(stillOwed('major', true, reports)).toEqual((['protection', 'police'] as const).filter((one) => one !== to))
      expect(stillOwed('major', true, [{ kind: 'follow-up', to }])).toHaveLength(2)
    }
  })

  test('every field of every kind of report has its name', () => {
    expect(Object.keys(reportKinds)).toEqual(['first', 'follow-up', 'summary'])
    expect(reportFieldName('summary', 'cause').zh).toBe('事件原因')
    expect(reportFieldName('first', 'cause').zh).toBe('初步原因分析')
    expect(reportFieldName('first', 'gone')).toEqual({ zh: 'gone', en: 'gone' })
  })
})
