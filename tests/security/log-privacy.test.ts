import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildApp, endpoints } from '../../src/app.ts'
import { startWorker } from '../../src/platform/jobs.ts'
import { accountAt, jobsAccount } from '../../src/platform/postgres/accounts.ts'
import { jsonLog } from '../../src/platform/watch/log.ts'
import { inScope, isPermission, permits } from '../../src/policy/people/roles.ts'
import type { World } from '../support/world.ts'
import { type Actor, everybody, knock, nobody } from './actors.ts'
import { leavesOf, replaced } from './crossed.ts'
import { keyOf, type Making, type Sample } from './sample.ts'
import { sampled } from './samples.ts'
import type { Counties } from './side.ts'
import { twoCounties } from './two-counties.ts'

/** A person, as one may be typed anywhere; none of them exists. */
const marks = {
  name: '欧阳甲乙',
  latin: 'ouyangjiayi',
  phone: '13800001234',
  email: 'ouyang@example.com',
  uscc: '91330421MA2910450G',
  account: '6222020000000001234',
  file: '欧阳甲乙的身份证.pdf',
} as const
const all = Object.values(marks)
const together = all.join(' ')

const routes = endpoints.map(({ route }) => route).filter((route) => keyOf(route) !== 'DELETE /api/session')
const lines: string[] = []
/** The faults themselves, as a terminal would show them. */
const whole: string[] = []
/** What was sent, and what the database holds of people and firms: nothing of it may be logged. */
const secrets = new Set<string>(all)

let counties: Counties
let actors: Actor[]
let watched: World
let close: () => Promise<void>
beforeAll(async () => {
  counties = await twoCounties()
  const { world } = counties
  actors = await everybody(counties)
  const { fault, watcher } = jsonLog('debug', { write: (line) => void lines.push(line) })
  const app = await buildApp({
    connection: world.server,
    filesDir: world.filesDir,
    about: { version: 'test', database: { kind: 'embedded', version: '18' } },
    budgeted: false,
    clock: () => world.now,
    log: (message, error, request) => {
      whole.push(String(error))
      fault(message, error, request)
    },
    watchers: [watcher],
  })
  close = app.close
  watched = Object.create(world, { http: { value: app.http } })
  // The database at its most talkative: a fault that quotes the whole event, as raised and as a value that has no such type.
  await world.sql(`
    create function quote_all() returns trigger language plpgsql as $$
    begin
      if new.after is null then raise exception 'cannot keep %', new::text using detail = new::text; end if;
      perform (new.after::text || '${together}')::integer;
      return new;
    end $$;
    create trigger quote_all before insert on audit_events for each row execute function quote_all();
    alter table audit_events disable trigger quote_all`)
  const named = 'select name as text from units union select name from accounts union select uscc from units'
  for (const { text } of await world.sql<{ text: string | null }>(named)) if (text) secrets.add(text)
  for (const { who } of actors) secrets.add(who)
  // Two whole counties are played first.
}, 180_000)
afterAll(async () => {
  await close()
  await counties.world.stop()
})

const nobodysId = '019d468d-ee80-7012-8d8c-e5119ee06926'

const headers = {
  'user-agent': together.replaceAll(/[^\x20-\x7e]/g, 'x'),
  referer: `https://example.com/${marks.phone}`,
  'x-forwarded-for': '203.0.113.77',
  'x-request-id': marks.latin,
}

/** A word of a closed set, as it stands in the address or in a code, or too short to tell anything. */
const isWord = (text: string) => /^[a-z]+(?:[-._][a-z]+)*$/i.test(text) || [...text].length < 3

function remember({ params, search, body, upload }: Partial<Sample>): void {
  for (const { value } of leavesOf([params, search, body, upload?.name])) {
    if (typeof value === 'string' && !isWord(value)) secrets.add(value)
  }
}

async function ask(route: Making['route'], request: Partial<Sample>, by: Actor): Promise<number> {
  remember(request)
  const { search = {} } = request
  return (await knock(watched, route, { ...request, search }, by, headers)).status
}

/** Marks in place of every text, all at once. */
const marked = (body: unknown) =>
  leavesOf(body).reduce(
    (kept, { at, value }, nth) => (typeof value === 'string' ? replaced(kept, at, all[nth % all.length]) : kept),
    body,
  )

