import { sql } from 'kysely'
import { arrayOf, day, instant, int, text, uuid, words, wordsOf } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { statement } from '../../../platform/database/statement.ts'
import type { FilingState } from '../../../policy/filings/filing.ts'
import type { FilingMoments } from '../../../policy/filings/filing-steps.ts'
import { type Seat, seats } from '../../../policy/people/roles.ts'
import type { Day } from '../../../shared/dates.ts'
import { keyOf } from './duty.ts'
import { dayIn, stands } from './filed-on.ts'
import { scopeEnd } from './scopes.ts'

/** A filing that was begun, with how far it has come. */
export type OwedFiling = FilingMoments & {
  readonly filingId: string
  readonly batchId: string
  readonly unitId: string
  readonly kind: string
  readonly period: string
  readonly state: FilingState
  readonly dueOn: Day
  /** The instant of that day, where it is due by the hour. */
  readonly dueAt: Date | null
  readonly openedOn: Day
  /** The moment of the first submission that was not taken back, and its day. */
  readonly filedAt: Date | null
  readonly filedOn: Day | null
  readonly recordNo: string | null
  /** 0 while nothing was submitted. */
  readonly versionNo: number
  /** Seats that have given their opinion on the newest version. */
  readonly spoken: readonly Seat[]
  /** Seats whose opinion on it is prepared and waits for a signature. */
  readonly toSign: readonly Seat[]
}

const filingsBelow = statement(
  {
    filingId: uuid,
    batchId: uuid,
    unitId: uuid,
    kind: wordsOf('filings.kind'),
    period: text,
    state: wordsOf('filings.state'),
    dueOn: day,
    dueAt: instant.nullable(),
    recordNo: text.nullable(),
    versionNo: int,
    openedOn: day,
    filedAt: instant.nullable(),
    filedOn: day.nullable(),
    spoken: arrayOf(words(...seats)).nullable(),
    toSign: arrayOf(words(...seats)).nullable(),
    openedAt: instant,
    submittedAt: instant.nullable(),
    spokenAt: instant.nullable(),
    reopenedAt: instant.nullable(),
    recordedAt: instant.nullable(),
  },
  ({ scope, batchId, kinds }: { scope: string; batchId: string | null; kinds: readonly string[] | null }) => sql`
    select f.id as "filingId", f.batch_id as "batchId", f.unit_id as "unitId", f.kind, f.period, f.state,
           f.due_on as "dueOn", f.due_at as "dueAt", f.record_no as "recordNo", f.version_no as "versionNo",
           ${dayIn(sql`f.opened_at`)} as "openedOn", s.first as "filedAt", ${dayIn(sql`s.first`)} as "filedOn", f.opened_at as "openedAt",
           s.newest as "submittedAt", s.spoken_at as "spokenAt", r.last as "reopenedAt", f.recorded_at as "recordedAt",
           string_to_array(s.spoken, ' ') as spoken, string_to_array(s.to_sign, ' ') as "toSign"
      from filings f
      left join lateral (
        select min(v.submitted_at) filter (where ${stands(sql`o.seats is not null`)}) as first,
               max(v.submitted_at) filter (where v.no = f.version_no) as newest,
               max(o.last) filter (where v.no = f.version_no) as spoken_at,
               max(o.seats) filter (where v.no = f.version_no) as spoken,
               max(p.seats) filter (where v.no = f.version_no) as to_sign
          from filing_versions v
          left join lateral (
            select string_agg(o.level || '-' || o.bureau, ' ' order by o.given_at) as seats, max(o.given_at) as last
              from filing_opinions o where o.version_id = v.id) o on true
          left join lateral (
            select string_agg(p.level || '-' || p.bureau, ' ') as seats from prepared_opinions p
             where p.version_id = v.id and f.state = 'submitted') p on true
         where v.filing_id = f.id and f.version_no > 0) s on true
      left join lateral (select max(r.opened_at) as last from filing_reopenings r where r.filing_id = f.id and f.state = 'returned') r on true
     where f.scope >= ${scope} collate "C" and f.scope < ${scopeEnd(scope)} collate "C"
       and (${kinds}::text[] is null or f.kind = any(${kinds})) and (${batchId}::uuid is null or f.batch_id = ${batchId}::uuid)`,
  [{ scope: '33/', batchId: null, kinds: null }],
)

/**
 * Filings of some kinds below a path, by `keyOf` what they are about. One statement, whatever their number: versions and
 * opinions are few for each filing and found by their keys.
 */
export async function owedFilings(
  tx: Tx,
  scope: string,
  only: { readonly batchId: string | undefined; readonly kinds: readonly string[] | undefined },
): Promise<Map<string, OwedFiling>> {
  const found = await filingsBelow(tx, { scope, batchId: only.batchId ?? null, kinds: only.kinds ?? null })
  return new Map(found.map((row) => [keyOf(row), { ...row, spoken: row.spoken ?? [], toSign: row.toSign ?? [] }]))
}
