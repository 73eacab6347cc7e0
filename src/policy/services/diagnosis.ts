import { type Day, daysBetween, isDay } from '../../shared/dates.ts'
import type { Refusal } from '../../shared/refusal.ts'
import type { Text } from '../../shared/words.ts'
import { checkReason } from '../guide/reasons.ts'
import { allRefusals, both, refuse, refuseDay } from '../guide/refuse.ts'
import type { ServiceKind } from '../records/service-kinds.ts'
import { type ProblemId, problems, questions } from './diagnosis-questions.ts'

export type EnterpriseClass = 'early-stage' | 'srdi-direction'

export const classNames: Readonly<Record<EnterpriseClass, Text>> = {
  'early-stage': { zh: '初创成长型', en: 'Early-stage' },
  'srdi-direction': { zh: '专精特新方向', en: 'SRDI-direction' },
}

export const titleNames = {
  'tech-sme': { zh: '科技型中小企业', en: 'Technology-based SME' },
  innovative: { zh: '创新型中小企业', en: 'Innovative SME' },
  'high-tech': { zh: '高新技术企业', en: 'High-tech enterprise' },
  srdi: { zh: '专精特新中小企业', en: 'SRDI SME' },
  'little-giant': { zh: '专精特新“小巨人”企业', en: 'SRDI Little Giant' },
} as const satisfies Record<string, Text>

export type EnterpriseTitle = keyof typeof titleNames

/** Titles that put an enterprise in the SRDI direction by themselves. */
const directionTitles: readonly EnterpriseTitle[] = ['innovative', 'high-tech', 'srdi', 'little-giant']

/** Bars for an enterprise without a title; modelled on the criteria for SRDI enterprises, inferred. */
const bars = { years: 2, revenueWan: 1000, researchWan: 100, researchPercent: 3 } as const

/** What the class is computed from; last year's figures in 万元, null where unknown. */
export type DiagnosisFacts = {
  readonly foundedOn: Day | null
  readonly revenueWan: number | null
  readonly researchWan: number | null
  readonly titles: readonly EnterpriseTitle[]
  /** The day of the diagnosis, on which the enterprise has its age. */
  readonly on: Day
}

/** Answers by question id. */
export type Answers = Readonly<Record<string, string>>

export type Diagnosis = {
  readonly problems: readonly ProblemId[]
  /** The more problems a kind helps with, the earlier it stands. */
  readonly recommendedKinds: readonly ServiceKind[]
  readonly class: EnterpriseClass
  readonly reasons: readonly Text[]
}

/** From the answers to the problems, the services that help, and the class with its reasons (G1.3, G1.4). Every question needs an answer. */
export function diagnose(answers: Answers, facts: DiagnosisFacts): Diagnosis | Refusal {
  const { foundedOn, revenueWan, researchWan, on } = facts
  const no = allRefusals(
    ...questions.map((question) => checkAnswer(answers, question)),
    ...Object.keys(answers)
      .filter((id) => !questions.some((question) => question.id === id))
      .map((id) => refuse('services.unknown-question', 'G1.3', { question: id }, `answers.${id}`)),
    foundedOn === null || isDay(foundedOn) ? null : refuseDay(foundedOn, null, 'foundedOn'),
    foundedOn !== null && isDay(on) && foundedOn > on
      ? refuse('services.founded-after-diagnosis', 'G1.4', { day: foundedOn, on }, ['foundedOn', 'on'])
      : null,
    checkFigure(revenueWan, 'revenueWan'),
    checkFigure(researchWan, 'researchWan'),
  )
  return no ?? outcomeOf(answers, facts)
}

function checkAnswer(answers: Answers, question: (typeof questions)[number]): Refusal | null {
  const field = `answers.${question.id}`
  const answer = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined
  if (answer === undefined || answer === '')
    return refuse('services.question-unanswered', 'G1.3', both('question', question), field)
  if (question.options.some((one) => one.id === answer)) return null
  return refuse('services.unknown-answer', 'G1.3', both('question', question), field)
}

/** No enterprise has more of anything in a year, 万元: a hundred billion yuan. */
export const mostWan = 10_000_000

