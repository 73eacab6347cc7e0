import type { EditionRules } from '../edition-rules.ts'
import { zj2023Evaluations } from './zj-2023-evaluation.ts'
import { zj2023Evidence } from './zj-2023-evidence.ts'
import { zj2023ForbiddenUses } from './zj-2023-forbidden-uses.ts'
import { zj2023Indicators } from './zj-2023-indicators.ts'
import { zj2023Obligations } from './zj-2023-obligations.ts'

/** Zhejiang, working guide of 2023: two years, quarterly returns, 30 % / at least 50 % / rest. */
export const zj2023: EditionRules = {
  id: 'zj-2023',
  name: { zh: '浙江 2023 年版', en: 'Zhejiang, 2023 edition' },
  issuedOn: '2023-04-11',
  issued: { zh: '工作指南（试行），2023 年 4 月 11 日', en: 'Working guide (trial), 11 April 2023' },
  carriedOver: null,
  period: {
    from: { year: 0, monthDay: '01-01' },
    to: { year: 1, monthDay: '12-31' },
    clause: 'G3.2',
    source: 'official',
  },
  awards: { by: 'cap', maxFen: 500_000_000, clause: 'G4.2', source: 'inferred' },
  excludedDivisions: { prefixes: ['3302'], clause: 'G0', source: 'official' },
  obligations: zj2023Obligations,
  returns: {
    name: { zh: '绩效目标完成情况表', en: 'Target completion table' },
    cadence: 'quarter',
    first: { year: 0, no: 2 },
    clause: 'G3.5',
    source: 'official',
  },
  restDays: { due: 'stay', clause: 'G0', source: 'inferred' },
  tranches: [
    {
      no: 1,
      share: { min: 30, max: 30 },
      notice: { workingDays: 0, clause: 'G4.2', source: 'official' },
      clause: 'G4.2',
      source: 'official',
      conditions: [{ condition: 'plan-approved', clause: 'G3.1', source: 'official' }],
    },
    {
      no: 2,
      share: { min: 50, max: 70 },
      notice: { workingDays: 0, clause: 'G4.2', source: 'official' },
      clause: 'G4.2',
      source: 'official',
      conditions: [
        { condition: 'plan-approved', clause: 'G3.1', source: 'official' },
        { condition: 'previous-received', clause: 'G4.2', source: 'inferred' },
        { condition: 'mechanism-ready', clause: 'G4.2', source: 'official' },
        { condition: 'enterprises-diagnosed', clause: 'G1.3', source: 'inferred' },
        { condition: 'services-under-way', clause: 'G4.2', source: 'official' },
        { condition: 'judged-under-way', clause: 'G4.2', source: 'official' },
      ],
    },
    {
      no: 3,
      share: 'rest',
      notice: { workingDays: 0, clause: 'G4.2', source: 'official' },
      clause: 'G4.2',
      source: 'official',
      conditions: [
        { condition: 'plan-approved', clause: 'G3.1', source: 'official' },
        { condition: 'previous-received', clause: 'G4.2', source: 'inferred' },
        { condition: 'evaluation-done', clause: 'G5.3', source: 'official' },
      ],
    },
  ],
  grades: [
    {
      grade: 'excellent',
      zh: '优秀',
      en: 'Excellent',
      minPoints: 85,
      releasePercent: { min: 100, max: 100 },
      afterRectification: false,
      clause: 'GA2',
      source: 'inferred',
    },
    {
      grade: 'good',
      zh: '良好',
      en: 'Good',
      minPoints: 75,
      releasePercent: { min: 100, max: 100 },
      afterRectification: false,
      clause: 'GA2',
      source: 'inferred',
    },
    {
      grade: 'pass',
      zh: '合格',
      en: 'Pass',
      minPoints: 60,
      releasePercent: { min: 70, max: 100 },
      afterRectification: true,
      clause: 'GA2',
      source: 'inferred',
    },
    {
      grade: 'fail',
      zh: '不合格',
      en: 'Fail',
      minPoints: 0,
      releasePercent: { min: 0, max: 0 },
      afterRectification: true,
      clause: 'GA2',
      source: 'inferred',
    },
  ],
  evaluations: zj2023Evaluations,
  indicators: zj2023Indicators,
  evidence: zj2023Evidence,
  smallOrder: { belowFen: 500_000, clause: 'GA1', source: 'inferred' },
  forbiddenUses: zj2023ForbiddenUses,
  agencies: { minUnrelated: 2, priceAboveMarket: 'with-reason', clause: 'G3.3', source: 'official' },
  settlement: { graceDays: 90, clause: 'G3.2', source: 'inferred' },
  tailoredShare: { minPercent: 80, clause: 'G4.4', source: 'inferred' },
}
