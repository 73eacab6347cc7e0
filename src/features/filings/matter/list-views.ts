import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Actor } from '../../../platform/command.ts'
import { bool, instant, int, jsonb, text, uuid, wordsOf } from '../../../platform/database/columns.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { byName, type Ordinals, orderOf } from '../../../platform/database/ordered.ts'
import { type ResultRow, statement } from '../../../platform/database/statement.ts'
import type { KnownCalendars } from '../../../policy/calendar/rest-days.ts'
import { editionOf, obligationOf } from '../../../policy/editions/edition.ts'
import { filingStates, seatsOf } from '../../../policy/filings/filing.ts'
import { refuse } from '../../../policy/guide/refuse.ts'
import { abilityOf } from '../../../policy/people/ability.ts'
import { seats } from '../../../policy/people/roles.ts'
import { matterClock, urgencyOf } from '../../../policy/plan/matter-clock.ts'
import type { Turn } from '../../../policy/plan/passing-on.ts'
import { orderedBy } from '../../../shared/clean.ts'
import { currentBaseline } from '../../programme/baselines/public.ts'
import { requirePilot } from '../../programme/pilots/public.ts'
import { knownCalendarsOf } from '../../programme/rest-days/public.ts'
import { filedAt, turnsOf } from '../owed/public.ts'
import type { listMatters, listPilotMatters, MatterRow } from './contract.ts'

type Found = ResultRow<typeof found>

type Search = z.output<typeof listMatters.search>
type BySql = { readonly sort?: Exclude<Search['sort'], 'clock' | '-clock'> }
type Page = BySql & { readonly limit: number | null; readonly offset: number }

const ordinals: Ordinals<BySql> = {
  no: [sql`f.period`, byName('park.name')],
  countyName: sql`county.scope`,
  kind: sql`m.kind`,
  occurredAt: sql`m.occurred_at`,
  state: sql`array_position(${sql.lit(`{${filingStates}}`)}::text[], f.state)`,
  outcome: sql`coalesce((select l.no from baselines l where l.matter_id = f.id), case when m.based_on is null then -1 else 0 end)`,
}

/** Newest first unless asked otherwise. `which`: a condition on `m`, the matter, and `f`, its filing. */
const found = statement(
  {
    filingId: uuid,
    pilotId: uuid,
    parkName: text,
    countyName: text,
    no: text,
    kind: wordsOf('matters.kind'),
    occurredAt: instant,
    state: wordsOf('filings.state'),
    asksChange: bool,
    edition: text,
    dueAt: instant.nullsExcluded(),
    reportedAt: instant.nullable(),
    approvals: jsonb(z.array(z.strictObject({ seat: z.enum(seats), at: z.string() }))),
    madeNo: int.nullable(),
    total: int,
  },
  ({ which, page = { limit: 500, offset: 0 } }: { which: RawBuilder<unknown>; page?: Page }) => sql`
    select m.filing_id as "filingId", m.pilot_id as "pilotId", park.name as "parkName", county.name as "countyName", f.period as no,
           m.kind, m.occurred_at as "occurredAt", f.state, m.based_on is not null as "asksChange", b.edition,
           f.due_at as "dueAt", ${filedAt} as "reportedAt",
           coalesce((select jsonb_agg(jsonb_build_object('seat', o.level || '-' || o.bureau, 'at', o.given_at) order by o.given_at)
                       from filing_opinions o where o.version_id = v.id and o.verdict = 'approve'), '[]') as approvals,
           (select l.no from baselines l where l.matter_id = f.id) as "madeNo",
           (count(*) over ())::int as total
      from matters m
      join filings f on f.id = m.filing_id
      join pilots p on p.id = m.pilot_id
      join batches b on b.id = p.batch_id
      join units park on park.id = p.park_id
      join units county on county.id = p.county_id
      left join filing_versions v on v.filing_id = f.id and v.no = f.version_no and f.state in ('submitted', 'approved', 'recorded')
     where ${which}
     order by ${orderOf(ordinals, page.sort, sql`m.occurred_at desc, m.filing_id desc`)}
     limit ${page.limit} offset ${page.offset}`,
  [{ which: sql`true` }, { which: sql`true`, page: { sort: '-state', limit: 1, offset: 0 } }],
)

export async function matterRowOf(tx: Tx, filingId: string, now: Date): Promise<MatterRow | null> {
  const [row] = await found(tx, { which: sql`m.filing_id = ${filingId}` })
  return row ? ((await rowsOf(tx, [row], now))[0] ?? null) : null
}

export async function listPilotMattersView(
  tx: Tx,
  pilotId: string,
  actor: Actor,
  now: Date,
): Promise<z.input<typeof listPilotMatters.reply>> {
  await requirePilot(tx, pilotId)
  const rows = await found(tx, { which: sql`m.pilot_id = ${pilotId}` })
  const no = (await currentBaseline(tx, pilotId)) ? null : refuse('matter.plan-not-approved', 'G5.5')
  return {
    matters: await rowsOf(tx, rows, now),
    actions: [abilityOf(actor, 'open', 'filing.edit', no)],
  }
}

export async function listMattersView(
  tx: Tx,
  { state, kind, sort, page, pageSize }: Search,
  now: Date,
): Promise<z.input<typeof listMatters.reply>> {
  const which = sql`(${state ?? null}::text is null or f.state = ${state ?? null}) and (${kind ?? null}::text is null or m.kind = ${kind ?? null})`
  const [limit, offset] = [pageSize, (page - 1) * pageSize]
  if (sort === 'clock' || sort === '-clock') {
    // How the clocks stand is the policy's to say, of all of them: a province has some thousand matters.
    const all = await rowsOf(tx, await found(tx, { which, page: { limit: null, offset: 0 } }), now)
    const inOrder = orderedBy(all, sort, () => (row) => urgencyOf(row.clock))
    return { matters: inOrder.slice(offset, offset + limit), total: all.length }
  }
  const rows = await found(tx, { which, page: { sort, limit, offset } })
  return { matters: await rowsOf(tx, rows, now), total: rows[0]?.total ?? 0 }
}

async function rowsOf(tx: Tx, rows: readonly Found[], now: Date): Promise<MatterRow[]> {
  const calendars = await knownCalendarsOf(tx)
  const turns = await turnsOf(
    tx,
    rows.map(({ filingId, edition }) => ({ filingId, rule: ruleOf(edition) })),
  )
  return rows.map((row) => rowOf(row, turns.get(row.filingId) ?? [], now, calendars))
}

function ruleOf(edition: string) {
  return obligationOf(editionOf(edition), 'major-matter')
}

function rowOf(
  { total: _, edition, approvals, dueAt, ...row }: Found,
  turns: readonly Turn[],
  now: Date,
  calendars: KnownCalendars,
): MatterRow {
  const rule = ruleOf(edition)
  const spoken = new Set(approvals.map((one) => one.seat))
  const { occurredAt, reportedAt } = row
  return {
    ...row,
    occurredAt: occurredAt.toISOString(),
    reportedAt: reportedAt?.toISOString() ?? null,
    waitingFor: row.state === 'submitted' ? seatsOf({ rule }).filter((seat) => !spoken.has(seat)) : [],
    clock: matterClock(rule, { dueAt, reportedAt, turns, now }, calendars),
  }
}