function checkFigure(value: number | null, field: string): Refusal | null {
  if (value === null) return null
  if (!Number.isFinite(value) || value < 0) return refuse('services.bad-figure', 'G1.4', {}, field)
  if (Math.abs(value * 1e6 - Math.round(value * 1e6)) > 1e-3)
    return refuse('services.too-fine-figure', 'G1.4', {}, field)
  return value > mostWan ? refuse('services.impossible-figure', 'G1.4', { most: mostWan / 10_000 }, field) : null
}

/** The parts of the rule about who may put a diagnosis right. `recordedBy`: who recorded what stands. */
export type Correcting = { readonly by: string; readonly manager: boolean; readonly recordedBy: string }

/** Whether this person may correct it: who recorded it, or the manager of the park (G1.3). */
export function mayCorrect({ by, manager, recordedBy }: Correcting): Refusal | null {
  return manager || by === recordedBy ? null : refuse('services.correction-by-another', 'G1.3')
}

/** All that keeps a corrected diagnosis from taking the place of the former, or null: a reason, and services that stand on it still come after it. */
export function checkCorrection(given: {
  readonly reason: string
  readonly on: Day
  readonly firstNeedOn: Day | null
  /** Whether anything at all is told otherwise. */
  readonly changed: boolean
}): Refusal | null {
  const { reason, on, firstNeedOn, changed } = given
  const late = firstNeedOn !== null && on > firstNeedOn
  return allRefusals(
    late ? refuse('services.diagnosis-after-need', 'G1.3', { day: on, need: firstNeedOn }, 'diagnosedOn') : null,
    checkReason(reason, 'common.reason-missing', 'G1.3'),
    changed ? null : refuse('common.nothing-changed', 'G1.3'),
  )
}

/** What comes of the questions answered so far; the others find nothing. */
export function outcomeOf(answers: Answers, facts: DiagnosisFacts): Diagnosis {
  const found = questions.flatMap(({ id, options }) => options.find((one) => one.id === answers[id])?.problems ?? [])
  const distinct = [...new Set(found)]
  return { problems: distinct, recommendedKinds: recommended(distinct), ...classify(facts) }
}

function recommended(found: readonly ProblemId[]): ServiceKind[] {
  const votes = new Map<ServiceKind, number>()
  for (const id of found) for (const kind of problems[id].kinds) votes.set(kind, (votes.get(kind) ?? 0) + 1)
  return [...votes].sort(([, a], [, b]) => b - a).map(([kind]) => kind)
}

/** The class and why (G1.4): a title, or age, revenue and research all reach the bars. */
export function classify(facts: DiagnosisFacts): { class: EnterpriseClass; reasons: Text[] } {
  const held = facts.titles.filter((title) => directionTitles.includes(title))
  if (held.length > 0) {
    const reasons = held.map((title) => ({
      zh: `已取得${titleNames[title].zh}`,
      en: `Holds the title ${titleNames[title].en}`,
    }))
    return { class: 'srdi-direction', reasons }
  }
  const { revenueWan, researchWan, foundedOn, on } = facts
  const years = foundedOn === null ? null : Math.floor(daysBetween(foundedOn, on) / 365.25)
  const percent =
    researchWan === null || revenueWan === null || revenueWan === 0 ? null : (researchWan / revenueWan) * 100
  const tests = [
    test('成立年数', 'Years since founding', years, bars.years),
    test('营业收入（万元）', 'Revenue (10,000 yuan)', revenueWan, bars.revenueWan),
    test('研发费用（万元）', 'Research spending (10,000 yuan)', researchWan, bars.researchWan),
    test('研发费用占比（%）', 'Research share of revenue (%)', percent, bars.researchPercent),
  ]
  const met = tests.every((one) => one.met)
  const reasons = tests.filter((one) => one.met === met).map((one) => one.reason)
  return { class: met ? 'srdi-direction' : 'early-stage', reasons }
}

function test(zh: string, en: string, value: number | null, bar: number): { met: boolean; reason: Text } {
  if (value === null)
    return { met: false, reason: { zh: `${zh}未知，要求不低于 ${bar}`, en: `${en} unknown, ${bar} needed` } }
  const shown = Math.floor(value * 100) / 100
  const met = value >= bar
  return {
    met,
    reason: met
      ? { zh: `${zh} ${shown}，达到 ${bar}`, en: `${en} ${shown}, at least ${bar}` }
      : { zh: `${zh} ${shown}，低于 ${bar}`, en: `${en} ${shown}, below ${bar}` },
  }
}
