import { sql } from 'kysely'
import { bool, text } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { statement } from '../../../platform/database/statement.ts'
import type { ConfirmationLink } from '../../../policy/services/confirmation-link.ts'

export type Link = ConfirmationLink & {
  readonly tokenHash: string
  readonly serviceId: string
  readonly channel: 'sms' | 'dingtalk' | 'slip'
  readonly contactId: string
  readonly wrongCodes: number
  readonly scope: string
}

type NewLink = {
  tokenHash: string
  serviceId: string
  createdBy: string
  createdAt: Date
  expiresAt: Date
  contactId: string
  channel: Link['channel']
  scope: string
}

export async function insertLink(tx: Tx, link: NewLink): Promise<void> {
  await tx.insertInto('confirmationLinks').values(link).execute()
}

/** A new link makes the former ones worthless: they expire now. */
export async function expireLinks(tx: Tx, serviceId: string, now: Date): Promise<void> {
  await tx
    .updateTable('confirmationLinks')
    .set({ expiresAt: now })
    .where('serviceId', '=', serviceId)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .execute()
}

const linkScope = statement(
  { scope: text.nullable() },
  (tokenHash: string) => sql`select enter_link(${tokenHash}) as scope`,
)

/** Moves the transaction to where the one service of a link lies; false for a token nobody was given. */
export async function enterLink(tx: Tx, tokenHash: string): Promise<boolean> {
  const [found] = await linkScope(tx, tokenHash)
  return (found?.scope ?? null) !== null
}

export async function linkByHash(tx: Tx, tokenHash: string): Promise<Link | null> {
  const found = await tx
    .selectFrom('confirmationLinks')
    .select([
      'tokenHash',
      'serviceId',
      'createdAt',
      'expiresAt',
      'usedAt',
      'channel',
      'contactId',
      'wrongCodes',
      'scope',
    ])
    .select(
      sql<boolean>`exists (select from enterprise_contacts c join enterprise_contacts n on n.unit_id = c.unit_id and n.no > c.no
        where c.id = contact_id)`.as('isFormer'),
    )
    .where('tokenHash', '=', tokenHash)
    .executeTakeFirst()
  return found ?? null
}

export async function linksSince(tx: Tx, serviceId: string, since: Date): Promise<number> {
  const found = await tx
    .selectFrom('confirmationLinks')
    .select(({ fn }) => fn.countAll<string>().as('n'))
    .where('serviceId', '=', serviceId)
    .where('createdAt', '>', since)
    .executeTakeFirstOrThrow()
  return Number(found.n)
}

export async function countWrongCode(tx: Tx, { tokenHash, wrongCodes }: Link): Promise<void> {
  await tx
    .updateTable('confirmationLinks')
    .set({ wrongCodes: wrongCodes + 1 })
    .where('tokenHash', '=', tokenHash)
    .execute()
}

const overseers = statement(
  { byDevice: bool, byNetwork: bool },
  (from: { scope: string; device: string; network: string; since: Date }) => sql`
    select by_device as "byDevice", by_network as "byNetwork"
      from called_by_overseer(${from.scope}, ${from.device}, ${from.network}, ${from.since})`,
)

/** Whether those who look after an enterprise have signed in from a device, or an address, since then. */
export async function calledByOverseer(
  tx: Tx,
  from: { scope: string; device: string; network: string; since: Date },
): Promise<{ byDevice: boolean; byNetwork: boolean }> {
  const [found] = await overseers(tx, from)
  return found ?? { byDevice: false, byNetwork: false }
}

export async function spendLink(tx: Tx, tokenHash: string, now: Date): Promise<void> {
  await tx.updateTable('confirmationLinks').set({ usedAt: now }).where('tokenHash', '=', tokenHash).execute()
}

type NewAnswer = {
  id: string
  serviceId: string
  deliverableId: string
  verdict: 'confirmed' | 'disputed'
  rating: number | null
  comment: string
  givenAt: Date
  accountId: string | null
  tokenHash: string | null
  signer: string | null
  address: string
  agent: string
  scope: string
}

export async function insertAnswer(tx: Tx, answer: NewAnswer): Promise<void> {
  await tx.insertInto('confirmations').values(answer).execute()
}
