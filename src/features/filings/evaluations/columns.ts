import type { GivenColumn } from '../../../policy/evaluation/columns.ts'
import { columnFacts, meanOfExperts } from '../../../policy/evaluation/columns.ts'
import type { FormFacts, ItemFacts } from '../../../policy/evaluation/facts.ts'
import type { EvaluationRow, ScoreRow } from './store.ts'

/** What counts of all that was given: one score an item in each column, of the experts one an item from each. */
export type Given = {
  readonly self: ReadonlyMap<string, ScoreRow>
  readonly final: ReadonlyMap<string, ScoreRow>
  readonly experts: ReadonlyMap<string, ReadonlyMap<string, ScoreRow>>
}

export function givenIn(scores: readonly ScoreRow[]): Given {
  const newest = (column: GivenColumn) =>
    new Map(scores.filter(({ givenIn: own }) => own === column).map((score) => [score.item, score]))
  const experts = Map.groupBy(
    scores.filter(({ givenIn: own }) => own === 'expert'),
    ({ givenBy }) => givenBy,
  )
  return {
    self: newest('self'),
    final: newest('final'),
    experts: new Map([...experts].map(([by, own]) => [by, new Map(own.map((score) => [score.item, score]))])),
  }
}

/** The facts by which each column is scored: what was given in it, and otherwise what the records come to; the experts' is empty while none has scored whose seat stands. */
export type Columns = Readonly<Record<'computed' | GivenColumn, FormFacts>>

export function columnsOf({ form }: Pick<EvaluationRow, 'form'>, computed: FormFacts, given: Given): Columns {
  const facts = (own: ReadonlyMap<string, ScoreRow>): Record<string, ItemFacts> =>
    Object.fromEntries([...own].map(([item, score]) => [item, score.facts]))
  const experts = [...given.experts.values()].filter((own) => [...own.values()].every(({ counts }) => counts))
  return {
    computed,
    self: columnFacts(computed, facts(given.self)),
    expert:
      experts.length === 0
        ? { ...computed, items: {} }
        : columnFacts(computed, meanOfExperts(form, experts.map(facts))),
    final: columnFacts(computed, facts(given.final)),
  }
}
