import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Client, newClient } from '../../database/demo/client.ts'
import { planOf } from '../../database/demo/course.ts'
import { makePhoto } from '../../database/demo/photos.ts'
import { demoCounty } from '../../database/demo/programme.ts'
import { sampleUscc } from '../../database/demo/sample-plan.ts'
import * as calendar from '../../src/features/oversight/calendar/contract.ts'
import * as contract from '../../src/features/programme/files/contract.ts'
import * as units from '../../src/features/programme/units/contract.ts'
import { type Jobs, startWorker } from '../../src/platform/jobs.ts'
import { accountAt, jobsAccount } from '../../src/platform/postgres/accounts.ts'
import { toldTo } from '../../src/platform/watch/watcher.ts'
import * as session from '../../src/shared/session.ts'
import { confirmImport, heads, preview, revisionOf, sheetOf } from '../support/imports.ts'
import { startS3, type TestS3 } from '../support/s3.ts'
import { doorOf, type ServerProcess, startProcess } from '../support/server-process.ts'
import { administratorName, testPassword } from '../support/template.ts'
import { startWorld, type World } from '../support/world.ts'

vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 })

let world: World
let s3: TestS3
let pilotId: string
/** As on two machines: each with its own folder, one database and one bucket. */
const dataDirs = [0, 1].map(() => mkdtempSync(join(tmpdir(), 'yqt-several-')))
const processes: ServerProcess[] = []
let urls: URL[] = []

beforeAll(async () => {
  s3 = await startS3()
  world = await startWorld({ s3: s3.settings })
  pilotId = (await demoCounty(world)).first.pilotId
  const { bucket, endpoint, accessKeyId, secretAccessKey } = s3.settings
  const files = {
    S3_BUCKET: bucket,
    S3_ENDPOINT: endpoint ?? '',
    S3_ACCESS_KEY_ID: accessKeyId,
    S3_SECRET_ACCESS_KEY: secretAccessKey,
  }
  // Both at once, as after the machines have lost power.
  for (const dir of dataDirs) processes.push(startProcess(world.connection.database, dir, files))
  const begun = processes.map(({ ready, ended, said }) =>
    Promise.race([ready, ended.then(() => Promise.reject(new Error(said())))]),
  )
  urls = await Promise.all(begun)
})
afterAll(async () => {
  for (const { child, ended } of processes) {
    child.kill('SIGKILL')
    await ended
  }
  await world.stop()
  await s3.stop()
  for (const dir of dataDirs) rmSync(dir, { recursive: true, force: true })
})

/** One person, whose next request goes to A or B, wherever `go` says. */
function person() {
  let at = 0
  const client = newClient(doorOf(() => urls[at] ?? ''))
  const go = (to: 'A' | 'B'): Client => {
    at = to === 'A' ? 0 : 1
    return client
  }
  return { go }
}

async function signedIn(name: string) {
  const one = person()
  await one.go('A').done(session.signIn, { body: { name, password: testPassword } })
  return one
}

it('a session begun at A acts at B, and ended at A is over at B', async () => {
  const { go } = await signedIn(administratorName)
  expect((await go('B').done(session.whoAmI)).account?.name).toBe(administratorName)
  expect((await go('B').done(units.listUnits, { search: { kind: 'province' } })).units).toHaveLength(1)
  const before = go('B')
  await go('A').done(session.signOut)
  expect((await go('B').call(units.listUnits, { search: { kind: 'province' } })).status).toBe(401)
  expect(before).toBe(go('B'))
})

it('wrong passwords at A and B count together: the fifth locks the account at both', async () => {
  const name = '海宁市财政局·经办'
  const guess = (to: 'A' | 'B', password: string) => person().go(to).call(session.signIn, { body: { name, password } })
  for (const to of ['A', 'B', 'A', 'B', 'A'] as const) expect((await guess(to, 'wrong-Password-1')).status).toBe(401)
  for (const to of ['A', 'B'] as const) expect((await guess(to, testPassword)).status).toBe(401)
  const locked = `select from audit_events e join accounts a on a.id = e.subject where e.kind = 'session.locked' and a.name = $1`
  expect(await world.sql(locked, [name])).toHaveLength(1)
})

it('the same key at both at once has one effect and one reply', async () => {
  const [one, other] = [await signedIn(administratorName), await signedIn(administratorName)]
  const { units: counties } = await one.go('A').done(units.listUnits, { search: { kind: 'county' } })
  for (let n = 0; n < 5; n++) {
    const body = { kind: 'zone' as const, parentId: counties[0]?.unitId ?? '', name: `两处功能区${n}` }
    const asked = { body, idempotencyKey: `both-at-once-${n}` }
    const answers = await Promise.all([
      one.go('A').call(units.registerUnit, asked),
      other.go('B').call(units.registerUnit, asked),
    ])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(answers[0]?.body).toEqual(answers[1]?.body)
  }
  const named = `select name from units where name like '两处功能区%' order by name`
  expect((await world.sql(named)).map(({ name }) => name)).toEqual([0, 1, 2, 3, 4].map((n) => `两处功能区${n}`))
})

