import { type RawBuilder, sql } from 'kysely'
import { arrayOf, day, instant, int, text, uuid, words, wordsOf } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { type ResultRow, statement } from '../../../platform/database/statement.ts'
import { editionList } from '../../../policy/editions/edition.ts'
import type { FilingState } from '../../../policy/filings/filing.ts'
import { type Seat, seats } from '../../../policy/people/roles.ts'
import type { Day } from '../../../shared/dates.ts'
import { dayIn } from './filed-on.ts'
import { scopeEnd } from './scopes.ts'

/** A filing that was begun. */
export type OwedFiling = {
  readonly filingId: string
  readonly batchId: string
  readonly unitId: string
  readonly kind: string
  readonly period: string
  readonly state: FilingState
  readonly dueOn: Day
  /** The instant of that day, where it is due by the hour. */
  readonly dueAt: Date | null
  readonly openedAt: Date
  /** The moment of the first submission that was not taken back, and its day. */
  readonly filedAt: Date | null
  readonly filedOn: Day | null
  readonly recordNo: string | null
  /** 0 while nothing was submitted. */
  readonly versionNo: number
  /** Seats that have given their opinion on the newest version; empty once nothing waits any more. */
  readonly spoken: readonly Seat[]
  /** Seats whose opinion on it is prepared and waits for a signature. */
  readonly toSign: readonly Seat[]
  /** Of the newest version. */
  readonly submittedAt: Date | null
}

/** Whether an approved filing, `f` of a batch `b`, still has to be recorded by its edition. */
function awaitsRecord(): RawBuilder<unknown> {
  const recorded = editionList().flatMap(({ id, obligations }) =>
    obligations.filter(({ records }) => records.length > 0).map((rule) => `${id} ${rule.id}`),
  )
  return sql`b.edition || ' ' || f.kind = any(${recorded})`
}

type Below = { readonly scope: string; readonly batchId: string | null; readonly kinds: readonly string[] | null }

const sample: Below = { scope: '33/', batchId: null, kinds: null }

function below({ scope, batchId, kinds }: Below): RawBuilder<unknown> {
  return sql`f.scope >= ${scope} collate "C" and f.scope < ${scopeEnd(scope)} collate "C"
       and (${kinds}::text[] is null or f.kind = any(${kinds})) and (${batchId}::uuid is null or f.batch_id = ${batchId}::uuid)`
}

/** What is over under its edition. */
function isOver(): RawBuilder<unknown> {
  return sql`(f.state = 'recorded' or (f.state = 'approved' and not (${awaitsRecord()})))`
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
    filedAt: instant.nullable(),
    filedOn: day.nullable(),
    openedAt: instant,
    recordedAt: instant.nullable(),
    spoken: arrayOf(words(...seats)).nullable(),
    toSign: arrayOf(words(...seats)).nullable(),
    submittedAt: instant.nullable(),
    spokenAt: instant.nullable(),
    reopenedAt: instant.nullable(),
  },
  ({ scope, batchId, kinds, overToo }: Below & { readonly overToo: boolean }) => sql`
    select f.id as "filingId", f.batch_id as "batchId", f.unit_id as "unitId", f.kind, f.period, f.state,
           f.due_on as "dueOn", f.due_at as "dueAt", f.record_no as "recordNo", f.version_no as "versionNo",
           f.filed_at as "filedAt", ${dayIn(sql`f.filed_at`)} as "filedOn", f.opened_at as "openedAt", f.recorded_at as "recordedAt",
           case when v.id is not null then string_to_array((
             select string_agg(o.level || '-' || o.bureau, ' ' order by o.given_at) from filing_opinions o where o.version_id = v.id), ' ')
           end as spoken,
           case when f.state = 'submitted' then string_to_array((
             select string_agg(p.level || '-' || p.bureau, ' ') from prepared_opinions p where p.version_id = v.id), ' ')
           end as "toSign",
           v.submitted_at as "submittedAt",
           case when v.id is not null then (select max(o.given_at) from filing_opinions o where o.version_id = v.id) end as "spokenAt",
           case when f.state = 'returned' then (select max(r.opened_at) from filing_reopenings r where r.filing_id = f.id) end as "reopenedAt"
      from filings f
      join batches b on b.id = f.batch_id
      left join filing_versions v
        on v.filing_id = f.id and v.no = f.version_no
       and (f.state in ('draft', 'submitted', 'returned') or (f.state = 'approved' and ${awaitsRecord()}))
     where ${below({ scope, batchId, kinds })} and ${overToo ? sql`true` : sql`not ${isOver()}`}`,
  [
    { ...sample, overToo: true },
    { ...sample, overToo: false },
  ],
)

const filingsOver = statement(
  { batchId: uuid, kind: wordsOf('filings.kind'), period: text, unitIds: text },
  (asked: Below) => sql`
    select f.batch_id as "batchId", f.kind, f.period, string_agg(f.unit_id::text, ' ') as "unitIds"
      from filings f join batches b on b.id = f.batch_id
     where ${below(asked)} and ${isOver()} group by f.batch_id, f.kind, f.period`,
  [sample],
)

/** A filing; how far it has come is read where it may wait for somebody, which most do no more. */
export type BegunFiling = ResultRow<typeof filingsBelow>

/** What is begun in one batch: `filingKey`, then the unit. */
export type FilingsOfBatch = ReadonlyMap<string, ReadonlyMap<string, BegunFiling>>

export function filingKey({ kind, period }: Pick<BegunFiling, 'period'> & { readonly kind: string }): string {
  return `${kind} ${period}`
}

type Only = { readonly batchId: string | undefined; readonly kinds: readonly string[] | undefined }

function asked(scope: string, { batchId, kinds }: Only): Below {
  return { scope, batchId: batchId ?? null, kinds: kinds ?? null }
}

/** Filings of some kinds below a path, by batch. `overToo`: those as well that are over. */
export async function begunFilings(
  tx: Tx,
  scope: string,
  { overToo, ...only }: Only & { readonly overToo: boolean },
): Promise<Map<string, FilingsOfBatch>> {
  const found = await filingsBelow(tx, { ...asked(scope, only), overToo })
  const batches = new Map<string, Map<string, Map<string, BegunFiling>>>()
  for (const row of found) {
    const keys = batches.get(row.batchId) ?? new Map<string, Map<string, BegunFiling>>()
    batches.set(row.batchId, keys)
    const key = filingKey(row)
    const units = keys.get(key) ?? new Map<string, BegunFiling>()
    keys.set(key, units.set(row.unitId, row))
  }
  return batches
}

/** Which units of each batch have one that is over, by `filingKey`: as much as whoever looks for what waits needs of them. */
export async function endedFilings(tx: Tx, scope: string, only: Only): Promise<Map<string, Ended>> {
  const batches = new Map<string, Map<string, ReadonlySet<string>>>()
  for (const { batchId, unitIds, ...key } of await filingsOver(tx, asked(scope, only))) {
    const keys = batches.get(batchId) ?? new Map<string, ReadonlySet<string>>()
    batches.set(batchId, keys.set(filingKey(key), new Set(unitIds.split(' '))))
  }
  return batches
}

/** `filingKey`, then the units. */
export type Ended = ReadonlyMap<string, ReadonlySet<string>>
