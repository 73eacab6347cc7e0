import type { Text } from '../../shared/words.ts'
import type { Edition } from '../editions/edition.ts'
import type { EvaluationForm } from '../editions/evaluation-rules.ts'
import type { Grade } from '../editions/rule-terms.ts'
import type { FormFacts, ItemFacts } from './facts.ts'
import { type JointLever, leversOf, pulledTogether } from './levers.ts'
import { type Score, scoreForm } from './score.ts'

/** One fact moved, in words. */
export type Move = Text & { readonly item: string; readonly steps: number }

/**
 * Moves that together bring the grade, with the facts as they would be. `effort`: the moves as shares of their targets, added up;
 * smaller is cheaper. `total` in hundredths.
 */
export type Way = {
  readonly moves: readonly Move[]
  readonly effort: number
  readonly total: number
  readonly grade: Grade
  readonly facts: FormFacts
}

type Steps = readonly number[]

/**
 * What would bring the next better grade, the cheapest way first; null where the form is not scored yet or the grade is the best.
 * Each fact alone is moved exactly as far as it must be; several together are taken by points for their effort, then each is let
 * go as far as the grade allows. Every way was scored: doing it yields the grade. None: a veto holds the grade, or too much is lost.
 */
export function waysUp(
  edition: Pick<Edition, 'grades' | 'indicators'>,
  form: EvaluationForm,
  facts: FormFacts,
): { readonly next: Grade; readonly ways: readonly Way[] } | null {
  const rank = ({ grade }: Pick<Score, 'grade'>) => edition.grades.findIndex((row) => row.grade === grade)
  const now = scoreForm(edition, form, facts)
  const next = edition.grades[rank(now) - 1]?.grade
  if (now.grade === null || next === undefined) return null
  const items = form.parts.flatMap((part) => part.items)
  const figureOf = (code: string) => edition.indicators.find((row) => row.code === code)?.measure ?? null
  const levers = pulledTogether(items.flatMap((item) => leversOf(item, facts.items[item.id], figureOf)))
  const scored = (steps: Steps) => scoreForm(edition, form, moved(levers, steps, facts))
  const reaches = (steps: Steps) => {
    const then = scored(steps)
    return then.grade !== null && rank(then) < rank(now)
  }
  const alone = levers.flatMap((lever, at) => {
    const only = (count: number) => levers.map((_, i) => (i === at ? count : 0))
    const count = fewest(lever.most, (some) => reaches(only(some)))
    return count === null ? [] : [only(count)]
  })
  const together = jointly(levers, reaches, (steps) => scored(steps).total ?? 0)
  const ways = [...alone, ...together].flatMap((steps): Way[] => {
    const { total, grade } = scored(steps)
    if (total === null || grade === null) return []
    return [
      {
        moves: movesOf(levers, steps),
        effort: effortOf(levers, steps),
        total,
        grade,
        facts: moved(levers, steps, facts),
      },
    ]
  })
  return { next, ways: ways.toSorted((a, b) => a.effort - b.effort || a.moves.length - b.moves.length) }
}

/** Levers pulled to their end, the one with most points for its effort first, until the grade is there; then let go as far as it stays. */
function jointly(
  levers: readonly JointLever[],
  reaches: (steps: Steps) => boolean,
  totalOf: (steps: Steps) => number,
): Steps[] {
  const none = levers.map(() => 0)
  const set = (steps: Steps, at: number, count: number) => steps.map((own, i) => (i === at ? count : own))
  const before = totalOf(none)
  const order = levers
    .map(({ most, effort }, at) => ({ at, most, worth: (totalOf(set(none, at, most)) - before) / (most * effort) }))
    .filter(({ worth }) => worth > 0)
    .toSorted((a, b) => b.worth - a.worth)
  let steps: Steps = none
  const pulled: number[] = []
  for (const { at, most } of order) {
    if (reaches(steps)) break
    steps = set(steps, at, most)
    pulled.push(at)
  }
  if (!reaches(steps)) return []
  for (const at of pulled.toReversed()) {
    const kept = steps
    steps = set(kept, at, fewest(kept[at] ?? 0, (count) => reaches(set(kept, at, count))) ?? 0)
  }
  return steps.filter((count) => count > 0).length > 1 ? [steps] : []
}

/** The least count that is enough, where more is never worse; null where not even `most` is. */
function fewest(most: number, enough: (count: number) => boolean): number | null {
  if (!enough(most)) return null
  let [low, high] = [0, most]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (enough(middle)) high = middle
    else low = middle + 1
  }
  return low
}

function effortOf(levers: readonly JointLever[], steps: Steps): number {
  return levers.reduce((sum, { effort }, i) => sum + effort * (steps[i] ?? 0), 0)
}

function movesOf(levers: readonly JointLever[], steps: Steps): Move[] {
  return levers.flatMap(({ item, words }, i) => {
    const count = steps[i] ?? 0
    return count > 0 ? [{ ...words(count), item, steps: count }] : []
  })
}

/** The facts with every lever moved; levers of one item are pulled one after the other. */
function moved(levers: readonly JointLever[], steps: Steps, facts: FormFacts): FormFacts {
  const items: Record<string, ItemFacts> = { ...facts.items }
  for (const [i, { pulls }] of levers.entries()) {
    const count = steps[i] ?? 0
    for (const { item, pull } of count > 0 ? pulls : []) {
      const own = items[item]
      if (own) items[item] = pull(own, count)
    }
  }
  return { ...facts, items }
}
