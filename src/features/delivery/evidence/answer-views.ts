import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'
import { personal } from '../../../policy/people/unmasking.ts'
import type { DoubtedAnswer } from './contract.ts'

/** The answers of enterprises that findings are about, by their ids. */
export async function answersOf(tx: Tx, ids: readonly string[]): Promise<Map<string, DoubtedAnswer>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('confirmations as c')
    .innerJoin('services as s', 's.id', 'c.serviceId')
    .innerJoin('pilotEnterprises as n', 'n.id', 's.enterpriseId')
    .innerJoin('pilots as p', 'p.id', 's.pilotId')
    .innerJoin('units as u', 'u.id', 'p.parkId')
    .leftJoin('accounts as a', 'a.id', 'c.accountId')
    .leftJoin('confirmationLinks as l', 'l.tokenHash', 'c.tokenHash')
    .leftJoin('enterpriseContacts as k', 'k.id', 'l.contactId')
    .select(['c.id', 'c.serviceId', 's.no', 'n.name as enterpriseName', 'u.name as parkName', 'c.verdict', 'c.givenAt'])
    .select(['c.address', 'c.agent', 'k.setAt as contactSetAt', sql<string>`coalesce(a.name, c.signer, '')`.as('by')])
    .where('c.id', 'in', [...ids])
    .execute()
  return new Map(
    rows.map(({ id, givenAt, contactSetAt, address, ...row }) => [
      id,
      {
        confirmationId: id,
        ...row,
        address: personal('answer-address', address, false),
        givenAt: givenAt.toISOString(),
        contactSetAt: contactSetAt?.toISOString() ?? null,
      },
    ]),
  )
}
