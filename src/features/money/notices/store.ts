import { type RawBuilder, sql } from 'kysely'
import { bool, day, instant, int, text, uuid, wordsOf } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { statement } from '../../../platform/database/statement.ts'
import type { Notice } from '../../../policy/money/notices.ts'
import type { Bureau } from '../../../policy/people/roles.ts'
import type { Day } from '../../../shared/dates.ts'

/** A notice as the rules read it, with whose it is and since when it stands. */
export type NoticeRow = Notice & {
  readonly id: string
  readonly trancheId: string
  readonly scope: string
  readonly publishedAt: Date
  readonly publishedOn: Day
  readonly provisional: boolean
  readonly objections: number
}

type NewNotice = {
  id: string
  trancheId: string
  trancheNo: number
  batchName: string
  countyName: string
  parkName: string
  amountFen: number
  clause: string
  body: string
  contact: string
  publishedBy: string
  publishedAt: Date
  publishedOn: Day
  untilOn: Day | null
  provisional: boolean
  scope: string
}

export async function insertNotice(tx: Tx, notice: NewNotice): Promise<void> {
  await tx.insertInto('notices').values(notice).execute()
}

const noticesWhere = statement(
  {
    id: uuid,
    trancheId: uuid,
    scope: text,
    publishedAt: instant,
    publishedOn: day,
    untilOn: day.nullable(),
    provisional: bool,
    ended: wordsOf('notices.ended').nullable(),
    paid: bool,
    objections: int,
    openObjections: int,
  },
  ({ which, until }: { readonly which: RawBuilder<unknown>; readonly until: Date | null }) => sql`
  select n.id, n.tranche_id as "trancheId", n.scope, n.published_at as "publishedAt", n.published_on as "publishedOn",
         n.until_on as "untilOn", n.provisional, n.ended, t.state in ('released', 'received') as paid,
         (select count(*)::int from notice_objections o where o.notice_id = n.id) as objections,
         (select count(*)::int from notice_objections o where o.notice_id = n.id
             and (${until}::timestamptz is null or o.received_at < ${until}::timestamptz)
             and not exists (select from notice_answers a where a.objection_id = o.id
                                and (${until}::timestamptz is null or a.answered_at < ${until}::timestamptz)))
             as "openObjections"
    from notices n join tranches t on t.id = n.tranche_id
   where ${which}`,
  [{ which: sql`true`, until: null }],
)

/** Tranches by their ids, all that the reader sees, or those of them that have not arrived. */
export type WhichTranches = readonly string[] | 'all' | 'not-received'

/** Whether a tranche's id is among them. */
export function isAmong(trancheId: RawBuilder<unknown>, which: WhichTranches): RawBuilder<unknown> {
  if (which === 'all') return sql`true`
  if (which === 'not-received') return sql`${trancheId} in (select id from tranches where state <> 'received')`
  return sql`${trancheId} = any (${which}::uuid[])`
}

/** The notices that stand for these tranches, one each at most; those published before `until`, with the objections then open, if it is given. */
export async function standingNotices(
  tx: Tx,
  tranches: WhichTranches,
  until: Date | null = null,
): Promise<NoticeRow[]> {
  if (tranches.length === 0) return []
  const which = sql`n.ended is null and ${isAmong(sql`n.tranche_id`, tranches)}
                    and (${until}::timestamptz is null or n.published_at < ${until}::timestamptz)`
  return noticesWhere(tx, { which, until })
}

const objectionsByTranche = statement(
  { trancheId: uuid, open: int },
  ({ tranches, until }: { readonly tranches: WhichTranches; readonly until: Date | null }) => sql`
  select n.tranche_id as "trancheId", count(*)::int as open
    from notice_objections o join notices n on n.id = o.notice_id
   where ${isAmong(sql`n.tranche_id`, tranches)}
     and (${until}::timestamptz is null or o.received_at < ${until}::timestamptz)
     and not exists (select from notice_answers a where a.objection_id = o.id
                        and (${until}::timestamptz is null or a.answered_at < ${until}::timestamptz))
   group by n.tranche_id`,
  [
    { tranches: [], until: null },
    { tranches: 'not-received', until: null },
  ],
)

