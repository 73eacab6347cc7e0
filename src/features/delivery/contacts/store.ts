import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'
import type { ContactChannel, EnterpriseContact } from '../../../policy/services/contact.ts'

export type StoredContact = EnterpriseContact & {
  readonly id: string
  readonly reason: string
  readonly setBy: string
}

/** The contacts of a pilot enterprise, the one that stands first. */
export async function contactsOf(tx: Tx, enterpriseId: string): Promise<StoredContact[]> {
  return tx
    .selectFrom('enterpriseContacts as c')
    .innerJoin('pilotEnterprises as e', 'e.unitId', 'c.unitId')
    .leftJoin('accounts as a', 'a.id', 'c.setBy')
    .select(['c.id', 'c.no', 'c.name', 'c.phone', 'c.channel', 'c.reason', 'c.setAt'])
    .select(sql<string>`coalesce(a.name, '')`.as('setBy'))
    .where('e.id', '=', enterpriseId)
    .orderBy('c.no', 'desc')
    .limit(50)
    .execute()
}

/** The contact that stands; null where none is registered. */
export async function standingContact(tx: Tx, enterpriseId: string): Promise<StoredContact | null> {
  const [first] = await contactsOf(tx, enterpriseId)
  return first ?? null
}

/** As it stood when a link went out. */
export async function contactById(tx: Tx, id: string): Promise<EnterpriseContact> {
  return tx
    .selectFrom('enterpriseContacts')
    .select(['no', 'name', 'phone', 'channel', 'setAt'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

type NewContact = {
  id: string
  unitId: string
  no: number
  name: string
  phone: string
  channel: ContactChannel
  reason: string
  setBy: string
  setAt: Date
  scope: string
}

export async function insertContact(tx: Tx, contact: NewContact): Promise<void> {
  await tx.insertInto('enterpriseContacts').values(contact).execute()
}
