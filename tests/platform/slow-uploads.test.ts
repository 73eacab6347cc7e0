import { once } from 'node:events'
import { type ClientRequest, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { demoCounty } from '../../database/demo/programme.ts'
import { buildApp } from '../../src/app.ts'
import type { RequestDone } from '../../src/platform/watch/watcher.ts'
import { signedIn } from '../security/actors.ts'
import { administratorName } from '../support/template.ts'
import { startWorld, type World } from '../support/world.ts'

vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 })

const uploads = 200
const pages = 300
const acts = 40

let world: World
let app: Awaited<ReturnType<typeof buildApp>>
let port: number
const done: RequestDone[] = []
let begun = 0
let [officer, administrator] = ['', '']
beforeAll(async () => {
  world = await startWorld()
  const { first } = await demoCounty(world)
  officer = (await signedIn(world, `${first.name}·服务专员`)).cookie
  administrator = (await signedIn(world, administratorName)).cookie
  app = await buildApp({
    connection: world.server,
    filesDir: world.filesDir,
    about: { version: 'test', database: { kind: 'embedded', version: '18' } },
    // Two hundred people have as many sessions; here one stands for them.
    budgeted: false,
    clock: () => world.now,
    watchers: [
      { requestBegun: () => void begun++, requestDone: (one) => void done.push(one), jobDone: () => undefined },
    ],
  })
  await app.http.listen({ host: '127.0.0.1', port: 0 })
  port = (app.http.server.address() as AddressInfo).port
})
afterAll(async () => {
  app.http.server.closeAllConnections()
  await app.close()
  await world.stop()
})

const size = 100_000
const text = (no: number) => Buffer.from(`${no}，第 ${no} 份材料\n`.repeat(6_000)).subarray(0, size)

/** A file that comes in drops; `finish` sends the rest at once and answers the status. */
function slowUpload(no: number) {
  const call: ClientRequest = request({
    port,
    method: 'POST',
    path: '/api/files',
    agent: false,
    headers: {
      cookie: officer,
      'content-type': 'application/octet-stream',
      'content-length': size,
      'x-file-name': encodeURIComponent(`材料${no}.txt`),
    },
  })
  const content = text(no)
  let sent = 0
  const drop = (bytes: number) => {
    call.write(content.subarray(sent, sent + bytes))
    sent = Math.min(size, sent + bytes)
  }
  drop(100)
  const dripping = setInterval(() => drop(20), 100)
  const answered = once(call, 'response').then(([response]) => {
    response.resume()
    return response.statusCode as number
  })
  return {
    answered,
    async finish(): Promise<number> {
      clearInterval(dripping)
      call.end(content.subarray(sent))
      return answered
    },
  }
}

async function ask(path: string, cookie: string, body?: object) {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}

/** `count` times, ten at once. */
async function many(count: number, work: (no: number) => Promise<{ status: number }>): Promise<Set<number>> {
  const statuses = new Set<number>()
  let next = 0
  const lane = async () => {
    for (let no = next++; no < count; no = next++) statuses.add((await work(no)).status)
  }
  await Promise.all(Array.from({ length: 10 }, lane))
  return statuses
}

it('of two hundred people at once keep nobody else waiting for their end, and all arrive', async () => {
  const slow = Array.from({ length: uploads }, (_, no) => slowUpload(no))
  await vi.waitFor(() => expect(begun).toBe(uploads), { timeout: 30_000 })
  const county = await ask('/api/units?kind=county&q=嘉善', administrator)
  const [parent] = county.body.units as { unitId: string }[]
  const open = ['/api/session', '/api/inbox', '/api/services', '/api/pilots']
  const [read, written] = await Promise.all([
    many(pages, (no) => ask(open[no % open.length] ?? '', officer)),
    many(acts, (no) =>
      ask('/api/units', administrator, { kind: 'park', parentId: parent?.unitId, name: `产业园${no}` }),
    ),
  ])
  expect([read, written]).toEqual([new Set([200]), new Set([200])])
  // A small file of somebody else is not behind the large ones.
  const quick = slowUpload(uploads)
  expect(await quick.finish()).toBe(200)
  expect((await ask('/api/health', '')).body).toMatchObject({ status: 'ready', because: [] })
  // All of it while every one of the two hundred was still under way, without a connection of the database.
  expect(done.filter(({ route }) => route === '/api/files')).toHaveLength(1)
  expect(app.sources.connections()).toMatchObject({ waiting: 0 })
  await vi.waitFor(() => {
    const { total, idle } = app.sources.connections()
    expect(idle).toBe(total)
  })
  const answers = await Promise.all(slow.map((one) => one.finish()))
  expect(new Set(answers)).toEqual(new Set([200]))
  const kept = await world.sql<{ n: number }>(`select count(*)::int as n from files where name like '材料%'`)
  expect(kept).toEqual([{ n: uploads + 1 }])
})
