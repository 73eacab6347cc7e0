import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makePdf } from '../../database/demo/photos.ts'
import { demoCounty } from '../../database/demo/programme.ts'
import * as units from '../../src/features/programme/units/contract.ts'
import { forgetExpired } from '../../src/platform/jobs.ts'
import { accountAt, jobsAccount } from '../../src/platform/postgres/accounts.ts'
import * as session from '../../src/shared/session.ts'
import { testPassword } from '../support/template.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
let countyId: string
beforeAll(async () => {
  world = await startWorld()
  const county = await demoCounty(world)
  const { units: all } = await (await world.administrator()).done(units.listUnits, { search: { kind: 'county' } })
  countyId = all.find((one) => county.first.scope.startsWith(one.scope))?.unitId ?? ''
})
afterAll(() => world.stop())

const zone = (name: string) => ({ kind: 'zone' as const, parentId: countyId, name })
const register = async (name: string, idempotencyKey: string) =>
  (await world.administrator()).call(units.registerUnit, { body: zone(name), idempotencyKey })

it('answers a repeated act with its first reply and does it once, also when both come together', async () => {
  const answers = await Promise.all([register('甲功能区', 'zone-key-1'), register('甲功能区', 'zone-key-1')])
  expect(answers.map((one) => one.status)).toEqual([200, 200])
  expect(answers[0]?.body).toEqual(answers[1]?.body)
  expect((await register('甲功能区', 'zone-key-2')).body.error).toMatchObject({ code: 'unit.name-taken' })
})

it('does not take a key for another request, and lets another person use the same one', async () => {
  await register('乙功能区', 'zone-key-3')
  expect((await register('丙功能区', 'zone-key-3')).body.error.code).toBe('common.key-reused')
  const people = await Promise.all(['嘉善县经信局·经办', '嘉善县财政局·经办'].map((name) => world.as(name)))
  const ids = await Promise.all(people.map((client) => send(client, '凭证.pdf', 'one', 'same-key-1')))
  expect(ids.map((one) => one.status)).toEqual([200, 200])
  expect(ids[0]?.body).not.toEqual(ids[1]?.body)
})

it('keeps nothing of a refused act: put right, it goes through under the same key', async () => {
  expect((await register('甲功能区', 'zone-key-4')).status).toBe(422)
  expect((await register('丁功能区', 'zone-key-4')).status).toBe(200)
})

it('answers a repeated act after a new sign-in, as a device does that sends again what it kept', async () => {
  const name = '嘉善县经信局·经办'
  const first = await send(await world.as(name), '凭证.pdf', 'again', 'kept-key-0')
  const later = world.stranger()
  await later.done(session.signIn, { body: { name, password: testPassword } })
  expect((await send(later, '凭证.pdf', 'again', 'kept-key-0')).body).toEqual(first.body)
  expect((await send(later, '凭证.pdf', 'other', 'kept-key-0')).status).toBe(422)
})

it('carries nothing out for somebody else than the one who wrote it', async () => {
  const [author, other] = await Promise.all(['嘉善县经信局·经办', '嘉善县财政局·经办'].map((name) => world.as(name)))
  const { account } = await (author as Client).done(session.whoAmI)
  const asAuthor = { 'x-account': account?.accountId ?? '' }
  expect((await send(other as Client, '凭证.pdf', 'mine', 'kept-key-1', asAuthor)).status).toBe(401)
  expect((await send(world.stranger(), '凭证.pdf', 'mine', 'kept-key-1', asAuthor)).status).toBe(401)
  expect((await send(author as Client, '凭证.pdf', 'mine', 'kept-key-1', asAuthor)).status).toBe(200)
})

it('tells two files of one name apart', async () => {
  const client = await world.as('嘉善县经信局·经办')
  const first = await send(client, 'image.pdf', 'first', 'photo-key-1')
  const again = await send(client, 'image.pdf', 'first', 'photo-key-1')
  expect(again.body).toEqual(first.body)
  const other = await send(client, 'image.pdf', 'other', 'photo-key-1')
  expect(other).toMatchObject({ status: 422, body: { error: { code: 'common.key-reused' } } })
})

it('names a key that cannot be kept', async () => {
  for (const key of ['short', 'x'.repeat(101), 'x'.repeat(1001), 'with space in it']) {
    const { status, body } = await register('戊功能区', key)
    expect(status).toBe(422)
    expect(body.error.fields[0]?.field).toBe('idempotency-key')
  }
})

it('is forgotten after a week, and sessions when they have ended', async () => {
  const stranger = world.stranger()
  const left = () =>
    world.sql<{ keys: number; sessions: number }>(
      `select (select count(*)::int from idempotency_keys) as keys, (select count(*)::int from sessions) as sessions`,
    )
  const jobs = new pg.Client(accountAt(world.connection, jobsAccount, world.connection.serverPassword))
  await jobs.connect()
  const forget = () => forgetExpired((text, values) => jobs.query(text, values), world.now)
  await forget()
  const [before] = await left()
  expect(before?.keys).toBeGreaterThan(0)
  expect(before?.sessions).toBeGreaterThan(0)
  world.setClock('2026-04-08T09:00:01+08:00')
  expect((await stranger.done(session.whoAmI)).account).toBeNull()
  await forget()
  await jobs.end()
  expect(await left()).toEqual([{ keys: 0, sessions: 0 }])
})

type Client = Awaited<ReturnType<World['as']>>

function send(client: Client, name: string, text: string, key: string, headers: Record<string, string> = {}) {
  return client.send('POST', '/api/files', makePdf({ title: name, lines: [text] }), {
    'content-type': 'application/octet-stream',
    'x-file-name': encodeURIComponent(name),
    'idempotency-key': key,
    ...headers,
  })
}
