import { addDays, dayOf, endOfDay } from '../../shared/dates.ts'
import type { Fen } from '../../shared/money.ts'
import type { Text } from '../../shared/words.ts'
import type { Lifecycle } from '../lifecycle.ts'

// Network security incidents of the product itself: 国家网络安全事件报告管理办法, in force since 2025-11-01.

/** From the least to the gravest. */
export const incidentGrades = {
  ordinary: { zh: '一般', en: 'ordinary' },
  larger: { zh: '较大', en: 'larger' },
  major: { zh: '重大', en: 'major' },
  severe: { zh: '特别重大', en: 'extremely serious' },
} as const satisfies Record<string, Text>
export type IncidentGrade = keyof typeof incidentGrades
export const incidentGradeList = Object.keys(incidentGrades) as [IncidentGrade, ...IncidentGrade[]]

/** Inferred: the rules ask for the kind and list none. */
export const incidentKinds = {
  malware: { zh: '恶意程序', en: 'Malware' },
  ransomware: { zh: '勒索病毒', en: 'Ransomware' },
  intrusion: { zh: '网络攻击、入侵', en: 'Attack or intrusion' },
  'data-leak': { zh: '数据泄露、窃取', en: 'Data leaked or stolen' },
  tampering: { zh: '数据或页面被篡改', en: 'Data or pages altered' },
  outage: { zh: '设备或系统故障', en: 'Failure of equipment or system' },
  misuse: { zh: '账号被盗用或违规操作', en: 'Account misused' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Text>
export type IncidentKind = keyof typeof incidentKinds
export const incidentKindList = Object.keys(incidentKinds) as [IncidentKind, ...IncidentKind[]]

export const incidentStates = {
  noticed: { zh: '待研判', en: 'to be assessed' },
  assessed: { zh: '处置中', en: 'being dealt with' },
  ended: { zh: '待总结', en: 'to be summed up' },
  'summed-up': { zh: '已总结', en: 'summed up' },
  dismissed: { zh: '已排除', en: 'dismissed' },
} as const satisfies Record<string, Text>
export type IncidentState = keyof typeof incidentStates
export const incidentStateList = Object.keys(incidentStates) as [IncidentState, ...IncidentState[]]

export const incidentActions = {
  assess: { zh: '研判定级', en: 'assess it' },
  report: { zh: '登记报告', en: 'record a report' },
  end: { zh: '登记处置结束', en: 'record its end' },
  'sum-up': { zh: '登记总结报告', en: 'sum it up' },
  dismiss: { zh: '排除', en: 'dismiss it' },
} as const satisfies Record<string, Text>
export type IncidentAction = keyof typeof incidentActions

/** It may be assessed anew while it lasts, and reported further until it is summed up. */
export const incidentLifecycle: Lifecycle<IncidentState, IncidentAction> = {
  noticed: { assess: 'assessed', dismiss: 'dismissed' },
  assessed: { assess: 'assessed', report: 'assessed', end: 'ended', dismiss: 'dismissed' },
  ended: { report: 'ended', 'sum-up': 'summed-up' },
  'summed-up': {},
  dismissed: {},
}

/** `minutesUnreachable`: nobody reached it; `minutesImpaired`: its main function failed, of critical infrastructure alone. */
export type IncidentFigures = {
  readonly persons: number
  readonly lossFen: Fen
  readonly minutesUnreachable: number
  readonly minutesImpaired: number
  readonly critical: boolean
}

type Threshold = {
  readonly grade: IncidentGrade
  readonly figure: Exclude<keyof IncidentFigures, 'critical'>
  readonly least: number
  /** Only of critical infrastructure, or only of what is none; both if left out. */
  readonly critical?: boolean
  readonly source: 'verified' | 'inferred'
}

const hours = (count: number) => count * 60
const yuan = (count: number) => count * 100

/** From which figure on the annexed guideline proposes a grade. Those of the two lower grades are inferred. */
export const gradeThresholds: readonly Threshold[] = [
  { grade: 'severe', figure: 'persons', least: 100_000_000, source: 'verified' },
  { grade: 'severe', figure: 'lossFen', least: yuan(100_000_000), source: 'verified' },
  { grade: 'severe', figure: 'minutesUnreachable', least: hours(24), critical: false, source: 'verified' },
  { grade: 'severe', figure: 'minutesUnreachable', least: hours(6), critical: true, source: 'verified' },
  { grade: 'severe', figure: 'minutesImpaired', least: hours(24), critical: true, source: 'verified' },
  { grade: 'major', figure: 'persons', least: 10_000_000, source: 'inferred' },
  { grade: 'major', figure: 'lossFen', least: yuan(20_000_000), source: 'inferred' },
  { grade: 'major', figure: 'minutesUnreachable', least: hours(6), critical: false, source: 'inferred' },
  { grade: 'major', figure: 'minutesUnreachable', least: hours(2), critical: true, source: 'inferred' },
  { grade: 'major', figure: 'minutesImpaired', least: hours(6), critical: true, source: 'inferred' },
  { grade: 'larger', figure: 'persons', least: 1_000_000, source: 'inferred' },
  { grade: 'larger', figure: 'lossFen', least: yuan(5_000_000), source: 'inferred' },
  { grade: 'larger', figure: 'minutesUnreachable', least: hours(2), critical: false, source: 'inferred' },
  { grade: 'larger', figure: 'minutesUnreachable', least: 30, critical: true, source: 'inferred' },
  { grade: 'larger', figure: 'minutesImpaired', least: hours(2), critical: true, source: 'inferred' },
]

/** The gravest grade that one of the figures reaches. */
export function proposedGrade(figures: IncidentFigures): IncidentGrade {
  const reached = gradeThresholds.find(
    ({ figure, least, critical = figures.critical }) => critical === figures.critical && figures[figure] >= least,
  )
  return reached?.grade ?? 'ordinary'
}

export function isLower(grade: IncidentGrade, than: IncidentGrade): boolean {
  return incidentGradeList.indexOf(grade) < incidentGradeList.indexOf(than)
}

/** Within how many hours of its being noticed a first report is made. */
export const reportHours = { critical: 1, other: 4 } as const
/** Within how many days of its end the summary is. */
export const summaryDays = 30

/** Until when the first report is owed; null of an ordinary incident. */
export function reportDueAt(grade: IncidentGrade, critical: boolean, noticedAt: Date): Date | null {
  if (grade === 'ordinary') return null
  return new Date(noticedAt.getTime() + reportHours[critical ? 'critical' : 'other'] * 3_600_000)
}

/** An incident that nobody has assessed may be of the kind with the shortest clock. */
export function assessDueAt(noticedAt: Date): Date {
  return new Date(noticedAt.getTime() + reportHours.critical * 3_600_000)
}

/** Until when the summary is owed: the end of the thirtieth day after the end; null of an ordinary incident. */
export function summaryDueAt(grade: IncidentGrade, endedAt: Date): Date | null {
  return grade === 'ordinary' ? null : endOfDay(addDays(dayOf(endedAt), summaryDays))
}
