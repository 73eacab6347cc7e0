import { type SqlBool, sql } from 'kysely'
import type { z } from 'zod'
import type { Actor } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { byName, downTheTree, type Ordinals, orderOf } from '../../../platform/database/ordered.ts'
import { notFound } from '../../../platform/errors.ts'
import { whyNotStanding } from '../../../policy/oversight/standing.ts'
import { abilityOf } from '../../../policy/people/ability.ts'
import { baselineContent, currentBaseline } from '../../programme/baselines/public.ts'
import { pilotsOfParks, requirePilot } from '../../programme/pilots/public.ts'
import { unitById } from '../../programme/units/public.ts'
import { type listStanding, type StandingState, type showLists, type showStanding, standingStates } from './contract.ts'

const pilotThat = (is: ReturnType<typeof sql<SqlBool>>) =>
  sql<SqlBool>`exists (select from pilots p where p.park_id = u.id and ${is})`
const serves = pilotThat(sql`p.standing`)
const runs = pilotThat(
  sql`not p.standing and not exists (select from close_outs c where c.pilot_id = p.id and c.state = 'recorded')`,
)
const inState: Readonly<Record<StandingState, ReturnType<typeof sql<SqlBool>>>> = {
  serving: serves,
  'in-pilot': sql`not ${serves} and ${runs}`,
  open: sql`not ${serves} and not ${runs}`,
}

type Search = z.output<typeof listStanding.search>
const ordinals: Ordinals<Search> = {
  parkName: byName('u.name'),
  countyName: byName('county.name'),
  state: sql`array_position(${sql.lit(`{${standingStates}}`)}::text[], case when ${serves} then 'serving' when ${runs} then 'in-pilot' else 'open' end)`,
  lastBatch: sql`(
    select name_order_key(b.name) collate name_order from pilots p join batches b on b.id = p.batch_id
     where p.park_id = u.id and not p.standing order by p.runs_from desc, p.id limit 1)`,
  since: sql`(select p.admitted_on from pilots p where p.park_id = u.id and p.standing)`,
  services: sql`(
    select sum(n.n) from pilots p join pilot_service_counts n on n.pilot_id = p.id where p.park_id = u.id and p.standing)`,
}

/** A page of the parks inside the reader's scope, down the tree. */
export async function listStandingView(
  tx: Tx,
  actor: Actor,
  { q, state, sort, page, pageSize }: Search,
): Promise<z.input<typeof listStanding.reply>> {
  const found = tx
    .selectFrom('units as u')
    .innerJoin('units as county', 'county.id', 'u.parentId')
    .where('u.kind', '=', 'park')
    .where(sql<SqlBool>`in_scope(u.scope)`)
    .$if(q !== undefined && q !== '', (select) => select.where(sql<SqlBool>`strpos(u.name, ${q}) > 0`))
    .$if(state !== undefined, (select) => select.where(inState[state as StandingState]))
  const { total } = await found.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
  const units = await found
    .select(['u.id', 'u.name', 'county.name as countyName'])
    .orderBy(orderOf(ordinals, sort, downTheTree('u')))
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  const parkIds = units.map(({ id }) => id)
  const pilots = parkIds.length === 0 ? [] : await pilotsOfParks(tx, parkIds)
  const counts = await servicesOf(
    tx,
    pilots.filter(({ standing }) => standing).map(({ id }) => id),
  )
  const ofPark = Map.groupBy(pilots, ({ parkId }) => parkId)
  return {
    parks: units.map(({ id: parkId, name: parkName, countyName }) => {
      const own = ofPark.get(parkId) ?? []
      const standing = own.find((one) => one.standing)
      const running = own.some((one) => !one.standing && !one.closed)
      return {
        parkId,
        parkName,
        countyName,
        state: standing ? 'serving' : running ? 'in-pilot' : 'open',
        pilotId: standing?.id ?? null,
        since: standing?.admittedOn ?? null,
        services: standing ? (counts.get(standing.id) ?? 0) : 0,
        lastBatch: own.find((one) => !one.standing)?.batchName ?? null,
        actions: [abilityOf(actor, 'open', 'standing.open', whyNotStanding(own))],
      }
    }),
    total,
  }
}

async function servicesOf(tx: Tx, pilotIds: readonly string[]): Promise<Map<string, number>> {
  if (pilotIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('pilotServiceCounts')
    .select(['pilotId', sql<number>`sum(n)::int`.as('n')])
    .where('pilotId', 'in', [...pilotIds])
    .groupBy('pilotId')
    .execute()
  return new Map(rows.map(({ pilotId, n }) => [pilotId, n]))
}

export async function showStandingView(
  tx: Tx,
  actor: Actor,
  parkId: string,
): Promise<z.input<typeof showStanding.reply>> {
  const park = await unitById(tx, parkId)
  if (park?.kind !== 'park') throw notFound({ zh: '园区', en: 'park' })
  const pilots = await pilotsOfParks(tx, [park.id])
  return {
    pilotId: pilots.find(({ standing }) => standing)?.id ?? null,
    actions: [abilityOf(actor, 'open', 'standing.open', whyNotStanding(pilots))],
  }
}

export async function showListsView(tx: Tx, actor: Actor, pilotId: string): Promise<z.input<typeof showLists.reply>> {
  const { edition, firstYear, parkName, parkUscc } = await requirePilot(tx, pilotId)
  const inForce = edition.standing ? await currentBaseline(tx, pilotId) : null
  if (!inForce) throw notFound({ zh: '常态化服务', en: 'standing service' })
  const { no, inForceFrom } = inForce
  const { enterprises, agencies } = await baselineContent(tx, inForce.id)
  return {
    no,
    inForceFrom,
    edition: edition.id,
    firstYear,
    parkName,
    parkUscc,
    enterprises: { rows: [...enterprises.rows] },
    agencies: agencies as z.input<typeof showLists.reply>['agencies'],
    actions: [abilityOf(actor, 'change', 'standing.change', null)],
  }
}