/** Whose password was changed could not sign in for another request. */
const changesPassword = ([key]: readonly [string, ...unknown[]]) => Number(key.startsWith('PUT /api/session/password'))
const asked = routes.flatMap(sampled).toSorted((a, b) => changesPassword(a) - changesPassword(b))

it.each(asked)('%s', async (_, { route, make }) => {
  const { world } = counties
  const sample = await make(counties.own)
  const { permission } = route
  const may = ({ post, scope }: Actor) =>
    post !== null && isPermission(permission) && permits(post, permission) && inScope(scope, sample.scope ?? scope)
  const by = permission === 'public' ? nobody : (actors.find(may) ?? nobody)
  const begun = lines.length
  const params = Object.fromEntries(Object.keys(sample.params).map((name, nth) => [name, all[nth % all.length]]))
  const nowhere = Object.fromEntries(Object.keys(sample.params).map((name) => [name, nobodysId]))
  const search = { q: together, name: marks.name }
  const refused = [
    await ask(route, { ...sample, params }, by),
    await ask(route, { ...sample, params: nowhere }, by),
    await ask(route, { ...sample, search }, by),
    await ask(route, { ...sample, body: marked(sample.body) }, by),
    await ask(route, sample, { ...nobody, cookie: `yqt_session=${marks.phone}; yqt_device=${marks.latin}` }),
  ]
  if (route.method !== 'GET') {
    await world.sql('alter table audit_events enable trigger quote_all')
    refused.push(await ask(route, sample, by))
    await world.sql('alter table audit_events disable trigger quote_all')
  }
  const status = await ask(route, sample, by)
  const told = lines.slice(begun)
  const ends = told.filter((line) => JSON.parse(line).message === 'request')
  expect(ends.map((line) => JSON.parse(line).status)).toEqual([...refused, status])
  for (const line of ends) expect(['none', route.path]).toContain(JSON.parse(line).route)
  // A day that was sent may be that of the line itself.
  const timeless = told.map((line) => line.replace(/"time":"[^"]+",/, ''))
  const found = [...secrets].filter((secret) => timeless.some((line) => line.includes(secret)))
  expect(found, told.join('')).toEqual([])
})

it('was tried with refusals and faults of many kinds', () => {
  const ends = lines.map((line) => JSON.parse(line))
  const count = (status: number) => ends.filter((line) => line.status === status).length
  for (const status of [200, 401, 404, 422]) expect(count(status), `${status}`).toBeGreaterThan(10)
  expect(count(500)).toBeGreaterThan(50)
  const codes = new Set(ends.map((line) => line.error?.code))
  // What was kept out was there to be told.
  for (const mark of all) expect(whole.filter((text) => text.includes(mark)).length).toBeGreaterThan(50)
  expect([...codes]).toEqual(expect.arrayContaining(['22P02', 'P0001']))
})

it('a job that fails is told by its name and place, without what it worked on', async () => {
  const { world } = counties
  const { fault, watcher } = jsonLog('debug', { write: (line) => void lines.push(line) })
  const begun = lines.length
  const jobs = {
    throws: async () => Promise.reject(new Error(together)),
    asks: async (as: (text: string, values: unknown[]) => Promise<unknown>) =>
      void (await as('select $1::text::integer', [together])),
    works: async () => undefined,
  }
  const { serverPassword, ...owner } = world.connection
  const connection = accountAt(owner, jobsAccount, serverPassword)
  const worker = await startWorker(connection, { jobs, hourly: [], watcher }, fault)
  const client = new pg.Client(world.connection)
  await client.connect()
  for (const name of Object.keys(jobs))
    await client.query(`select graphile_worker.add_job($1, '{}'::json, max_attempts => 1)`, [name])
  const told = () => lines.slice(begun).map((line) => JSON.parse(line))
  await expect.poll(() => told().filter(({ message }) => message === 'job'), { timeout: 15_000 }).toHaveLength(3)
  await expect.poll(() => worker.counts(), { timeout: 15_000 }).toMatchObject({ waiting: 0, running: 0, failed: 2 })
  await client.end()
  await worker.stop()
  const of = (job: string) => told().find(({ name }) => name === job)
  expect(of('works')).toMatchObject({ level: 'info', attempt: 1, most: 1, ms: expect.any(Number) })
  expect(of('throws')).toMatchObject({ level: 'error', error: { type: 'Error' } })
  expect(of('asks')).toMatchObject({ level: 'error', error: { code: '22P02' } })
  for (const mark of all) expect(lines.slice(begun).join('')).not.toContain(mark)
})
