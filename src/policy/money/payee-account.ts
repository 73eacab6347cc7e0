import type { Refusal } from '../../shared/refusal.ts'
import type { Clause } from '../guide/clauses.ts'
import { allRefusals, refuse } from '../guide/refuse.ts'

/** The separate account that a pilot's money is paid to (G3.6): its holder, its bank, its number of 8 to 30 digits. */
export type PayeeAccount = { readonly holder: string; readonly bank: string; readonly number: string }

/** The account as it is kept, or everything that is wrong with it. */
export function payeeAccount(given: PayeeAccount, clause: Clause): PayeeAccount | Refusal {
  const [holder, bank] = [given.holder.trim(), given.bank.trim()]
  const number = given.number.normalize('NFKC').replace(/[\s-]/g, '')
  const no = allRefusals(
    holder === '' ? refuse('funds.payee-holder-missing', clause, {}, 'holder') : null,
    bank === '' ? refuse('funds.payee-bank-missing', clause, {}, 'bank') : null,
    /^\d{8,30}$/.test(number) ? null : refuse('funds.payee-number-wrong', clause, {}, 'number'),
  )
  return no ?? { holder, bank, number }
}
