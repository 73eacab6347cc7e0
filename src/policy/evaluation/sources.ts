import type { Text } from '../../shared/words.ts'
import type { EvaluationForm, EvaluationItem, EvaluationSource } from '../editions/evaluation-rules.ts'
import type { Case, ItemFacts, TargetFact } from './facts.ts'

/** What the records of one source say; `none`: there is nothing to score, and why. Figures as they stand in the tables. */
export type SourceFact =
  | { readonly shape: 'targets'; readonly targets: readonly TargetFact[] }
  | { readonly shape: 'figures'; readonly actual: number; readonly target: number }
  | { readonly shape: 'share'; readonly figure: number }
  | { readonly shape: 'cases'; readonly cases: readonly Case[] }
  | { readonly shape: 'elements'; readonly proofs: Readonly<Record<string, number>> }
  | { readonly shape: 'none'; readonly reason: Text }

export type SourceFacts = Readonly<Record<EvaluationSource, SourceFact>>

/** The facts of every item that records say something of, by item; what a person judges is left out (GA2). */
export function recordedFacts(form: EvaluationForm, sources: SourceFacts): Record<string, ItemFacts> {
  return Object.fromEntries(
    form.parts
      .flatMap((part) => part.items)
      .flatMap((item) => {
        const facts = item.from === null ? null : factsFrom(item, sources[item.from])
        return facts === null ? [] : [[item.id, facts]]
      }),
  )
}

/** Null where an item that always applies has nothing to be scored from: it stays open. */
function factsFrom(item: EvaluationItem, fact: SourceFact): ItemFacts | null {
  const { primitive: rule } = item
  if (fact.shape === 'none') return item.mayDrop ? { kind: 'not-applicable', reason: fact.reason } : null
  if (fact.shape === 'targets' && rule.kind === 'targets') return { kind: 'targets', targets: fact.targets }
  if (fact.shape === 'share' && rule.kind === 'bands') return { kind: 'bands', figure: fact.figure }
  if (fact.shape === 'cases' && rule.kind === 'per-case') return { kind: 'per-case', cases: fact.cases }
  if (fact.shape === 'elements' && rule.kind === 'checklist') return { kind: 'checklist', proofs: fact.proofs }
  if (fact.shape === 'figures') {
    const { actual, target } = fact
    if (rule.kind === 'ratio') return { kind: 'ratio', actual, target }
    if (rule.kind === 'step-down') return { kind: 'step-down', done: actual, plan: target }
    if (rule.kind === 'base-plus') return { kind: 'base-plus', done: actual, base: target }
  }
  throw new Error(`${item.id} is scored by ${rule.kind}, and ${item.from} says ${fact.shape}`)
}
