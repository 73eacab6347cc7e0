import { canonical } from '../shared/canonical.ts'
import type { TypedText } from '../shared/typed-text.ts'

/** A paste, or a row taken away: the rows before and after it, and the texts that it put out. `removed`: that row and its place. */
export type GridStep<Row> = {
  readonly before: readonly Row[]
  readonly after: readonly Row[]
  readonly texts: Readonly<Record<string, TypedText | null>>
  readonly removed?: { readonly row: Row; readonly index: number }
  /** Something was typed since. */
  readonly isStale?: boolean
}

/** As many as anybody goes back by hand. */
const mostSteps = 50

/** With one step more. */
export function withStep<Row>(steps: readonly GridStep<Row>[], step: GridStep<Row>): readonly GridStep<Row>[] {
  return [...steps, step].slice(-mostSteps)
}

/** Something was typed: pastes stand, so that it is not lost with them; rows taken away can still come back. */
export function afterTyping<Row>(steps: readonly GridStep<Row>[]): readonly GridStep<Row>[] {
  return steps.filter((step) => step.removed).map((step) => ({ ...step, isStale: true }))
}

/**
 * The last step that can be taken back: a paste while the rows are as it left them, so nothing of somebody else's is lost; a row
 * at any time. `isNext`: nothing happened since, so the keyboard's undo means it. `rows`: what stands without it; `left`: the
 * steps that remain.
 */
export function lastStep<Row>(steps: readonly GridStep<Row>[], rows: readonly Row[]) {
  const now = steps.length === 0 ? '' : canonical(rows)
  const isAsLeft = (step: GridStep<Row>) => canonical(step.after) === now
  const at = steps.findLastIndex((step) => step.removed || isAsLeft(step))
  const step = steps[at]
  if (!step) return null
  const { removed, before, isStale } = step
  const back =
    isAsLeft(step) || !removed ? [...before] : rows.toSpliced(Math.min(removed.index, rows.length), 0, removed.row)
  return { step, isNext: !isStale && isAsLeft(step), rows: back, left: steps.toSpliced(at, 1) }
}
