import { judgeUscc, notInUscc } from '../../shared/uscc.ts'
import type { Clause } from '../guide/clauses.ts'
import type { GapList } from './plan-gap.ts'

type Named = { readonly uscc: string; readonly licence?: unknown }

/** What the two checks of a credit code leave to be said: an unusual one stands on the firm's licence. */
export function usccGap({ error, warning }: GapList, path: string, { uscc, licence }: Named, clause: Clause): void {
  if (uscc === '') return
  const verdict = judgeUscc(uscc)
  if (verdict === 'right') return
  const letter = verdict === 'letter' ? notInUscc(uscc) : null
  if (letter) error(path, 'unit.uscc-letter', clause, letter)
  else if (verdict === 'odd') warning(path, 'plan.odd-uscc', clause, { uscc })
  else if (verdict === 'cut') error(path, 'unit.uscc-cut', clause)
  else if (verdict === 'personal') error(path, 'unit.bad-uscc', clause)
  else if (!verdict.startsWith('unproven')) error(path, 'plan.bad-uscc', clause, { uscc })
  else if (licence) warning(path, 'plan.uscc-by-licence', clause, { uscc })
  else error(path, 'unit.uscc-unproven', clause)
}