it('an import that was looked at through A is confirmed at B', async () => {
  const { go } = await signedIn('嘉善归谷智造园·负责人')
  const place = { filingId: await planOf(go('A'), pilotId), section: 'enterprises' }
  const content = await sheetOf([heads, [sampleUscc(910), '甲公司', '工业', 20, 300, 400]])
  const revision = await revisionOf(go('A'), place)
  const looked = await preview(go('A'), place, { content, revision })
  expect([looked.status, looked.body.problems]).toEqual([200, []])
  const accepted = { revision, digest: looked.body.digest, acceptedWarnings: looked.body.warnings.length }
  expect((await confirmImport(go('B'), place, { content }, { ...accepted, digest: '0'.repeat(64) })).status).not.toBe(
    200,
  )
  expect(await confirmImport(go('B'), place, { content }, accepted)).toMatchObject({
    status: 200,
    body: { imported: 1 },
  })
  expect(await revisionOf(go('A'), place)).toBe(revision + 1)
})

it('a photo sent to A is opened at B, and so is its small picture', async () => {
  const { go } = await signedIn('嘉善归谷智造园·负责人')
  const photo = await makePhoto({ seed: 11, capturedAt: new Date(0), latitude: 1, longitude: 1, caption: '现场' })
  const fileId = await go('A').upload('现场.jpg', photo)
  const at = async (to: 'A' | 'B', part: string) => go(to).send('GET', `/api/files/${fileId}/${part}`)
  expect((await at('B', 'content')).raw.equals(photo)).toBe(true)
  expect((await at('B', 'view')).raw.equals(photo)).toBe(true)
  const [here, there] = [await at('A', 'preview'), await at('B', 'preview')]
  expect([here.status, there.status, there.headers['content-type']]).toEqual([200, 200, 'image/webp'])
  expect(there.raw.equals(here.raw)).toBe(true)
  // Sent again to B it is the same object, and damage that A finds is told at B.
  const { hash } = await go('B').done(contract.showFile, { params: { fileId } })
  rmSync(s3.path(hash))
  expect((await at('A', 'content')).status).toBe(410)
  expect((await go('B').done(contract.showFile, { params: { fileId } })).damaged).toBe(true)
  await go('B').upload('现场.jpg', photo)
  expect((await at('A', 'content')).status).toBe(200)
})

it('what is owed is the same at both', async () => {
  const { go } = await signedIn('嘉善县经信局·经办')
  const owed = (to: 'A' | 'B') => go(to).done(calendar.listCalendar)
  const [here, there] = [await owed('A'), await owed('B')]
  expect(here.total).toBeGreaterThan(0)
  expect(there).toEqual(here)
})

describe('jobs of two workers on one database', () => {
  it('run once each, whoever takes them, and what is scheduled once for both', async () => {
    const runs: string[] = []
    const errors: unknown[] = []
    const connection = accountAt(world.connection, jobsAccount, world.connection.serverPassword)
    const jobs = (worker: string): Jobs => ({
      asked: async () => {
        runs.push(`asked ${worker}`)
        await setTimeout(20)
      },
      'each-minute': async () => void runs.push(`scheduled at ${Math.floor(Date.now() / 60_000)}`),
    })
    const workers = await Promise.all(
      ['one', 'other'].map((worker) =>
        startWorker(
          connection,
          { jobs: jobs(worker), hourly: ['each-minute'], watcher: toldTo([]) },
          (_, error) => void errors.push(error),
          '* * * * *',
        ),
      ),
    )
    try {
      await world.sql(`select enqueue_job('asked', '{}') from generate_series(1, 40)`)
      const asked = () => runs.filter((run) => run.startsWith('asked'))
      await vi.waitUntil(() => asked().length >= 40, { timeout: 20_000 })
      const scheduled = () => runs.filter((run) => run.startsWith('scheduled'))
      await vi.waitUntil(() => scheduled().length > 0, { timeout: 75_000, interval: 200 })
      await setTimeout(3_000)
      expect(asked()).toHaveLength(40)
      expect(new Set(asked()).size).toBe(2)
      expect(scheduled()).toEqual([...new Set(scheduled())])
      expect(errors).toEqual([])
    } finally {
      await Promise.all(workers.map((worker) => worker.stop()))
    }
  }, 120_000)
})
