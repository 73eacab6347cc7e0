import type { Refusal } from '../shared/refusal.ts'
import type { Text } from '../shared/words.ts'
import type { Clause } from './guide/clauses.ts'
import { both, refuse } from './guide/refuse.ts'

/** Which action leads from which state to which: `{ draft: { submit: 'submitted' } }`. Every state has a row, final ones an empty one. */
export type Lifecycle<State extends string, Action extends string> = {
  readonly [S in State]: { readonly [A in Action]?: State }
}

/** The state after an action, or null when the table has no such step. */
export function nextState<S extends string, A extends string>(table: Lifecycle<S, A>, state: S, action: A): S | null {
  return table[state]?.[action] ?? null
}

/** Actions the table offers in a state. */
export function actionsIn<S extends string, A extends string>(table: Lifecycle<S, A>, state: S): A[] {
  return Object.keys(table[state]) as A[]
}

/** States no path from `initial` reaches. */
export function unreachable<S extends string, A extends string>(table: Lifecycle<S, A>, initial: S): S[] {
  const seen = new Set<S>([initial])
  const waiting: S[] = [initial]
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    for (const to of Object.values<S | undefined>(table[state])) {
      if (to !== undefined && !seen.has(to)) {
        seen.add(to)
        waiting.push(to)
      }
    }
  }
  return statesOf(table).filter((state) => !seen.has(state))
}

/** States from which no path leads to one of `finals`. */
export function deadEnds<S extends string, A extends string>(table: Lifecycle<S, A>, finals: readonly S[]): S[] {
  const alive = new Set<S>(finals)
  for (let grew = true; grew; ) {
    grew = false
    for (const state of statesOf(table)) {
      if (alive.has(state)) continue
      if (Object.values<S | undefined>(table[state]).some((to) => to !== undefined && alive.has(to))) {
        alive.add(state)
        grew = true
      }
    }
  }
  return statesOf(table).filter((state) => !alive.has(state))
}

/** The refusal when a thing in `state` does not know `action`. */
export function notInState(state: Text, action: Text, clause: Clause | null): Refusal {
  return refuse('common.not-in-state', clause, { ...both('state', state), ...both('action', action) })
}

function statesOf<S extends string, A extends string>(table: Lifecycle<S, A>): S[] {
  return Object.keys(table) as S[]
}
