import type { Day } from '../../shared/dates.ts'
import { type Fen, sumFen } from '../../shared/money.ts'
import { type PeriodCode, periodDays, periodName, periodOf } from '../../shared/periods.ts'
import type { Edition } from '../editions/edition.ts'
import { beforeText, factText } from '../filings/form-values.ts'
import type { FieldsContent, FormFact } from '../filings/forms.ts'
import { type MeasureId, measures } from '../records/measures.ts'
import type { Records } from '../records/records.ts'
import { serviceKinds, tailoredKinds } from '../records/service-kinds.ts'
import { figureFacts, partsOf } from './indicators.ts'
import { afterReductions, type KeptReduction, standingAt } from './standing.ts'

/** One pilot of the county: what is accepted of it, what judges took off its tables, the days of the visits to its enterprises. */
export type SummarySource = {
  readonly pilotId: string
  readonly parkName: string
  readonly edition: Pick<Edition, 'indicators'>
  readonly records: Records
  readonly reductions: readonly (KeptReduction & { readonly indicator: string })[]
  readonly visits: readonly Day[]
}

type Figure = {
  readonly id: string
  readonly of: FormFact['of']
  readonly zh: string
  readonly en: string
  readonly place: string
}
/** A figure of one pilot or of all; `of`: the whole of a ratio. `before`: what the records alone make of it. */
type Counted = { readonly value: number; readonly of?: number; readonly before?: number }
type Count = (source: SummarySource, from: Day, to: Day) => Counted

const within = (day: Day | null, from: Day, to: Day) => day !== null && from <= day && day <= to
const kindFigures = tailoredKinds.map((kind): Figure & { count: Count } => ({
  id: `services.${kind}`,
  of: 'count',
  zh: `${serviceKinds[kind].zh}（项）`,
  en: serviceKinds[kind].en,
  place: `services?kind=${kind}`,
  count: ({ records }, from, to) => ({
    value: records.services.filter((one) => one.kind === kind && within(one.countedOn, from, to)).length,
  }),
}))

/** A figure that the tables have too: the records of the half-year, or of all time, after the reductions that stand (G3.5). */
function asInTables(measure: MeasureId, span: 'period' | 'total' = 'period'): Count {
  return ({ edition, records, reductions }, _, to) => {
    const rule = edition.indicators.find((one) => one.measure === measure)
    const kind = rule?.kind ?? 'cumulative'
    const half = periodOf('half-year', to)
    const facts = measures[measure](records, to)
      .filter(({ day }) => day <= to)
      .map((record) => ({ ...record, indicator: measure }))
    const parts = partsOf(kind, half, figureFacts(facts, rule?.distinct ?? false))
    const standing = standingAt(
      to,
      reductions.filter(({ indicator }) => indicator === rule?.code),
    ).map(({ period, amount }) => ({ period: periodOf('half-year', periodDays(period).to), amount }))
    const left = afterReductions(kind, half, parts, standing)[span]
    return { value: left.value, before: parts[span].value, ...(left.of === null ? {} : { of: left.of }) }
  }
}

const received = ({ records }: SummarySource, from: Day, to: Day): Fen =>
  sumFen(records.tranches.filter((one) => within(one.receivedOn, from, to)).map((one) => one.amountFen))
const spent = ({ records }: SummarySource, from: Day, to: Day): Fen =>
  sumFen(records.payments.filter((one) => within(one.paidOn, from, to)).map((one) => one.provincialFen))

type Row = Figure & { readonly section: 'progress' | 'funds'; readonly count: Count }
const row = (
  section: Row['section'],
  id: string,
  of: Figure['of'],
  place: string,
  zh: string,
  en: string,
  count: Count,
): Row => ({
  section,
  id,
  of,
  place,
  zh,
  en,
  count,
})

/** What a half-year's summary counts (G5.4), each figure with the page of a pilot on which it is read. */
const figures: readonly Row[] = [
  row(
    'progress',
    'services',
    'count',
    'services',
    '完成个性服务（项）',
    'Services completed',
    asInTables('services-completed'),
  ),
  ...kindFigures.map((figure): Row => ({ ...figure, section: 'progress' })),
  row(
    'progress',
    'diagnosed',
    'count',
    'enterprises',
    '诊断试点企业（家）',
    'Enterprises diagnosed',
    asInTables('enterprises-diagnosed'),
  ),
  row('progress', 'activities', 'count', 'activities', '开展普惠活动（场）', 'Activities', asInTables('activities')),
  row('progress', 'attendances', 'count', 'activities', '参加企业（家次）', 'Attendances', asInTables('attendances')),
  row('progress', 'visits', 'count', 'services', '服务走访（次）', 'Visits', ({ visits }, from, to) => ({
    value: visits.filter((day) => within(day, from, to)).length,
  })),
  row('progress', 'satisfaction', 'percent', 'services', '企业满意率', 'Satisfaction', asInTables('satisfaction')),
  row('funds', 'received', 'money', 'money', '本半年到位', 'Received in the half-year', (one, from, to) => ({
    value: received(one, from, to),
  })),
  row('funds', 'spent', 'money', 'money', '本半年支出', 'Spent in the half-year', (one, from, to) => ({
    value: spent(one, from, to),
  })),
  row('funds', 'received-in-all', 'money', 'money', '累计到位', 'Received so far', (one, _, to) => ({
    value: received(one, '', to),
  })),
  row('funds', 'spent-in-all', 'money', 'money', '累计支出', 'Spent so far', (one, _, to) => ({
    value: spent(one, '', to),
  })),
  row('funds', 'execution', 'percent', 'money', '执行率', 'Execution rate', asInTables('money-spent', 'total')),
]