/** Objections without an answer to any notice of these tranches, standing or ended; as it was at `until`, if it is given. */
export async function objectionsOpenOn(
  tx: Tx,
  tranches: WhichTranches,
  until: Date | null = null,
): Promise<ReadonlyMap<string, number>> {
  if (tranches.length === 0) return new Map()
  const found = await objectionsByTranche(tx, { tranches, until })
  return new Map(found.map(({ trancheId, open }) => [trancheId, open]))
}

/** A notice that was taken down or lapsed. */
export type EndedNotice = {
  readonly id: string
  readonly trancheId: string
  readonly publishedOn: Day
  readonly ended: 'withdrawn' | 'lapsed'
  readonly endedAt: Date
  readonly endReason: string
  readonly objections: number
  readonly openObjections: number
}

const endedOf = statement(
  {
    id: uuid,
    trancheId: uuid,
    publishedOn: day,
    ended: wordsOf('notices.ended').nullsExcluded(),
    endedAt: instant.nullsExcluded(),
    endReason: text,
    objections: int,
    openObjections: int,
  },
  (ids: readonly string[]) => sql`
  select n.id, n.tranche_id as "trancheId", n.published_on as "publishedOn", n.ended, n.ended_at as "endedAt",
         n.end_reason as "endReason", count(o.id)::int as objections, (count(o.id) - count(a.objection_id))::int as "openObjections"
    from notices n
    left join notice_objections o on o.notice_id = n.id
    left join notice_answers a on a.objection_id = o.id
   where n.ended is not null and n.tranche_id = any (${ids})
   group by n.id
   order by n.ended_at desc, n.id desc`,
)

/** The former notices of these tranches, the one that ended last first. */
export async function endedNotices(tx: Tx, trancheIds: readonly string[]): Promise<EndedNotice[]> {
  return trancheIds.length === 0 ? [] : endedOf(tx, trancheIds)
}

export async function noticeById(tx: Tx, id: string): Promise<NoticeRow | null> {
  const [found] = await noticesWhere(tx, { which: sql`n.id = ${id}`, until: null })
  return found ?? null
}

/** The notice with its tranche, held until the transaction ends: an objection, the end of the notice and the payment wait for each other. */
export async function lockNotice(tx: Tx, id: string): Promise<NoticeRow | null> {
  const tranche = tx.selectFrom('notices').select('trancheId').where('id', '=', id)
  await tx.selectFrom('tranches').select('id').where('id', '=', tranche).forUpdate().execute()
  await tx.selectFrom('notices').select('id').where('id', '=', id).forUpdate().execute()
  return noticeById(tx, id)
}

type Ending = { ended: 'withdrawn' | 'lapsed'; endedBy: string; endedAt: Date; endReason: string }

export async function endNotice(tx: Tx, id: string, ending: Ending): Promise<void> {
  await tx.updateTable('notices').set(ending).where('id', '=', id).execute()
}

const noticeScope = statement(
  { scope: text.nullable() },
  (id: string) => sql`select enter_notice(${id}::uuid) as scope`,
)

/**
 * Lets the transaction see a published notice and what stands around it, held where it may write; answers its scope, null for an id
 * nobody published.
 */
export async function enterNotice(tx: Tx, id: string): Promise<string | null> {
  const [found] = await noticeScope(tx, id)
  return found?.scope ?? null
}

type NewObjection = {
  id: string
  noticeId: string
  no: number
  name: string
  contact: string
  content: string
  receivedAt: Date
}

/** Moves the transaction into the notice's scope, since what an objection changes is written with it. */
export async function insertObjection(tx: Tx, objection: NewObjection): Promise<void> {
  const { id, noticeId, no, name, contact, content, receivedAt } = objection
  await sql`select file_objection(${id}::uuid, ${noticeId}::uuid, ${no}::integer, ${name}, ${contact}, ${content}, ${receivedAt}::timestamptz)`.execute(
    tx,
  )
}

type NewAnswer = {
  objectionId: string
  content: string
  withheld: boolean
  answeredBy: string
  bureau: Bureau
  answeredAt: Date
  scope: string
}

export async function insertAnswer(tx: Tx, answer: NewAnswer): Promise<void> {
  await tx.insertInto('noticeAnswers').values(answer).execute()
}
