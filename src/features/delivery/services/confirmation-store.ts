import { sql } from 'kysely'
import { text } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { statement } from '../../../platform/database/statement.ts'
import type { ConfirmationLink } from '../../../policy/services/confirmation-link.ts'

export type Link = ConfirmationLink & { readonly tokenHash: string; readonly serviceId: string }

type NewLink = {
  tokenHash: string
  serviceId: string
  createdBy: string
  createdAt: Date
  expiresAt: Date
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
  (tokenHash: string) => sql`select scope_of_link(${tokenHash}) as scope`,
)

/** Where the one service of a link lies; null for a token nobody was given. */
export async function scopeOfLink(tx: Tx, tokenHash: string): Promise<string | null> {
  const [found] = await linkScope(tx, tokenHash)
  return found?.scope ?? null
}

export async function linkByHash(tx: Tx, tokenHash: string): Promise<Link | null> {
  const found = await tx
    .selectFrom('confirmationLinks')
    .select(['tokenHash', 'serviceId', 'createdAt', 'expiresAt', 'usedAt'])
    .where('tokenHash', '=', tokenHash)
    .executeTakeFirst()
  return found ?? null
}

export async function useLink(tx: Tx, tokenHash: string, now: Date): Promise<void> {
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
  scope: string
}

export async function insertAnswer(tx: Tx, answer: NewAnswer): Promise<void> {
  await tx.insertInto('confirmations').values(answer).execute()
}
