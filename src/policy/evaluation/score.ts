import type { Text } from '../../shared/words.ts'
import type { Edition } from '../editions/edition.ts'
import type { EvaluationForm, EvaluationObligation, EvaluationPart, VetoRule } from '../editions/evaluation-rules.ts'
import type { Grade } from '../editions/rule-terms.ts'
import type { Case, FormFacts } from './facts.ts'
import { type ItemScore, scoreItem } from './item-score.ts'
import {
  compare,
  exact,
  formatPoints,
  hundred,
  hundredthsOf,
  ofHundredths,
  over,
  percentOf,
  times,
} from './rational.ts'

/** A part with what its items come to, hundredths; of a bonus, up to its points. `applicable`: the points that were to be had. */
export type PartScore = {
  readonly part: string
  readonly points: number
  readonly applicable: number
  readonly scored: number
}

/** A veto that fired: the grade it holds the result at, and why. */
export type FiredVeto = { readonly veto: string; readonly cap: Grade; readonly cases: readonly Case[] }

/**
 * A scored form, all points in hundredths. `total` and both grades null: an item is still open, or nothing applies. `byPoints`:
 * the grade before vetoes. `sum`: how the total comes about, in words.
 */
export type Score = {
  readonly items: readonly ItemScore[]
  readonly parts: readonly PartScore[]
  readonly total: number | null
  readonly byPoints: Grade | null
  readonly grade: Grade | null
  readonly vetoes: readonly FiredVeto[]
  readonly open: readonly string[]
  readonly sum: Text
}

/** The form that an evaluation of this edition is scored by; null where it knows no such evaluation. */
export function formFor({ evaluations }: Edition, of: EvaluationObligation): EvaluationForm | null {
  return evaluations.find((form) => form.of.includes(of)) ?? null
}

/** The points and the grade that a form's facts come to (G5.3, GA2). The grades are the edition's, from the best down. */
export function scoreForm({ grades }: Pick<Edition, 'grades'>, form: EvaluationForm, facts: FormFacts): Score {
  const scored = form.parts.map((part) => scorePart(part, facts))
  const items = scored.flatMap((one) => one.items)
  const vetoes = form.vetoes.flatMap((veto) => firedVeto(form, veto, items, facts))
  const open = items.filter(({ state }) => state === 'open').map(({ item }) => item)
  const main = scored.filter(({ part }) => !part.bonus)
  const [won, applicable] = [together(main, 'scored'), together(main, 'applicable')]
  const bonus = together(
    scored.filter(({ part }) => part.bonus),
    'scored',
  )
  const frame = { items, parts: scored.map((one) => one.score), vetoes, open }
  if (open.length > 0 || applicable === 0) {
    const zh = open.length > 0 ? `尚有 ${open.length} 个项目未计分` : '没有适用的项目'
    const en = open.length > 0 ? `items not scored yet: ${open.length}` : 'no item applies'
    return { ...frame, total: null, byPoints: null, grade: null, sum: { zh, en } }
  }
  const whole = hundredthsOf(hundred)
  const rescaled = hundredthsOf(over(times(ofHundredths(won), hundred), ofHundredths(applicable)))
  const lid = hundredthsOf(exact(form.lid))
  const total = Math.min(lid, rescaled + bonus)
  const byPoints = gradeFor(grades, total)
  const caps = vetoes.map(({ cap }) => cap)
  return { ...frame, total, byPoints, grade: lowest(grades, [byPoints, ...caps]), sum: words() }

  function words(): Text {
    const [w, a, r, b] = [won, applicable, rescaled, bonus].map(formatPoints)
    const scale = applicable === whole ? t(`${w}`, `${w}`) : t(`${w} ÷ ${a} × 100 = ${r}`, `${w} ÷ ${a} × 100 = ${r}`)
    const more = bonus > 0 ? t(`，加分 ${b}`, `, bonus ${b}`) : t('', '')
    const cut = rescaled + bonus > lid ? t(`，总分最高 ${form.lid}`, `, ${form.lid} at most`) : t('', '')
    const points = formatPoints(total)
    return t(
      `各项得分 ${scale.zh}${more.zh}${cut.zh}：总分 ${points}`,
      `items ${scale.en}${more.en}${cut.en}: total ${points}`,
    )
  }
}

/** The grade that so many hundredths bring. */
export function gradeFor(grades: Edition['grades'], hundredths: number): Grade {
  const found = grades.find(({ minPoints }) => hundredths >= hundredthsOf(exact(minPoints)))
  if (!found) throw new Error(`no grade begins at ${hundredths} hundredths or below`)
  return found.grade
}

function lowest(grades: Edition['grades'], some: readonly Grade[]): Grade {
  const rank = (grade: Grade) => grades.findIndex((row) => row.grade === grade)
  return some.reduce((low, grade) => (rank(grade) > rank(low) ? grade : low))
}

type ScoredPart = { readonly part: EvaluationPart; readonly items: readonly ItemScore[]; readonly score: PartScore }

function scorePart(part: EvaluationPart, facts: FormFacts): ScoredPart {
  const items = part.items.map((item) => scoreItem(item, facts.items[item.id]))
  const points = hundredthsOf(exact(part.points))
  const scored = items.reduce((sum, one) => sum + (one.scored ?? 0), 0)
  const applicable = items.reduce((sum, one) => sum + (one.state === 'scored' ? one.points : 0), 0)
  const score = { part: part.id, points, applicable, scored: part.bonus ? Math.min(points, scored) : scored }
  return { part, items, score }
}

function together(parts: readonly ScoredPart[], field: 'scored' | 'applicable'): number {
  return parts.reduce((sum, { score }) => sum + score[field], 0)
}

function firedVeto(
  form: EvaluationForm,
  { id, cap, when, zh, en }: VetoRule,
  items: readonly ItemScore[],
  facts: FormFacts,
): FiredVeto[] {
  if (when.by === 'finding') {
    const cases = facts.findings[when.finding] ?? []
    return cases.length > 0 ? [{ veto: id, cap, cases }] : []
  }
  const scored = items.find(({ item }) => item === when.item)
  const rule = form.parts.flatMap((part) => part.items).find((item) => item.id === when.item)
  if (!rule || !scored || scored.scored === null) return []
  const line = percentOf(when.belowPercent, exact(rule.points))
  if (compare(ofHundredths(scored.scored), line) >= 0) return []
  const points = `${formatPoints(scored.scored)} < ${formatPoints(hundredthsOf(line))}`
  return [{ veto: id, cap, cases: [{ id: when.item, zh: `${zh}：${points}`, en: `${en}: ${points}` }] }]
}

function t(zh: string, en: string): Text {
  return { zh, en }
}
