import { leastReason, saysWhy } from '../../shared/clean.ts'
import type { Facts, Refusal } from '../../shared/refusal.ts'
import type { Clause } from './clauses.ts'
import { type RefusalCode, refuse } from './refuse.ts'

/** A reason for those that ask only whether an act is open at all. */
export const anyReason = '先问能否办理'

/** Why a text is no reason: there is none, which its rule says as `missing`, or it says nothing. */
export function checkReason(
  reason: string,
  missing: RefusalCode,
  clause: Clause | null,
  {
    field = 'reason',
    facts = {},
  }: { readonly field?: string | readonly [string, ...string[]]; readonly facts?: Facts } = {},
): Refusal | null {
  if (reason.trim() === '') return refuse(missing, clause, facts, field)
  return saysWhy(reason) ? null : refuse('common.reason-says-nothing', clause, { least: leastReason }, field)
}
