import { describe, expect, test } from 'vitest'
import { checkEdition } from './check-edition.ts'
import { type Edition, editionList } from './edition.ts'
import { problemLine } from './edition-problem.ts'
import type { ObligationId, ObligationRule, TrancheCondition, TrancheRule } from './edition-rules.ts'

const told = (spoilt: Edition) => checkEdition(spoilt).map(problemLine).join('\n')
const withPlan = (e: Edition, change: Partial<ObligationRule>): Edition => ({
  ...e,
  obligations: e.obligations.map((row) => (row.id === 'plan' ? { ...row, ...change } : row)),
})
const withTranche = (e: Edition, no: number, change: Partial<TrancheRule>): Edition => ({
  ...e,
  tranches: e.tranches.map((row) => (row.no === no ? { ...row, ...change } : row)),
})
const condition = (id: TrancheCondition) => [{ condition: id, clause: 'G4.2', source: 'official' }] as const
const without = (e: Edition, ...ids: ObligationId[]): Edition => ({
  ...e,
  obligations: e.obligations.filter((row) => !ids.includes(row.id)),
})
const withIndicators = (e: Edition, edits: object) => ({
  ...e,
  indicators: e.indicators.map((row) => ({ ...row, ...edits })),
})
const dueOn = (year: number, monthDay: string) => ({ due: { by: 'date', year, monthDay } }) as const

