import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { finalOne, publishReport } from '../../../../database/demo/evaluations.ts'
import type { Park } from '../../../../database/demo/programme.ts'
import { abilityIn } from '../../../../tests/support/abilities.ts'
import { inside } from '../../../../tests/support/inside.ts'
import { enterprisesOf, paper } from '../../../../tests/support/services.ts'
import { closePilot, settledOn, settledPilot } from '../../../../tests/support/settled.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import { listActivities } from '../../delivery/activities/contract.ts'
import { submitPractice } from '../../delivery/practices/contract.ts'
import { showService } from '../../delivery/services/contract.ts'
import { openNeed } from '../../delivery/services/order-contract.ts'
import { recordVisit } from '../../delivery/services/visit-contract.ts'
import { showPublicEvaluation } from '../../filings/publications/contract.ts'
import { showFunds } from '../../money/funds/contract.ts'
import { showInbox } from '../inbox/contract.ts'

let world: World
let park: Park
let serviceId = ''
beforeAll(async () => {
  world = await startWorld()
  const settled = await settledPilot(world)
  park = settled.park
  serviceId = settled.serviceIds[0] ?? ''
  await closePilot(world, park)
}, 300_000)
afterAll(() => world.stop())

const officer = () => world.as(`${park.name}·服务专员`)
const closed = { code: 'pilot.closed', clause: 'G5.3', facts: { park: '嘉善善结试点园', on: '2028-04-10' } }

it('refuses every act about it, by the pipeline where its address names it (G5.3)', async () => {
  const client = await officer()
  const visit = { visitedOn: '2026-05-20', place: '企业', way: 'on-site' as const, content: '补登一次走访' }
  const acts = [
    client.call(recordVisit, { params: { serviceId }, body: visit }),
    client.call(submitPractice, {
      params: { pilotId: park.pilotId },
      body: {
        sort: 'mechanism',
        title: '长效机制',
        on: '2026-05-20',
        fileId: await paper(world, `${park.name}·服务专员`, '机制'),
      },
    }),
  ]
  for (const { status, body } of await Promise.all(acts)) expect([status, body.error]).toMatchObject([422, closed])
})

it('refuses them by the database where only the body names it (G5.3)', async () => {
  const { enterpriseId = '' } = (await enterprisesOf(world, park)).find(({ diagnosedOn }) => diagnosedOn) ?? {}
  world.setClock('2027-06-01')
  const body = { pilotId: park.pilotId, enterpriseId, kind: 'financing' as const, need: '希望继续得到融资服务' }
  const answer = await (await officer()).call(openNeed, { body })
  expect([answer.status, answer.body.error]).toMatchObject([422, closed])
  world.setClock(settledOn)
})

it('lets nobody write a row about it, not even the owner of the database (G5.3)', async () => {
  const pilot = [park.pilotId]
  const writes = [
    `update services set need = 'x' where pilot_id = $1`,
    `update tranches set recommendation = 'x' where pilot_id = $1`,
    `insert into ledger_entries (id, pilot_id, kind, booked_on, at, account_id, subject, scope)
     select gen_random_uuid(), pilot_id, 'pay', booked_on, at, account_id, subject, scope from ledger_entries where pilot_id = $1 limit 1`,
    `insert into visits select (jsonb_populate_record(v, jsonb_build_object('id', gen_random_uuid()))).* from visits v
       join services s on s.id = v.service_id where s.pilot_id = $1 limit 1`,
    `update filings set due_on = due_on + 1 where pilot_id = $1`,
    `delete from filing_sections where filing_id in (select id from filings where pilot_id = $1)`,
  ]
  for (const text of writes) await expect(world.sql(text, pilot)).rejects.toThrow('the pilot is closed')
})

