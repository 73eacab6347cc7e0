import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { z } from 'zod'
import type { Tx } from '../../../platform/database/connect.ts'
import { type Key, type KeyColumns, keysOf } from '../../../platform/database/keys.ts'
import { byName } from '../../../platform/database/ordered.ts'
import { turnSorted } from '../../../platform/sorted-pages.ts'
import { addDays, dayOf, startOfDay } from '../../../shared/dates.ts'
import { actedBy } from './acted-by.ts'
import type { listEvents, listSeals } from './contract.ts'

type Search = z.output<typeof listEvents.search>

const columns: KeyColumns<Search> = {
  at: { by: sql`e.at`, is: 'timestamptz' },
  kind: { by: sql`e.kind`, is: 'text' },
  by: { by: byName('a.name'), is: 'text' },
  unitName: { by: sql`e.scope`, is: 'text' },
  address: { by: sql`e.address`, is: 'text' },
  clause: { by: sql`e.clause`, is: 'text' },
  seal: { by: sql`l.seal_no`, is: 'bigint' },
}
const newestFirst: readonly Key[] = [
  { by: sql`e.at`, is: 'timestamptz', falling: true },
  { by: sql`e.id`, is: 'uuid', falling: true },
]
/** Days that are listed where nobody says which. */
const usualDays = 31

/** What an event is shown by in a list. */
export function eventRows(tx: Tx) {
  return tx
    .selectFrom('auditEvents as e')
    .leftJoin('accounts as a', (join) => join.on(sql<boolean>`a.id = ${actedBy}`))
    .leftJoin('auditLeaves as l', 'l.eventId', 'e.id')
    .select([
      'e.id as eventId',
      'e.at',
      'e.kind',
      'a.name as by',
      sql<string | null>`coalesce(e.post, a.post)`.as('post'),
      'e.address',
      'e.clause',
      'e.subject',
      // A scope is the path of a unit, each its own.
      sql<string>`coalesce((select u.name from units u where u.scope = e.scope), '')`.as('unitName'),
      'l.sealNo as seal',
    ])
}

/** The trail of the reader's scope, newest first. */
export async function listEventsView(tx: Tx, search: Search, now: Date): Promise<z.input<typeof listEvents.reply>> {
  const usual = !search.from && !search.to && !search.subject
  const from = search.from ?? (usual ? addDays(dayOf(now), 1 - usualDays) : null)
  const where = conditionsOn({ ...search, from: from ?? undefined })
  const { rows, total, placed } = await turnSorted(search, keysOf(columns, search.sort, newestFirst), {
    count: async () =>
      (
        await tx
          .selectFrom('auditEvents as e')
          .where(where)
          .select(({ fn }) => fn.countAll<number>().as('total'))
          .executeTakeFirstOrThrow()
      ).total,
    read: (slice) =>
      eventRows(tx)
        .select(slice.place.as('rowPlace'))
        .where(where)
        .where(slice.where)
        .orderBy(slice.order)
        .limit(slice.limit)
        .offset(slice.offset)
        .execute(),
  })
  const events = rows.map(({ rowPlace: _, at, ...row }) => ({ ...row, at: at.toISOString() }))
  return { events, total: Number(total), placed, from }
}

function conditionsOn({ by, about, kind, subject, from, to }: Search): RawBuilder<SqlBool> {
  const all = [sql<SqlBool>`in_scope(e.scope)`]
  if (by) all.push(sql`exists (select from accounts o where strpos(o.name, ${by}) > 0 and o.id = ${actedBy})`)
  if (about) all.push(sql`starts_with(e.kind, ${`${about}.`})`)
  if (kind) all.push(sql`e.kind = ${kind}`)
  if (subject) all.push(sql`e.subject = ${subject}`)
  if (from) all.push(sql`e.at >= ${startOfDay(from)}`)
  if (to) all.push(sql`e.at < ${startOfDay(addDays(to, 1))}`)
  return sql<SqlBool>`(${sql.join(all, sql` and `)})`
}

const sealColumns: KeyColumns<z.output<typeof listSeals.search>> = {
  no: { by: sql`s.no`, is: 'bigint' },
  sealedAt: { by: sql`s.sealed_at`, is: 'timestamptz' },
  events: { by: sql`s.events`, is: 'bigint' },
}
const lastSealFirst: readonly Key[] = [{ by: sql`s.no`, is: 'bigint', falling: true }]

export async function listSealsView(
  tx: Tx,
  search: z.output<typeof listSeals.search>,
): Promise<z.input<typeof listSeals.reply>> {
  const { rows, total, placed } = await turnSorted(search, keysOf(sealColumns, search.sort, lastSealFirst), {
    // Numbered without gaps.
    count: async () =>
      (
        await tx
          .selectFrom('auditSeals')
          .select(sql<number>`coalesce(max(no), 0)`.as('total'))
          .executeTakeFirstOrThrow()
      ).total,
    read: ({ where, order, place, limit, offset }) =>
      tx
        .selectFrom('auditSeals as s')
        .select(['s.no', 's.sealedAt', 's.events', hex('s.sha256').as('sha256'), hex('s.sm3').as('sm3')])
        .select(place.as('rowPlace'))
        .where(where)
        .orderBy(order)
        .limit(limit)
        .offset(offset)
        .execute(),
  })
  return {
    seals: rows.map(({ rowPlace: _, sealedAt, ...row }) => ({ ...row, sealedAt: sealedAt.toISOString() })),
    total,
    placed,
  }
}

/** Bytes as they are printed. */
export function hex(column: string): RawBuilder<string> {
  return sql<string>`encode(${sql.ref(column)}, 'hex')`
}