describe.each(editionList())('the edition $id', (edition) => {
  test('is sound', () => expect(checkEdition(edition)).toEqual([]))

  test.each<[string, (sound: Edition) => Edition, RegExp]>([
    ['an id nobody can type', (e) => ({ ...e, id: 'Zj 2023' }), /^id /],
    ['weights', (e) => ({ ...e, indicators: e.indicators.slice(1) }), /indicators.weight .* add up to 92/],
    [
      'a doubled indicator',
      (e) => ({ ...e, indicators: [...e.indicators, ...e.indicators] }),
      /indicators.code .*twice/,
    ],
    ['a computed figure without a measure', (e) => withIndicators(e, { computed: true }), /indicators.P8.measure/],
    ['no source', (e) => withIndicators(e, { figureFrom: null }), /P8.figureFrom/],
    ['a share of more than all', (e) => withIndicators(e, { example: 101 }), /indicators.P7.example/],
    ['no rest', (e) => ({ ...e, tranches: e.tranches.slice(0, -1) }), /share .*is the rest/],
    ['two rests', (e) => withTranche(e, 1, { share: 'rest' }), /tranches.1.share .*no other, is the rest/],
    ['misnumbered tranches', (e) => ({ ...e, tranches: e.tranches.slice(1) }), /tranches.2.no .*numbered/],
    ['no tranche', (e) => ({ ...e, tranches: [] }), /there is no tranche/],
    [
      'shares over the whole',
      (e) => withTranche(e, 1, { share: { min: 50, max: 101 } }),
      /tranches.1.share .* 50 to 101/,
    ],
    ['a share of nothing', (e) => withTranche(e, 1, { share: { min: 0, max: 30 } }), /tranches.1.share/],
    ['a share turned round', (e) => withTranche(e, 1, { share: { min: 40, max: 30 } }), /tranches.1.share/],
    ['a share in thirds', (e) => withTranche(e, 1, { share: { min: 100 / 3, max: 100 / 3 } }), /tranches.1.share/],
    ['nothing for the rest', (e) => withTranche(e, 1, { share: { min: 100, max: 100 } }), /nothing is ever left/],
    [
      'a gate without its evaluation',
      (e) => without(e, 'mid-term-evaluation', 'final-evaluation'),
      /ever meet evaluation-done/,
    ],
    ['no way to change a locked plan', (e) => without(e, 'major-matter'), /obligations.major-matter .*missing/],
    ['a gate without its plan', (e) => without(e, 'plan'), /ever meet plan-approved/],
    [
      'money before the plan',
      (e) => withTranche(e, 1, { conditions: [] }),
      /tranches.1.conditions .*waits for the plan/,
    ],
    [
      'something before the first',
      (e) => withTranche(e, 1, { conditions: condition('previous-received') }),
      /nothing comes before/,
    ],
    [
      'a condition twice',
      (e) => withTranche(e, 1, { conditions: [...condition('plan-approved'), ...condition('plan-approved')] }),
      /a condition stands twice/,
    ],
    [
      'a notice of no days that must be over',
      (e) => withTranche(e, 1, { notice: null, conditions: condition('notice-over') }),
      /tranches.1.notice .*has no days/,
    ],
    [
      'a notice of half a day',
      (e) => withTranche(e, 1, { notice: { workingDays: 0.5, clause: 'G4.2', source: 'official' } }),
      /tranches.1.notice .*whole/,
    ],
    ['a clause that is none', (e) => withTranche(e, 1, { clause: 'X1' as 'G0' }), /tranches.1.clause .*no clause X1/],
    ['a row of no source', (e) => withTranche(e, 1, { source: '' as 'official' }), /tranches.1.source/],
    ['a plan due on no day', (e) => withPlan(e, dueOn(0, '02-30')), /obligations.plan.due .*02-30/],
    ['a day of leap years only', (e) => withPlan(e, dueOn(0, '02-29')), /obligations.plan.due .*02-29/],
    ['a plan due after all is over', (e) => withPlan(e, dueOn(2, '04-25')), /obligations.plan.due .*after the period/],
    ['a plan due in another century', (e) => withPlan(e, dueOn(90, '04-25')), /obligations.plan.due .*far from/],
    ['a county plan before the plan', (e) => withPlan(e, dueOn(0, '05-01')), /disbursement-plan.due .*before plan/],
    [
      'a plan owed every half-year',
      (e) => withPlan(e, { due: { by: 'after-period', days: 3 } }),
      /plan.due .*how often/,
    ],
    ['a plan due by the hour', (e) => withPlan(e, { due: { by: 'at-once', hours: 24 } }), /plan.due .*how often/],
    ['nobody to write it', (e) => withPlan(e, { by: [] }), /plan.by .*nobody/],
    ['a post that is none', (e) => withPlan(e, { by: ['mayor' as 'park-manager'] }), /plan.by .*no post mayor/],
    ['a post of elsewhere', (e) => withPlan(e, { by: ['economy-officer'] }), /plan.by .*does not sit/],
    ['nobody to review', (e) => withPlan(e, { opinions: [] }), /plan.opinions .*nobody/],
    ['a seat twice', (e) => withPlan(e, { opinions: ['county-finance', 'county-finance'] }), /plan.opinions .*twice/],
    [
      'a seat that is none',
      (e) => withPlan(e, { opinions: ['moon-finance' as 'county-finance'] }),
      /no seat moon-finance/,
    ],
    ['a maker on record', (e) => withPlan(e, { records: ['park-manager'] }), /plan.records .*maker/],
    [
      'a recorder who has no door to it',
      (e) => withPlan(e, { records: ['economy-leader'] }),
      /plan.records .*may not record/,
    ],
    [
      'a lock on what just happens',
      (e) => ({
        ...e,
        obligations: e.obligations.map((row) => (row.id === 'major-matter' ? { ...row, locksAfterDays: 3 } : row)),
      }),
      /major-matter.locksAfterDays .*no exception/,
    ],
    [
      'a recorder that is none',
      (e) => withPlan(e, { records: ['king' as 'park-manager'] }),
      /plan.records .*no post king/,
    ],
    ['reminders of half days', (e) => withPlan(e, { remind: [0.5] }), /plan.remind/],
    ['a lock before the day', (e) => withPlan(e, { locksAfterDays: -1 }), /plan.locksAfterDays/],
    [
      'a seat that judges its own work',
      (e) => ({
        ...e,
        obligations: e.obligations.map((row) =>
          row.id === 'liaison-list' ? { ...row, opinions: ['county-economy'] as const } : row,
        ),
      }),
      /liaison-list.opinions .*judges what it made/,
    ],
    [
      'a table owed once',
      (e) => ({
        ...e,
        obligations: e.obligations.map((row) => (row.id === 'target-table' ? { ...row, ...dueOn(0, '07-10') } : row)),
      }),
      /target-table.due .*how often/,
    ],
    [
      'a monthly table due by half-years',
      (e) => ({
        ...e,
        returns: { ...e.returns, cadence: 'month' },
        obligations: e.obligations.map((row) =>
          row.id === 'target-table'
            ? { ...row, due: { by: 'after-half-year', firstHalf: '07-31', secondHalf: '01-31' } as const }
            : row,
        ),
      }),
      /target-table.due .*not filed by half-years/,
    ],
    [
      'a second half-year due after the next first one',
      (e) => ({
        ...e,
        obligations: e.obligations.map((row) =>
          row.id === 'half-year-summary'
            ? { ...row, due: { by: 'after-half-year', firstHalf: '07-31', secondHalf: '08-01' } as const }
            : row,
        ),
      }),
      /half-year-summary.due .*after the next first/,
    ],
    ['a fifth quarter', (e) => ({ ...e, returns: { ...e.returns, first: { year: 0, no: 13 } } }), /returns.first/],
    [
      'no table in the period',
      (e) => ({ ...e, returns: { ...e.returns, first: { year: 3, no: 1 } } }),
      /returns.first/,
    ],
    [
      'a table of two names',
      (e) => ({ ...e, returns: { ...e.returns, name: { zh: '他', en: 'It' } } }),
      /returns.name/,
    ],
    [
      'an evaluation too early',
      (e) => ({
        ...e,
        obligations: e.obligations.map((row) =>
          row.id === 'final-evaluation' ? { ...row, ...dueOn(1, '06-30') } : row,
        ),
      }),
      /final-evaluation.due .*before the period ends/,
    ],
    ['grades out of order', (e) => ({ ...e, grades: [...e.grades].reverse() }), /minPoints .*falling order/],
    ['no grade that opens', (e) => ({ ...e, grades: e.grades.slice(-1) }), /no grade ever opens it/],
    [
      'a grade that opens more than a better one',
      (e) => ({
        ...e,
        grades: e.grades.map((row) => ({ ...row, releasePercent: { min: 0, max: row.grade === 'fail' ? 90 : 50 } })),
      }),
      /grades.fail.releasePercent .*better/,
    ],
    ['an award of nothing', (e) => ({ ...e, awards: { ...e.awards, by: 'cap', maxFen: 0 } }), /awards.maxFen/],
    ['no tier', (e) => ({ ...e, awards: { ...e.awards, by: 'tiers', tiersFen: [] } }), /awards.tiersFen/],
    [
      'a tier twice',
      (e) => ({ ...e, awards: { ...e.awards, by: 'tiers', tiersFen: [5, 5] } }),
      /awards.tiersFen .*twice/,
    ],
    [
      'a division that is none',
      (e) => ({ ...e, excludedDivisions: { ...e.excludedDivisions, prefixes: ['宁波'] } }),
      /excludedDivisions.prefixes/,
    ],
    [
      'a forbidden use without words',
      (e) => ({ ...e, forbiddenUses: e.forbiddenUses.map((use) => ({ ...use, keywords: [] })) }),
      /forbiddenUses.wages.keywords .*no keyword/,
    ],
    [
      'a period that ends before it begins',
      (e) => ({ ...e, period: { ...e.period, to: { year: -1, monthDay: '12-31' } } }),
      /period.to/,
    ],
    [
      'a period that begins on no day',
      (e) => ({ ...e, period: { ...e.period, from: { year: 0, monthDay: '02-30' } } }),
      /period.from/,
    ],
    ['no choice of agencies', (e) => ({ ...e, agencies: { ...e.agencies, minUnrelated: 0 } }), /agencies.minUnrelated/],
    [
      'a kind without proof',
      (e) => ({ ...e, evidence: { ...e.evidence, own: { ...e.evidence.own, talent: [] } } }),
      /no own proof for talent/,
    ],
    [
      'an older edition nobody knows',
      (e) => ({ ...e, carriedOver: { from: 'zj-1999', rows: [], renumbered: {} } }),
      /carriedOver.from/,
    ],
  ])('finds %s', (_, spoil, problem) => expect(told(spoil(edition))).toMatch(problem))
})
