import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { z } from 'zod'
import type { Actor } from '../../../platform/command.ts'
import { day, instant, int, text, uuid, wordsOf } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { byBatch, byName, byPlace, type Ordinals, orderOf } from '../../../platform/database/ordered.ts'
import { statement } from '../../../platform/database/statement.ts'
import { editionOf } from '../../../policy/editions/edition.ts'
import { abilityOf } from '../../../policy/people/ability.ts'
import { dayOf } from '../../../shared/dates.ts'
import { filedOn, hrefFor } from '../../filings/owed/public.ts'
import { allBatches, choices } from './batches.ts'
import type { listExceptions } from './contract.ts'

type Search = z.output<typeof listExceptions.search>
const ordinals: Ordinals<Search> = {
  title: [sql`e.kind`, sql`e.period`],
  unitName: byPlace('u'),
  batchName: byBatch,
  reason: byName('e.reason'),
  until: sql`e.until`,
  filedOn: filedOn,
  grantedByName: byName('a.name'),
}

type Wanted = {
  readonly where: readonly RawBuilder<SqlBool>[]
  readonly sort?: Search['sort']
  readonly limit: number
  readonly offset: number
}

const exceptions = statement(
  {
    exceptionId: uuid,
    batchId: uuid,
    batchName: text,
    edition: text,
    kind: wordsOf('filing_exceptions.kind'),
    period: text,
    unitId: uuid,
    unitName: text,
    pilotId: uuid.nullable(),
    filingId: uuid.nullable(),
    reason: text,
    until: day,
    grantedByName: text,
    grantedAt: instant,
    filedOn: day.nullable(),
    total: int,
  },
  ({ where, sort, limit, offset }: Wanted) => sql`
    select e.id as "exceptionId", e.batch_id as "batchId", b.name as "batchName", b.edition, e.kind, e.period, e.unit_id as "unitId",
           u.name as "unitName", p.id as "pilotId", f.id as "filingId", e.reason, e.until, a.name as "grantedByName",
           e.granted_at as "grantedAt", ${filedOn} as "filedOn", count(*) over ()::int as total
      from filing_exceptions e
      join batches b on b.id = e.batch_id
      join units u on u.id = e.unit_id
      join accounts a on a.id = e.granted_by
      left join pilots p on p.batch_id = e.batch_id and p.park_id = e.unit_id
      left join filings f on f.batch_id = e.batch_id and f.unit_id = e.unit_id and f.kind = e.kind and f.period = e.period
     where ${sql.join([...where], sql` and `)}
     order by ${orderOf(ordinals, sort, sql`e.granted_at desc, e.id desc`)}
     limit ${limit} offset ${offset}`,
  [
    { where: [sql<SqlBool>`true`], limit: 1, offset: 0 },
    { where: [sql<SqlBool>`true`], sort: '-filedOn', limit: 1, offset: 0 },
  ],
)

/** Every exception in the reader's area, the newest first. */
export async function listExceptionsView(
  tx: Tx,
  asked: Search,
  actor: Actor,
  now: Date,
): Promise<z.input<typeof listExceptions.reply>> {
  const today = dayOf(now)
  const where = [sql<SqlBool>`true`]
  if (asked.batchId) where.push(sql<SqlBool>`e.batch_id = ${asked.batchId}`)
  if (asked.kind) where.push(sql<SqlBool>`e.kind = ${asked.kind}`)
  if (asked.state) where.push(asked.state === 'open' ? sql`e.until >= ${today}` : sql`e.until < ${today}`)
  const { sort, page, pageSize } = asked
  const rows = await exceptions(tx, { where, sort, limit: pageSize, offset: (page - 1) * pageSize })
  return {
    today,
    ...choices(await allBatches(tx), asked.batchId),
    exceptions: rows.map(({ edition, total: _, batchId, pilotId, filingId, grantedAt, ...row }) => {
      const rule = editionOf(edition).obligations.find((one) => one.id === row.kind)
      return {
        ...row,
        title: { zh: rule?.zh ?? row.kind, en: rule?.en ?? row.kind },
        clause: rule?.clause ?? '',
        open: row.until >= today,
        grantedAt: grantedAt.toISOString(),
        href: hrefFor({ batchId, kind: row.kind, pilotId, filingId }),
      }
    }),
    total: rows[0]?.total ?? 0,
    grant: abilityOf(actor, 'grant', 'exception.grant', null),
  }
}