it('tells whoever sees nothing of it what row security says, and not that it is closed', async () => {
  const [row] = await world.sql<{ visit: object }>(
    `select to_jsonb(v) || jsonb_build_object('id', gen_random_uuid()) as visit from visits v join services s on s.id = v.service_id
      where s.pilot_id = $1 limit 1`,
    [park.pilotId],
  )
  const write = (scope: string) =>
    inside(world, scope, (tx) =>
      sql`insert into visits select (jsonb_populate_record(null::visits, ${JSON.stringify(row?.visit)}::jsonb)).*`.execute(
        tx,
      ),
    )
  await expect(write('33/3301/330102/')).rejects.toMatchObject({ code: '42501' })
  await expect(write(park.scope)).rejects.toMatchObject({ code: '23001', constraint: 'pilot_closed' })
})

it('is asked for by nobody any more, and is read by all who could', async () => {
  for (const who of [`${park.name}·服务专员`, `${park.name}·负责人`, '嘉善县经信局·经办', '省经信厅·处室']) {
    const { mine, team, waiting } = await (await world.as(who)).done(showInbox, { search: {} })
    const about = [...mine.tasks, ...team.tasks, ...waiting.tasks].filter(({ parkName }) => parkName === park.name)
    expect(about).toEqual([])
  }
  const client = await officer()
  const { actions } = await client.done(showService, { params: { serviceId } })
  expect(actions.filter(({ allowed }) => allowed)).toEqual([])
  expect(abilityIn(actions, 'add-evidence')).toMatchObject({
    clause: 'G5.3',
    because: { zh: expect.stringContaining('已于 2028-04-10 结项') },
  })
  expect((await client.done(showFunds, { params: { pilotId: park.pilotId } })).money.spentFen).toBe(3_000_000)
  await client.done(listActivities, { params: { pilotId: park.pilotId }, search: {} } as never)
})

it('leaves another pilot of the same county alone', async () => {
  const [{ pilot } = { pilot: '' }] = await world.sql<{ pilot: string }>(
    'select id as pilot from pilots where id <> $1 limit 1',
    [park.pilotId],
  )
  const [{ closed: is } = { closed: true }] = await world.sql<{ closed: boolean }>(
    `select is_closed('pilot', $1) as closed`,
    [pilot],
  )
  expect(is).toBe(false)
})

it('does not hold the publication of a report that tells of it among others (G5.3)', async () => {
  const [{ id } = { id: '' }] = await world.sql<{ id: string }>(
    `select id from filings where kind = 'final-evaluation'`,
  )
  const publicationId = await publishReport(world, id, finalOne.officer)
  const { results } = await world.stranger().done(showPublicEvaluation, { params: { publicationId } })
  expect(results.map(({ parkName }) => parkName)).toContain(park.name)
})

it('every table whose rows hang on a pilot is closed with it, or follows one that is', async () => {
  const open = await world.sql<{ name: string }>(`
    with recursive reached (oid) as (
      select 'pilots'::regclass::oid
      union
      select k.conrelid from pg_constraint k join reached r on r.oid = k.confrelid where k.contype = 'f')
    select c.relname as name from reached r join pg_class c on c.oid = r.oid
     where not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'closed_pilot')
     order by 1`)
  expect(open.map(({ name }) => name)).toEqual(Object.keys(follows).sort())
})

/** What the database itself writes with a record that is closed, or what is not the pilot's; each with its reason. */
const follows: Readonly<Record<string, string>> = {
  calendar_moves: 'moves the days of what is not filed yet',
  close_outs: 'has steps of its own, and ends with the closing',
  enterprise_counts: 'a sum of baselines and diagnoses',
  enterprise_service_counts: 'a sum of services',
  evaluation_publications: 'of a report of all pilots, which is a county’s or the province’s',
  finding_counts: 'a sum of findings',
  findings: 'written with the evidence it is about',
  former_activities: 'the history of activities',
  former_diagnoses: 'the history of diagnoses',
  former_register_entries: 'the history of register entries',
  liaison_officers: 'the county’s list',
  matter_numbers: 'counts matters',
  measured_services: 'a sum of services',
  objection_senders: 'counts of objections, which a closed pilot takes none of',
  pilot_money: 'a sum of postings',
  pilot_service_counts: 'a sum of services',
  pilots: 'never changes',
  sampling_frame_rows: 'of a sample, which is the county’s and frozen when it is drawn',
  sampling_items: 'of a sample, which is the county’s',
  service_counts: 'a sum of services',
}
