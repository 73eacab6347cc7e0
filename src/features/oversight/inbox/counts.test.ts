import { afterAll, beforeAll, expect, it } from 'vitest'
import { approvedPilot, type County, demoCounty, type Park } from '../../../../database/demo/programme.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as calendar from '../calendar/contract.ts'
import * as contract from './contract.ts'

const parks = 640
const services = 560
let world: World
let county: County
beforeAll(async () => {
  world = await startWorld()
  county = await demoCounty(world)
  await world.sql(
    `with above as (select * from units where id = $2), made as (
       insert into units (id, kind, name, parent_id, scope, valid_from)
       select gen_random_uuid(), 'park', '批量园区 ' || n, id, scope || 'many-' || n || '/', '2026-01-01'
         from above, generate_series(1, $3::int) n
       returning id, scope)
     insert into pilots (id, batch_id, park_id, county_id, scope, award_fen, admitted_on, runs_from, runs_to)
     select gen_random_uuid(), $1, id, $2, scope, 500000000, '2026-04-01', '2026-01-01', '2027-12-31' from made`,
    [county.batchId, county.countyId, parks],
  )
})
afterAll(() => world.stop())

const inboxOf = async (name: string) => (await world.as(name)).done(contract.showInbox)

it('counts everything that waits, at any number, and shows the most urgent', async () => {
  const { waiting } = await inboxOf('嘉善县经信局·经办')
  const { total } = await (await world.as('嘉善县经信局·经办')).done(calendar.listCalendar, {
    search: { kind: 'plan', standing: 'open' },
  })
  expect(total).toBe(parks + 2)
  // The plans of all parks, those of the tests among them.
  expect(waiting.total).toBe(parks + 2)
  expect(waiting.tasks).toHaveLength(100)
  expect(new Set(waiting.tasks.map((task) => task.dueOn))).toEqual(new Set(['2026-04-25']))
  const all = await inboxOf('省经信厅·处室')
  const counties = 2
  // Beside the plans each county owes its list of officers and its plan for the money.
  expect(all.mine.total + all.team.total + all.waiting.total).toBe(parks + 3 + counties * 2)
})

it('counts more services than are shown', async () => {
  const { park } = await approvedPilot(world, county.first)
  await manyServices(park)
  const { mine } = await inboxOf(`${park.name}·服务专员`)
  // One more for the enterprises that are not diagnosed.
  expect(mine.total).toBe(services + 1)
  expect(mine.tasks).toHaveLength(100)
})

/** Written past the checks of the database, its counts kept: what they came from is of no matter to the count. */
async function manyServices({ pilotId, scope }: Park): Promise<void> {
  await world.sql(`
    alter table services enable always trigger count_services;
    set session_replication_role = replica;
    insert into services (id, no, pilot_id, enterprise_id, diagnosis_id, service_kind, state, need, opened_on, opened_by, recorded_at, updated_at, scope)
    select gen_random_uuid(), 'FW2026-' || lpad((900000 + n)::text, 6, '0'), '${pilotId}', e.id, gen_random_uuid(), 'training',
           'needed', '培训', '2026-04-01', gen_random_uuid(), '2026-04-01T09:00:00+08:00',
           '2026-04-01T09:00:00+08:00', '${scope}'
      from (select id from pilot_enterprises where pilot_id = '${pilotId}' limit 1) e, generate_series(1, ${services}) n`)
}
