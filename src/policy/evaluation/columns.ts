import { isRefusal, type Refusal } from '../../shared/refusal.ts'
import type { Text } from '../../shared/words.ts'
import type { EvaluationForm, EvaluationItem } from '../editions/evaluation-rules.ts'
import type { Clause } from '../guide/clauses.ts'
import { checkReason, checkReasonIfGiven } from '../guide/reasons.ts'
import { allRefusals, both, refuse } from '../guide/refuse.ts'
import type { FormFacts, ItemFacts } from './facts.ts'
import { mostOf, scoreItem } from './item-score.ts'
import { formatPoints, hundredthsOf, mean, ofHundredths } from './rational.ts'

/** The four columns of an evaluation: what the records come to, what the park says, what experts say, what stands. */
export const scoreColumns = {
  computed: { zh: '系统计算', en: 'Computed' },
  self: { zh: '园区自评', en: 'Self-evaluation' },
  expert: { zh: '专家评分', en: 'Experts' },
  final: { zh: '评定', en: 'Final' },
} as const satisfies Record<string, Text>
export type ScoreColumn = keyof typeof scoreColumns
/** Columns that people write; the computed one is never typed. */
export type GivenColumn = Exclude<ScoreColumn, 'computed'>

/**
 * A score as somebody gives it: points (hundredths) for what is computed, what the primitive asks for where a person judges, or
 * that the item does not apply.
 */
export type GivenScore =
  | { readonly by: 'points'; readonly points: number }
  | { readonly by: 'elements'; readonly elements: readonly string[] }
  | { readonly by: 'band'; readonly band: string; readonly percent: number }
  | { readonly by: 'counts'; readonly counts: Readonly<Record<string, number>> }
  | { readonly by: 'nothing' }

/** The item of a form. @throws Refusal `evaluation.unknown-item` */
export function itemOf(form: EvaluationForm, id: string, clause: Clause): EvaluationItem | Refusal {
  const found = form.parts.flatMap((part) => part.items).find((item) => item.id === id)
  return found ?? refuse('evaluation.unknown-item', clause, { item: id }, 'item')
}

type Given = {
  readonly score: GivenScore
  readonly reason: string
  readonly fileId: string | null
  /** What the records come to, where they come to anything. */
  readonly computed: ItemFacts | undefined
}

/**
 * The facts that a given score stands for, or everything that is wrong with it (GA2): within the item's points, by what its
 * primitive asks for, with a reason where it was judged or differs from the records, with a paper where it lies above them, gives
 * points that they do not come to, or leaves out what they do.
 */
export function checkScore(item: EvaluationItem, given: Given, clause: Clause): ItemFacts | Refusal {
  const facts = givenFacts(item, given, clause)
  if (isRefusal(facts)) return allRefusals(facts, checkReasonIfGiven(given.reason, clause)) ?? facts
  const { reason, fileId } = given
  const [now, before] = [scoreItem(item, facts).scored, scoreItem(item, given.computed).scored]
  const differs = item.from === null || now !== before
  const unproven = item.from === null || fileId !== null ? null : whyProof(now, before)
  const about = { ...both('item', item), computed: before === null ? '—' : formatPoints(before) }
  const no = allRefusals(
    differs
      ? checkReason(reason, 'evaluation.score-without-reason', clause, { facts: about })
      : checkReasonIfGiven(reason, clause),
    unproven ? refuse(unproven, clause, about, 'fileId') : null,
  )
  return no ?? facts
}

/** What a score needs a paper for, in hundredths: points that the records do not come to, or points of theirs left out. */
function whyProof(now: number | null, before: number | null) {
  if (now === before) return null
  if (before === null) return 'evaluation.given-without-proof'
  if (now === null) return 'evaluation.dropped-without-proof'
  return now > before ? 'evaluation.raised-without-proof' : null
}

function givenFacts(item: EvaluationItem, { score, reason }: Given, clause: Clause): ItemFacts | Refusal {
  const { primitive: rule } = item
  const name = both('item', item)
  if (score.by === 'nothing') {
    if (!item.mayDrop) return refuse('evaluation.always-applies', clause, name, 'score.by')
    return { kind: 'not-applicable', reason: { zh: reason.trim(), en: reason.trim() } }
  }
  if (score.by === 'points') {
    if (item.from === null) return refuse('evaluation.judged-by-form', clause, name, 'score.by')
    const most = mostOf(item)
    const sound = Number.isInteger(score.points) && 0 <= score.points && score.points <= most
    if (sound) return { kind: 'given', points: score.points }
    return refuse('evaluation.points-beyond', clause, { ...name, most: formatPoints(most) }, 'score.points')
  }
  if (item.from !== null) return refuse('evaluation.points-asked', clause, name, 'score.by')
  if (score.by === 'elements' && rule.kind === 'checklist') {
    const unknown = score.elements.find((id) => !rule.elements.some((one) => one.id === id))
    if (unknown !== undefined)
      return refuse('evaluation.unknown-element', clause, { ...name, element: unknown }, 'score.elements')
    return { kind: 'checklist', proofs: Object.fromEntries(score.elements.map((id) => [id, 1])) }
  }
  if (score.by === 'band' && rule.kind === 'judged') {
    const band = rule.bands.find(({ id }) => id === score.band)
    if (!band) return refuse('evaluation.unknown-element', clause, { ...name, element: score.band }, 'score.band')
    const { minPercent: min, maxPercent: max } = band
    const inside = Number.isInteger(score.percent) && min <= score.percent && score.percent <= max
    if (inside) return { kind: 'judged', band: band.id, percent: score.percent }
    return refuse('evaluation.outside-band', clause, { ...both('band', band), min, max }, 'score.percent')
  }
  if (score.by === 'counts' && rule.kind === 'accumulate') {
    const unknown = Object.keys(score.counts).find((id) => !rule.sources.some((one) => one.id === id))
    if (unknown !== undefined)
      return refuse('evaluation.unknown-element', clause, { ...name, element: unknown }, 'score.counts')
    return { kind: 'accumulate', counts: score.counts }
  }
  return refuse('evaluation.judged-by-form', clause, name, 'score.by')
}

/** Whether an item comes to other points by these facts than by those (G5.3). */
export function changesScore(item: EvaluationItem, before: ItemFacts | undefined, after: ItemFacts): boolean {
  return scoreItem(item, before).scored !== scoreItem(item, after).scored
}

/** The facts of a column: what was given in it, and otherwise what the records come to. */
export function columnFacts(computed: FormFacts, given: Readonly<Record<string, ItemFacts>>): FormFacts {
  return { ...computed, items: { ...computed.items, ...given } }
}

/** What several experts gave, item by item: the mean of their points, rounded to hundredths, halves up. */
export function meanOfExperts(
  form: EvaluationForm,
  experts: readonly Readonly<Record<string, ItemFacts>>[],
): Record<string, ItemFacts> {
  const items = form.parts.flatMap((part) => part.items)
  return Object.fromEntries(
    items.flatMap((item): [string, ItemFacts][] => {
      const scores = experts.flatMap((one) => scoreItem(item, one[item.id]).scored ?? [])
      if (scores.length === 0) return []
      return [[item.id, { kind: 'given', points: hundredthsOf(mean(scores.map(ofHundredths))) }]]
    }),
  )
}

/** Items that a column leaves open, in the order of the form. */
export function openItems(form: EvaluationForm, facts: FormFacts): EvaluationItem[] {
  return form.parts
    .flatMap((part) => part.items)
    .filter((item) => scoreItem(item, facts.items[item.id]).state === 'open')
}
