import { sameName } from '../../shared/clean.ts'
import type { Refusal } from '../../shared/refusal.ts'
import type { Text } from '../../shared/words.ts'
import type { Clause } from '../guide/clauses.ts'
import { allRefusals, both, refuse } from '../guide/refuse.ts'
import { masked } from '../people/masked.ts'

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

type Named = PayeeAccount & { readonly id: string }

/** Why money does not go to the account that was shown: another one stands now. `named`: by the park, newest first; `shownId` null where none was. */
export function checkPayee(shownId: string | null, named: readonly Named[], clause: Clause): Refusal | null {
  const [standing = null] = named
  if (shownId === (standing?.id ?? null)) return null
  const was = named.find(({ id }) => id === shownId) ?? null
  const facts = { ...both('was', accountText(was)), ...both('now', accountText(standing)) }
  return refuse('funds.payee-changed', clause, facts, 'payeeAccountId')
}

function accountText(account: PayeeAccount | null): Text {
  if (!account) return { zh: '未登记', en: 'not named' }
  const text = [account.holder, account.bank, masked('bank-account', account.number)].join(' · ')
  return { zh: text, en: text }
}

/** Whether the holder is somebody else by name than the park, which whoever pays is warned of. */
export function isForeignHolder({ holder }: Pick<PayeeAccount, 'holder'>, parkName: string): boolean {
  return !sameName(holder, parkName)
}