/** The figures of a county's half-year from its pilots' accepted records; kinds of which nothing was done are left out. */
export function summaryFacts(
  period: PeriodCode,
  section: Row['section'],
  sources: readonly SummarySource[],
): FormFact[] {
  const { from, to } = periodDays(period)
  return figures.flatMap(({ count, place, section: own, id, of, zh, en }) => {
    if (own !== section) return []
    const counted = sources.map((source) => ({ source, found: count(source, from, to) }))
    const parts = counted.map(({ source: { pilotId, parkName }, found }) => ({
      name: parkName,
      ...figuresOf(found),
      href: `/pilots/${pilotId}/${place}`,
    }))
    const add = (of: (found: Counted) => number) => counted.reduce((sum, { found }) => sum + of(found), 0)
    const figures = figuresOf({
      value: add((found) => found.value),
      before: add((found) => found.before ?? found.value),
      ...(of === 'percent' ? { of: add((found) => found.of ?? 0) } : {}),
    })
    if (id.startsWith('services.') && figures.value === 0) return []
    const [only] = parts.length === 1 ? parts : []
    return [{ id, of, zh, en, ...figures, href: only?.href ?? '/pilots', parts }]
  })
}

/** Sections that are drafted from facts, with their text. Official papers are in Chinese. */
export function draftSummary(
  period: PeriodCode,
  county: string,
  sources: readonly SummarySource[],
): Record<'progress' | 'funds', FieldsContent> {
  const progress = summaryFacts(period, 'progress', sources)
  const funds = summaryFacts(period, 'funds', sources)
  return {
    progress: drafted(progressText(period, county, sources.length, progress), progress),
    funds: drafted(fundsText(period, funds), funds),
  }
}

/** The draft made anew: figures always; the text only where the person left the old draft standing in it. */
export function refreshedDraft(before: FieldsContent, fresh: FieldsContent): FieldsContent {
  const text = String(before.fields.text ?? '')
  const [old, now] = [before.drafted ?? '', fresh.drafted ?? '']
  const next = text.trim() === '' ? now : old !== '' && text.includes(old) ? text.replace(old, () => now) : text
  return { ...before, ...fresh, fields: { ...before.fields, text: next } }
}

function drafted(text: string, facts: readonly FormFact[]): FieldsContent {
  return { fields: { text }, facts, drafted: text }
}

/** Figures by their id in Chinese, each with what it was before the reductions that are taken off it. */
function saying(facts: readonly FormFact[], of: FormFact['of']): (id: string, unit?: string) => string {
  return (id, unit = '') => {
    const fact = facts.find((one) => one.id === id) ?? { of, value: 0 }
    const before = beforeText(fact)
    return `${factText(fact).zh}${unit}${before ? `（${before.zh}${unit}）` : ''}`
  }
}

function progressText(period: PeriodCode, county: string, parks: number, facts: readonly FormFact[]): string {
  const say = saying(facts, 'count')
  const kinds = facts
    .filter((fact) => fact.id.startsWith('services.'))
    .map((fact) => `${fact.zh.replace('（项）', '')} ${fact.value} 项`)
  const byKind = kinds.length > 0 ? `（${kinds.join('、')}）` : ''
  const satisfaction = say('satisfaction') === '—' ? '' : `；企业满意率 ${say('satisfaction')}`
  return (
    `${periodName(period).zh}，${county} ${parks} 家试点园区共完成个性服务 ${say('services', ' 项')}${byKind}，` +
    `诊断试点企业 ${say('diagnosed', ' 家')}，开展普惠活动 ${say('activities', ' 场')}、参加企业 ${say('attendances', ' 家次')}，` +
    `服务走访 ${say('visits')} 次${satisfaction}。`
  )
}

function fundsText(period: PeriodCode, facts: readonly FormFact[]): string {
  const say = saying(facts, 'money')
  const [year, month, day] = periodDays(period).to.split('-').map(Number)
  const rate = say('execution') === '—' ? '' : `，执行率 ${say('execution')}`
  return (
    `截至 ${year} 年 ${month} 月 ${day} 日，省财政资金累计到位 ${say('received-in-all')}，累计支出 ${say('spent-in-all')}${rate}；` +
    `其中本半年到位 ${say('received')}，支出 ${say('spent')}。`
  )
}

/** A figure, and what it was before reductions where they take something off it. */
function figuresOf({ value, before = value, of }: Counted): Pick<FormFact, 'value' | 'before'> {
  const figure = figureOf({ value, ...(of === undefined ? {} : { of }) })
  if (before === value) return { value: figure }
  return { value: figure, before: figureOf({ value: before, ...(of === undefined ? {} : { of }) }) }
}

/** A ratio in percent with two decimals; null when there is no whole. */
function figureOf({ value, of }: Pick<Counted, 'value' | 'of'>): number | null {
  if (of === undefined) return value
  return of === 0 ? null : Math.round((value / of) * 10_000) / 100
}
