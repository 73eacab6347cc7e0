import { sql } from 'kysely'
import { bigint, bool, day, instant, int, text, uuid } from '../../../platform/database/columns.ts'
import { statement } from '../../../platform/database/statement.ts'

/** Moments as the database reads them: from the first, up to and without the last. */
export type Span = { readonly start: string; readonly end: string }

/** So many lines of the trail at a time, and so many seals. */
const [linesAtOnce, sealsAtOnce] = [1000, 200]

/** The seals that were made within the span or hold an event of it that the reader sees, and the head that they go on from. */
export const sealedRange = statement(
  { first: int, last: int, before: int, sha256: text.nullable(), sm3: text.nullable() },
  ({ start, end }: Span) => sql`
    with own as (
      select min(l.seal_no) as first, max(l.seal_no) as last
        from audit_events e join audit_leaves l on l.event_id = e.id
       where in_scope(e.scope) and e.at >= ${start}::timestamptz and e.at < ${end}::timestamptz
    ), made as (
      select min(s.no) as first, max(s.no) as last from audit_seals s
       where s.sealed_at >= ${start}::timestamptz and s.sealed_at < ${end}::timestamptz
    ), range as (
      select least(own.first, made.first) as first, greatest(own.last, made.last) as last from own, made
    )
    select r.first, r.last, r.first - 1 as before, encode(b.sha256, 'hex') as sha256, encode(b.sm3, 'hex') as sm3
      from range r left join audit_seals b on b.no = r.first - 1
     where r.first is not null`,
)

export const sealsAfter = statement(
  { no: int, sealedAt: text, events: int, sha256: text, sm3: text },
  ({ after, last }: { after: number; last: number }) => sql`
    select s.no, to_char(s.sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "sealedAt", s.events,
           encode(s.sha256, 'hex') as sha256, encode(s.sm3, 'hex') as sm3
      from audit_seals s where s.no > ${after} and s.no <= ${last} order by s.no limit ${sql.lit(sealsAtOnce)}`,
)

type After = Span & { readonly seal: number; readonly place: number; readonly last: number }

/** What is sealed, in its order: the text of an event of the span that the reader sees, of all others the hashes. */
export const leavesAfter = statement(
  {
    no: int,
    place: int,
    sha256: text,
    sm3: text,
    eventId: uuid.nullable(),
    accountId: uuid.nullable(),
    line: text.nullable(),
  },
  ({ seal, place, last, start, end }: After) => sql`
    select h.no, h.place, h.sha256, h.sm3, e.id as "eventId", e.account_id as "accountId",
           case when e.id is not null then audit_line(e) end as line
      from sealed_hashes(${seal}, ${place}, ${last}, ${sql.lit(linesAtOnce)}) h
      left join audit_leaves l on l.seal_no = h.no and l.place = h.place
      left join audit_events e on e.id = l.event_id and in_scope(e.scope)
                              and e.at >= ${start}::timestamptz and e.at < ${end}::timestamptz
     order by h.no, h.place`,
)

type Unsealed = { readonly at: string; readonly id: string; readonly end: string; readonly last: number }

/** Events of the span in no seal up to the last one that is handed out. */
export const unsealedAfter = statement(
  { id: uuid, at: text, accountId: uuid.nullable(), line: text },
  ({ at, id, end, last }: Unsealed) => sql`
    select e.id, e.at::text as at, e.account_id as "accountId", audit_line(e) as line
      from audit_events e left join audit_leaves l on l.event_id = e.id
     where in_scope(e.scope) and (e.at, e.id) > (${at}::timestamptz, ${id}::uuid) and e.at < ${end}::timestamptz
       and (l.seal_no is null or l.seal_no > ${last})
     order by e.at, e.id limit ${sql.lit(linesAtOnce)}`,
)

export const accountsOf = statement(
  { id: uuid, name: text, post: text, unitName: text },
  (ids: readonly string[]) => sql`
    select a.id, a.name, a.post, u.name as "unitName" from accounts a join units u on u.id = a.unit_id
     where a.id = any (${ids}::uuid[]) order by a.id`,
)

export const pilotsToTell = statement(
  { id: uuid, parkName: text, batchName: text },
  () => sql`
    select p.id, u.name as "parkName", b.name as "batchName"
      from pilots p join units u on u.id = p.park_id join batches b on b.id = p.batch_id
     where in_scope(p.scope) order by p.scope, p.id`,
)

/** The postings of a pilot that were booked within the span, in the order of booking. */
export const postingsOf = statement(
  {
    entryId: uuid,
    seq: bigint,
    kind: text,
    bookedOn: day,
    at: instant,
    by: text.nullable(),
    post: text.nullable(),
    subject: uuid,
    memo: text,
    reverses: uuid.nullable(),
    accountKind: text,
    lineId: uuid.nullable(),
    amountFen: bigint,
  },
  ({ pilotId, start, end }: Span & { pilotId: string }) => sql`
    select e.id as "entryId", e.seq, e.kind, e.booked_on as "bookedOn", e.at, a.name as by, a.post, e.subject, e.memo, e.reverses,
           k.kind as "accountKind", k.line_id as "lineId", p.amount_fen as "amountFen"
      from ledger_entries e
      join ledger_postings p on p.entry_id = e.id
      join ledger_accounts k on k.id = p.account_id
      left join accounts a on a.id = e.account_id
     where e.pilot_id = ${pilotId} and e.at >= ${start}::timestamptz and e.at < ${end}::timestamptz
     order by e.seq, p.amount_fen desc, k.key`,
)

const filesAtOnce = 200

type Uploaded = { readonly at: string; readonly id: string; readonly end: string }

/** Files that a record uses, by when they came in; `at` as the database writes it. */
export const filesAfter = statement(
  {
    id: uuid,
    at: text,
    uploadedAt: instant,
    name: text,
    hash: text,
    size: bigint,
    by: text.nullable(),
    post: text.nullable(),
    unitName: text.nullable(),
    damaged: bool,
  },
  ({ at, id, end }: Uploaded) => sql`
    select f.id, f.uploaded_at::text as at, f.uploaded_at as "uploadedAt", f.name, f.hash, f.size, a.name as by, a.post,
           (select u.name from units u where u.scope = f.scope) as "unitName",
           exists (select from file_checks k where k.hash = f.hash and k.state <> 'intact') as damaged
      from files f left join accounts a on a.id = f.uploaded_by
     where f.bound and in_scope(f.scope) and (f.uploaded_at, f.id) > (${at}::timestamptz, ${id}::uuid) and f.uploaded_at < ${end}::timestamptz
     order by f.uploaded_at, f.id limit ${sql.lit(filesAtOnce)}`,
)
