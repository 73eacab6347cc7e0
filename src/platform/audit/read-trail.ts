import type { ClientBase } from 'pg'
import type { Seal } from './chain.ts'
import type { Leaf, Rest, SealedBatch, Trail } from './check-trail.ts'

/** Seals that are read at once. */
const atOnce = 20

/**
 * The trail of a database as it stands at one moment, in a transaction that the caller has begun (repeatable read) as the owner; what is
 * sealed meanwhile is not seen.
 */
export function trailOf(owner: ClientBase): Trail {
  return { batches: batchesOf(owner), rest: () => restOf(owner) }
}

/** Every seal, the first one first. */
export async function* seals(owner: ClientBase): AsyncGenerator<Seal> {
  for await (const page of pagesOf(owner)) yield* page
}

/** Texts of the events that are not sealed yet. */
export async function eventsWaiting(owner: ClientBase): Promise<string[]> {
  const { rows } = await owner.query<{ line: string }>(
    'select audit_line(e) as line from audit_waiting w join audit_events e on e.id = w.event_id order by e.at, e.id',
  )
  return rows.map(({ line }) => line)
}

async function* batchesOf(owner: ClientBase): AsyncGenerator<SealedBatch> {
  for await (const page of pagesOf(owner)) {
    const { rows } = await owner.query<Leaf & { no: number }>(leavesOf, [page.map(({ no }) => no)])
    const byNo = Map.groupBy(rows, ({ no }) => no)
    for (const seal of page) yield { ...seal, leaves: byNo.get(seal.no) ?? [] }
  }
}

async function* pagesOf(owner: ClientBase): AsyncGenerator<Seal[]> {
  for (let after = 0; ; ) {
    const { rows } = await owner.query<Seal>(sealsAfter, [after, atOnce])
    const last = rows.at(-1)
    if (!last) return
    yield rows
    after = last.no
  }
}

const sealsAfter = `
  select no, to_char(sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "sealedAt", events,
         encode(sha256, 'hex') as sha256, encode(sm3, 'hex') as sm3
    from audit_seals where no > $1 order by no limit $2`

const leavesOf = `
  select l.seal_no as no, l.place, l.event_id as "eventId", encode(l.sha256, 'hex') as sha256, encode(l.sm3, 'hex') as sm3,
         case when e.id is not null then audit_line(e) end as line
    from audit_leaves l left join audit_events e on e.id = l.event_id
   where l.seal_no = any ($1) order by l.seal_no, l.place`

async function restOf(owner: ClientBase): Promise<Rest> {
  const { rows } = await owner.query<{ waiting: number; strangers: string[]; gone: string[] }>(`
    select (select count(*)::integer from audit_waiting w join audit_events e on e.id = w.event_id) as waiting,
           array(select audit_line(e) from audit_events e
                  where not exists (select from audit_leaves l where l.event_id = e.id)
                    and not exists (select from audit_waiting w where w.event_id = e.id) order by e.at, e.id limit 100) as strangers,
           array(select w.event_id::text from audit_waiting w
                  where not exists (select from audit_events e where e.id = w.event_id) order by 1 limit 100) as gone`)
  return rows[0] ?? { waiting: 0, strangers: [], gone: [] }
}
