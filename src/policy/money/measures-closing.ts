import type { Day } from '../../shared/dates.ts'
import type { Refusal } from '../../shared/refusal.ts'
import type { Clause } from '../guide/clauses.ts'
import { refuse } from '../guide/refuse.ts'
import { findingOf, type MeasureGround, type MeasureKind } from './measure-grounds.ts'

/** Whether a measure of this kind and ground is still decided against a closed pilot: a recovery of what a proven fact cost (G5.3). */
export function isAfterClosing(kind: MeasureKind, ground: MeasureGround): boolean {
  return kind === 'recovery' && findingOf(ground) !== null
}

/** Why a measure is not decided any more: weak results, deductions and unspent money were settled before the pilot was closed; null while it is not. */
export function whyNotAfterClosing(
  { kind, ground }: { readonly kind: MeasureKind; readonly ground: MeasureGround },
  closedOn: Day | null,
  clause: Clause,
): Refusal | null {
  if (closedOn === null || isAfterClosing(kind, ground)) return null
  return refuse('measures.after-closing', clause, { on: closedOn }, ['kind', 'ground'])
}

/** Why what was entered is not taken back: it stood in the accounts that the pilot was closed on; null for what came later. */
export function whySealed(enteredAt: Date, closedAt: Date | null, clause: Clause): Refusal | null {
  return closedAt !== null && enteredAt <= closedAt ? refuse('measures.sealed', clause) : null
}
