import type { Refusal } from '../../shared/refusal.ts'
import { checkReason } from '../guide/reasons.ts'
import { allRefusals, both, refuse } from '../guide/refuse.ts'
import type { Filing } from './filing.ts'
import { filingKinds } from './filing-kinds.ts'

/** Why an opened draft cannot be discarded: the filing is owed, or was filed once; or no reason is given (G5.5). */
export function discardFiling(
  { kind, rule }: Pick<Filing, 'kind' | 'rule'>,
  given: { readonly filed: boolean; readonly reason: string },
): Refusal | null {
  const { clause } = rule
  if (!filingKinds[kind].discardable) return refuse('filing.owed-anyway', clause, both('kind', rule))
  return allRefusals(
    given.filed ? refuse('filing.filed-once', clause) : null,
    checkReason(given.reason, 'filing.discarded-without-reason', clause),
  )
}
