import type { Text } from '../../shared/words.ts'
import type { EvaluationItem, FigureUnit, VetoFinding } from '../editions/evaluation-rules.ts'
import type { IndicatorDirection } from '../editions/rule-terms.ts'

/** One thing that takes points off, or that a veto rests on, as it is listed. */
export type Case = Text & { readonly id: string }

/** One indicator of the target list; `actual` null: there is no figure, so that it drops out and the others are rescaled. */
export type TargetFact = Text & {
  readonly code: string
  readonly actual: number | null
  readonly target: number
  readonly direction: IndicatorDirection
  readonly weight: number
  readonly figure: FigureUnit
}

/** What an item is scored from, by the primitive it is for. Figures are decimals as they stand in the tables. */
export type ItemFacts =
  | { readonly kind: 'ratio'; readonly actual: number; readonly target: number }
  | { readonly kind: 'targets'; readonly targets: readonly TargetFact[] }
  | { readonly kind: 'step-down'; readonly done: number; readonly plan: number }
  | { readonly kind: 'base-plus'; readonly done: number; readonly base: number }
  /** Papers behind each element; one without a paper is not there. */
  | { readonly kind: 'checklist'; readonly proofs: Readonly<Record<string, number>> }
  | { readonly kind: 'accumulate'; readonly counts: Readonly<Record<string, number>> }
  | { readonly kind: 'bands'; readonly figure: number }
  | { readonly kind: 'judged'; readonly band: string; readonly percent: number }
  | { readonly kind: 'per-case'; readonly cases: readonly Case[] }
  | { readonly kind: 'not-applicable'; readonly reason: Text }
  /** Points in hundredths that a person gives instead of those that the records come to. */
  | { readonly kind: 'given'; readonly points: number }

/** The facts of a form: by item, what is not there yet left out; and what was found, by veto. */
export type FormFacts = {
  readonly items: Readonly<Record<string, ItemFacts>>
  readonly findings: Readonly<Partial<Record<VetoFinding, readonly Case[]>>>
}

/**
 * Facts and the primitive they are for, known to fit each other.
 * @throws Error for facts of another primitive, or for an item that always applies: the caller's mistake, never a user's
 */
export function mismatch(item: EvaluationItem, facts: ItemFacts): Error {
  return new Error(`${item.id} is scored by ${item.primitive.kind}, not by ${facts.kind}`)
}
