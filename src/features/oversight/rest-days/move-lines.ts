import type { MoveView } from './contract.ts'

export type MoveLine = { readonly line: Omit<MoveView, 'units'>; readonly unit: string }

/** One line for all units whose day moves alike, the earliest day first. */
export function linesOf(moves: readonly MoveLine[]): MoveView[] {
  const alike = Map.groupBy(moves, ({ line }) => JSON.stringify(line))
  return [...alike.values()]
    .flatMap(([first, ...more]) => (first ? [{ ...first.line, units: [first, ...more].map(({ unit }) => unit) }] : []))
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
}
