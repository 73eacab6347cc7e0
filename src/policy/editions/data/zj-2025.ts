import type { EditionRules, ForbiddenUse, GradeRule, IndicatorRule, ProofRule, Source } from '../edition-rules.ts'
import { zj2023 } from './zj-2023.ts'
import { zj2025Evaluations } from './zj-2025-evaluation.ts'
import { zj2025Obligations } from './zj-2025-obligations.ts'

/** A row of 2023 that the edition of 2025 is silent about: the same rule under the same clause, inferred. */
function carried<T extends { readonly source: Source }>(row: T): T {
  return { ...row, source: 'inferred' }
}

function carriedProofs<K extends string>(lists: Readonly<Record<K, readonly ProofRule[]>>) {
  const rows = Object.entries<readonly ProofRule[]>(lists).map(([kind, list]) => [kind, list.map(carried)])
  return Object.fromEntries(rows) as Record<K, readonly ProofRule[]>
}

/** The target list is named but not published; the row about filing in time speaks of this edition's own table. */
function indicator(row: IndicatorRule): IndicatorRule {
  const cited: IndicatorRule = { ...row, clause: 'H8', source: 'inferred' }
  if (row.code !== 'P10') return cited
  const formula = { zh: '按时报送情况表 ÷ 应报情况表', en: 'tables filed on time ÷ due' }
  return { ...cited, zh: '情况表按时报送率', en: 'Tables filed on time', formula }
}

/** Zhejiang, third batch of 2025: two tiers, 80 % and the rest after two years, half-yearly tables, no mid-term evaluation. */
export const zj2025: EditionRules = {
  id: 'zj-2025',
  name: { zh: '浙江 2025 年版（第三批）', en: 'Zhejiang, 2025 edition (third batch)' },
  issuedOn: '2025-01-21',
  issued: { zh: '浙经信企服〔2025〕17 号，2025 年 1 月 21 日', en: 'Notice no. 17 of 21 January 2025' },
  carriedOver: {
    from: zj2023.id,
    rows: [
      'period',
      'excludedDivisions',
      'restDays',
      'grades',
      'evaluations',
      'evaluationCourse',
      'indicators',
      'evidence',
      'smallOrder',
      'forbiddenUses',
      'agencies',
      'settlement',
      'tailoredShare',
    ],
    renumbered: {
      G0: 'H0',
      'G3.1': 'H3',
      'G3.5': 'H6',
      'G4.1': 'H4',
      'G4.2': 'H2',
      'G5.3': 'H7',
      GA2: 'H7',
      GA3: 'H5',
    },
  },
  period: carried(zj2023.period),
  awards: { by: 'tiers', tiersFen: [300_000_000, 200_000_000], clause: 'H1', source: 'official' },
  excludedDivisions: { ...zj2023.excludedDivisions, clause: 'H0', source: 'inferred' },
  obligations: zj2025Obligations,
  returns: {
    name: { zh: '试点工作情况表', en: "Table of the pilot's work" },
    cadence: 'half-year',
    first: { year: 0, no: 1 },
    clause: 'H6',
    source: 'official',
  },
  restDays: { ...zj2023.restDays, clause: 'H0' },
  tranches: [
    {
      no: 1,
      share: { min: 80, max: 80 },
      notice: { workingDays: 5, clause: 'H10', source: 'inferred' },
      clause: 'H2',
      source: 'official',
      conditions: [
        { condition: 'plan-approved', clause: 'H3', source: 'inferred' },
        { condition: 'notice-over', clause: 'H10', source: 'inferred' },
      ],
    },
    {
      no: 2,
      share: 'rest',
      notice: { workingDays: 5, clause: 'H10', source: 'inferred' },
      clause: 'H2',
      source: 'official',
      conditions: [
        { condition: 'plan-approved', clause: 'H3', source: 'inferred' },
        { condition: 'previous-received', clause: 'H2', source: 'inferred' },
        { condition: 'evaluation-done', clause: 'H7', source: 'official' },
        { condition: 'notice-over', clause: 'H10', source: 'inferred' },
      ],
    },
  ],
  grades: zj2023.grades.map((row): GradeRule => ({ ...row, clause: 'H7', source: 'inferred' })),
  evaluations: zj2025Evaluations,
  evaluationCourse: {
    ...zj2023.evaluationCourse,
    publication: zj2023.evaluationCourse.publication && { ...zj2023.evaluationCourse.publication, clause: 'H7' },
    clause: 'H7',
  },
  indicators: zj2023.indicators.map(indicator),
  evidence: { common: carriedProofs(zj2023.evidence.common), own: carriedProofs(zj2023.evidence.own) },
  smallOrder: carried(zj2023.smallOrder),
  forbiddenUses: zj2023.forbiddenUses.map((row): ForbiddenUse => carried(row)),
  agencies: carried(zj2023.agencies),
  settlement: carried(zj2023.settlement),
  tailoredShare: carried(zj2023.tailoredShare),
}
