import { type Day, dayOf } from '../../shared/dates.ts'
import type { Fen } from '../../shared/money.ts'
import { isFen } from '../../shared/money.ts'
import type { Facts, Refusal } from '../../shared/refusal.ts'
import type { Text } from '../../shared/words.ts'
import { type Edition, indicatorOf } from '../editions/edition.ts'
import type { Clause } from '../guide/clauses.ts'
import { checkWords } from '../guide/reasons.ts'
import { type RefusalCode, refuse } from '../guide/refuse.ts'
import type { PlanSection } from './plan.ts'

export type MatterKind =
  | 'target-change'
  | 'enterprise-change'
  | 'agency-violation'
  | 'fund-irregularity'
  | 'operator-change'
  | 'safety-accident'
  | 'other'

/** `change`: whether a report of this kind asks for a change of the locked plan; `sections`: which parts of it that may touch. */
export type MatterKindRow = Text & {
  readonly change: 'required' | 'optional' | 'none'
  readonly sections: readonly PlanSection[]
}

/** What may be changed at all; the rules for the money (part 4) are the park's own and stay as they were approved. */
const changeable: readonly PlanSection[] = ['services', 'agencies', 'fund-lines', 'targets', 'enterprises']

/** The kinds of major matters (G5.5). Inferred: the guide names problems and major changes, not their kinds. */
export const matterKinds: Readonly<Record<MatterKind, MatterKindRow>> = {
  'target-change': {
    zh: '目标调整',
    en: 'Change of targets',
    change: 'required',
    sections: ['targets', 'services', 'fund-lines'],
  },
  'enterprise-change': {
    zh: '试点企业变更',
    en: 'Change of pilot enterprises',
    change: 'required',
    sections: ['enterprises', 'targets', 'services', 'fund-lines'],
  },
  'agency-violation': {
    zh: '机构违规',
    en: 'Breach by an agency',
    change: 'optional',
    sections: ['agencies', 'services', 'fund-lines'],
  },
  'fund-irregularity': { zh: '资金异常', en: 'Irregularity of money', change: 'none', sections: [] },
  'operator-change': { zh: '运营主体变更', en: 'Change of operator', change: 'none', sections: [] },
  'safety-accident': { zh: '安全事故', en: 'Safety accident', change: 'none', sections: [] },
  other: { zh: '其他', en: 'Other', change: 'optional', sections: changeable },
}

export const matterKindList = Object.keys(matterKinds) as [MatterKind, ...MatterKind[]]

export function isMatterKind(text: string): text is MatterKind {
  return Object.hasOwn(matterKinds, text)
}

/** The sum that a matter touches: fen, at most 100 million yuan. */
export const matterAmount = { min: 0, max: 10_000_000_000 } as const

/** What the park reports. `occurredAt`: an ISO instant; `indicators`: codes of the targets it touches; money in fen. */
export type MatterReport = {
  readonly kind: MatterKind
  readonly occurredAt: string
  readonly course: string
  readonly indicators: readonly string[]
  readonly amountFen: Fen | null
  readonly measures: string
  readonly request: string
}

export type MatterSection = 'report' | 'change'

export const matterSectionNames: Readonly<Record<MatterSection, Text>> = {
  report: { zh: '情况报告', en: 'Report' },
  change: { zh: '方案调整', en: 'Change of the plan' },
}

export const matterFieldNames: Readonly<Record<keyof MatterReport, Text>> = {
  kind: { zh: '事项类别', en: 'Kind' },
  occurredAt: { zh: '发生时间', en: 'When it happened' },
  course: { zh: '事项经过', en: 'What happened' },
  indicators: { zh: '影响指标', en: 'Targets affected' },
  amountFen: { zh: '影响金额(元)', en: 'Money affected (yuan)' },
  measures: { zh: '已采取措施', en: 'Measures taken' },
  request: { zh: '请示事项', en: 'What is asked for' },
}

/** One thing wrong with a report or its change; `field`: `report` → `course`; `change` → `fund-lines.rows.0.provincialFen`. */
export type MatterGap = {
  readonly section: MatterSection
  readonly field: string
  readonly code: RefusalCode
  readonly clause: Clause
  readonly severity: 'error' | 'warning'
  readonly facts: Facts
}

export function matterGap(
  section: MatterSection,
  field: string,
  code: RefusalCode,
  facts: Facts = {},
  clause: Clause = 'G5.5',
): MatterGap {
  return { section, field, code, clause, severity: 'error', facts }
}

/** `planOn`: since when the plan stands that a matter is about. */
export type MatterTime = { readonly now: Date; readonly planOn: Day }

/** Whether a matter can have happened at that instant (G5.5): not later than now, and not before there was a plan. */
export function checkOccurred(occurredAt: Date, { now, planOn }: MatterTime, field: string): Refusal | null {
  if (occurredAt > now) return refuse('matter.not-happened-yet', 'G5.5', {}, field)
  const day = dayOf(occurredAt)
  return day < planOn ? refuse('matter.before-the-plan', 'G5.5', { day, plan: planOn }, field) : null
}

/** What a report lacks (G5.5): its course, measures and request in words, an instant that can be, known targets. */
export function reportGaps(report: MatterReport, { edition, ...time }: MatterTime & { edition: Edition }): MatterGap[] {
  const gaps: MatterGap[] = []
  const wrong = (field: string, code: RefusalCode, facts: Facts = {}) =>
    gaps.push(matterGap('report', field, code, facts))
  for (const field of ['course', 'measures'] as const) {
    const no = checkWords(report[field], matterFieldNames[field], 'plan.field-missing', 'G5.5', { field })
    if (no) wrong(field, no.code as RefusalCode, no.facts)
  }
  // nothing need be asked for; a report says so
  if (report.request.trim() === '') wrong('request', 'plan.field-missing')
  const untimely = checkOccurred(new Date(report.occurredAt), time, 'occurredAt')
  if (untimely) wrong('occurredAt', untimely.code as RefusalCode, untimely.facts)
  for (const [i, code] of report.indicators.entries()) {
    if (!indicatorOf(edition, code)) wrong(`indicators.${i}`, 'plan.unknown-indicator', { indicator: code })
  }
  const { amountFen } = report
  if (amountFen !== null && (!isFen(amountFen) || amountFen < 0)) wrong('amountFen', 'plan.bad-amount')
  return gaps
}
