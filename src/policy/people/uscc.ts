import type { Refusal } from '../../shared/refusal.ts'
import { judgeUscc, notInUscc } from '../../shared/uscc.ts'
import type { Clause } from '../guide/clauses.ts'
import { refuse } from '../guide/refuse.ts'

/**
 * Why a credit code is not taken, or null: one that only one of its checks finds right stands on the licence as proof, and a
 * resident's number is never shown again. `proven`: the licence is there, or was when the unit was first entered.
 */
export function checkUscc(
  code: string,
  {
    proven,
    field,
    clause = null,
  }: { readonly proven: boolean; readonly field: string; readonly clause?: Clause | null },
): Refusal | null {
  if (code.trim() === '') return refuse('unit.uscc-missing', clause, {}, field)
  const verdict = judgeUscc(code)
  if (verdict === 'right' || verdict === 'odd') return null
  if (verdict.startsWith('unproven')) return proven ? null : refuse('unit.uscc-unproven', clause, {}, field)
  const odd = verdict === 'letter' ? notInUscc(code) : null
  if (odd) return refuse('unit.uscc-letter', clause, odd, field)
  return refuse(verdict === 'cut' ? 'unit.uscc-cut' : 'unit.bad-uscc', clause, {}, field)
}
