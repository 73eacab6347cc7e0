import { zj2023 } from '../../src/policy/editions/data/zj-2023.ts'
import type { EditionRules, IndicatorRule, ObligationRule } from '../../src/policy/editions/edition-rules.ts'

const shared = { source: 'inferred', dueSource: 'inferred', locksAfterDays: null, remind: [2] } as const

const obligations: readonly ObligationRule[] = [
  {
    ...shared,
    id: 'plan',
    zh: '服务方案',
    en: 'Service plan',
    of: 'pilot',
    by: ['park-manager'],
    opinions: ['county-finance', 'county-economy'],
    order: 'in-turn',
    records: [],
    due: { by: 'date', year: 0, monthDay: '07-15' },
    clause: 'G3.1',
  },
  {
    ...shared,
    id: 'target-table',
    zh: '服务月报表',
    en: 'Monthly table',
    of: 'pilot',
    by: ['park-manager'],
    opinions: ['county-economy'],
    order: 'in-turn',
    records: [],
    due: { by: 'after-period', days: 5 },
    clause: 'G3.5',
  },
  {
    ...shared,
    id: 'major-matter',
    zh: '变更报告',
    en: 'Report of a change',
    of: 'pilot',
    by: ['park-manager'],
    opinions: ['county-economy'],
    order: 'in-turn',
    records: [],
    due: { by: 'at-once', hours: 48 },
    remind: [],
    clause: 'G5.5',
  },
]

const half = 50

/** How many of the old target list it keeps, with weights of its own. */
const weights: Readonly<Record<string, number>> = { P1: 40, P3: 30, S1: 20, F1: 10 }

/**
 * An edition nobody ever issued: July to June, three tiers, halves, monthly tables, finance before economy, four indicators,
 * no county duties and no evaluation.
 */
export const thirdEdition: EditionRules = {
  ...zj2023,
  id: 'test-third',
  name: { zh: '虚构版', en: 'Invented edition' },
  issued: { zh: '仅供测试', en: 'For tests only' },
  carriedOver: null,
  period: {
    from: { year: 0, monthDay: '07-01' },
    to: { year: 2, monthDay: '06-30' },
    clause: 'G3.2',
    source: 'inferred',
  },
  awards: { by: 'tiers', tiersFen: [80_000_000, 100_000_000, 120_000_000], clause: 'G4.2', source: 'inferred' },
  excludedDivisions: { prefixes: ['3301'], clause: 'G0', source: 'inferred' },
  obligations,
  returns: {
    name: { zh: '服务月报表', en: 'Monthly table' },
    cadence: 'month',
    first: { year: 0, no: 7 },
    clause: 'G3.5',
    source: 'inferred',
  },
  tranches: [
    {
      no: 1,
      share: { min: half, max: half },
      notice: null,
      clause: 'G4.2',
      source: 'inferred',
      conditions: [{ condition: 'plan-approved', clause: 'G3.1', source: 'inferred' }],
    },
    {
      no: 2,
      share: 'rest',
      notice: null,
      clause: 'G4.2',
      source: 'inferred',
      conditions: [
        { condition: 'previous-received', clause: 'G4.2', source: 'inferred' },
        { condition: 'services-under-way', clause: 'G4.2', source: 'inferred' },
      ],
    },
  ],
  evaluations: [],
  indicators: zj2023.indicators.flatMap((row): IndicatorRule[] => {
    const weight = weights[row.code]
    return weight === undefined ? [] : [{ ...row, weight }]
  }),
}
