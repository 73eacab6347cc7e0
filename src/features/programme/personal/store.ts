import type { Tx } from '../../../platform/database/connect.ts'
import type { Unmaskable } from '../../../policy/people/unmasking.ts'

/** A value as it is kept, and where its record hangs; `scope` null where the reader does not see the unit. */
export type PersonalValue = { readonly value: string; readonly scope: string | null }

type Finder = (tx: Tx, id: string) => Promise<PersonalValue | undefined>

const officer =
  (column: 'phone' | 'mobile'): Finder =>
  (tx, id) =>
    tx
      .selectFrom('liaisonOfficers as o')
      .leftJoin('units as u', 'u.id', 'o.unitId')
      .select([`o.${column} as value`, 'u.scope'])
      .where('o.id', '=', id)
      .executeTakeFirst()

const finders: Readonly<Record<Unmaskable, Finder>> = {
  'contact-phone': (tx, id) =>
    tx.selectFrom('enterpriseContacts').select(['phone as value', 'scope']).where('id', '=', id).executeTakeFirst(),
  'payee-number': (tx, id) =>
    tx.selectFrom('payeeAccounts').select(['number as value', 'scope']).where('id', '=', id).executeTakeFirst(),
  'officer-phone': officer('phone'),
  'officer-mobile': officer('mobile'),
  'answer-address': (tx, id) =>
    tx.selectFrom('confirmations').select(['address as value', 'scope']).where('id', '=', id).executeTakeFirst(),
  /** With what was left by additions to it, as it is shown. */
  'objection-contact': async (tx, id) => {
    const found = await tx
      .selectFrom('noticeObjections')
      .select(['contact', 'scope'])
      .where('id', '=', id)
      .executeTakeFirst()
    const added = await tx
      .selectFrom('noticeObjectionAdditions')
      .select('contact')
      .where('objectionId', '=', id)
      .orderBy('no')
      .execute()
    const said = [found, ...added].map((one) => one?.contact ?? '')
    return found && { value: said.filter(Boolean).join('；'), scope: found.scope }
  },
}

/** The value of a record in the reader's scope. */
export async function personalValue(tx: Tx, of: Unmaskable, id: string): Promise<PersonalValue | null> {
  return (await finders[of](tx, id)) ?? null
}
