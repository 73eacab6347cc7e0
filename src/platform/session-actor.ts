import { sql } from 'kysely'
import { type Day, dayOf } from '../shared/dates.ts'
import type { Actor } from './command.ts'
import { day, instant, text, uuid, wordsOf } from './database/columns.ts'
import type { Tx } from './database/connect.ts'
import { statement } from './database/statement.ts'

/** A closed pilot: its park, the id of its edition, the day. */
export type Closed = { readonly park: string; readonly edition: string; readonly on: string }

/** `at`: the moment, ISO 8601. `about`: ids that the request names. */
type Asked = { readonly hash: string; readonly at: string; readonly about: readonly string[] }

const entered = statement(
  {
    accountId: uuid,
    name: text,
    post: wordsOf('accounts.post'),
    bureau: wordsOf('accounts.bureau').nullable(),
    unitId: uuid,
    unitKind: wordsOf('units.kind'),
    unitName: text,
    scope: text,
    lastSeenAt: instant,
    due: text.nullable(),
    closedPark: text.nullable(),
    closedEdition: text.nullable(),
    closedOn: day.nullable(),
  },
  ({ hash, at, about }: Asked) => sql`
    select s.*, c.park as closed_park, c.edition as closed_edition, c.closed_on
      from enter_session(${sql.lit(hash)}, ${sql.lit(at)}) s left join ${closedAmong(about ?? [])}`,
  [
    { hash: '', at: '2026-01-01', about: [] },
    { hash: '', at: '2026-01-01', about: ['00000000-0000-0000-0000-000000000000'] },
  ],
)

/** Most requests name nothing, and need not ask. */
function closedAmong(ids: readonly string[]) {
  return ids.length === 0
    ? sql`(select null::text as park, null::text as edition, null::date as closed_on where false) c on true`
    : sql`lateral closed_among(${sql.lit(`{${ids.join(',')}}`)}, s.scope) c on true`
}

/**
 * Who asks, by the hash of the session's token, and the closed pilot that the request is about; moves the transaction into that
 * person's scope. Without parameters it travels together with the beginning of the transaction: all of it is ours, or an id.
 */
export async function sessionActor(
  tx: Tx,
  asked: Asked,
): Promise<(Omit<Actor, 'closed'> & { readonly closed: Closed | null; readonly lastSeenAt: Date }) | null> {
  const [found] = await entered(tx, { ...asked, about: idsAmong(asked.about) })
  if (!found) return null
  const { closedPark: park, closedEdition: edition, closedOn: on, ...actor } = found
  return { ...actor, closed: park !== null && edition !== null && on !== null ? { park, edition, on } : null }
}

const seated = statement(
  { scope: text.nullable() },
  ({ ids, on }: { readonly ids: readonly string[]; readonly on: Day }) =>
    sql`select enter_seat(${sql.lit(`{${ids.join(',')}}`)}, ${sql.lit(on)}) as scope`,
  [{ ids: [], on: '2026-01-01' }],
)

/**
 * Moves the transaction into the scope of the one pilot that all ids are of, where who asks has an open seat on an evaluation of it
 * (G5.3); answers that scope, null where there is no such seat.
 */
export async function enterSeat(
  tx: Tx,
  { about, at }: { readonly about: readonly string[]; readonly at: Date },
): Promise<string | null> {
  const [found] = await seated(tx, { ids: idsAmong(about), on: dayOf(at) })
  return found?.scope ?? null
}

function idsAmong(about: readonly string[]): readonly string[] {
  return about.filter((id) => isId.test(id)).slice(0, mostIds)
}

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
/** No address names more. */
const mostIds = 12
