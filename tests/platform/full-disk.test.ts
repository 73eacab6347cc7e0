import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { buildApp } from '../../src/app.ts'
import { openProgramme } from '../../src/opening.ts'
import { watchHealth } from '../../src/platform/health.ts'
import { sessionCookie } from '../../src/platform/http/request-parts.ts'
import { unavailable } from '../../src/platform/http/unavailable.ts'
import { startPostgres } from '../../src/platform/postgres/start.ts'
import { testPassword } from '../support/template.ts'
import { startWorld, type World } from '../support/world.ts'

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>()
  return { ...real, statfs: vi.fn(real.statfs) }
})

// A cluster is made and founded on the small disk.
vi.setConfig({ testTimeout: 90_000 })

let world: World
const mounted: string[] = []
/** A file system of that size; null where we may not make one. */
function smallDisk(megabytes: number): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'yqt-disk-'))
  const made =
    spawnSync('/bin/mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0711`, 'tmpfs', folder]).status === 0
  if (made) mounted.push(folder)
  else rmSync(folder, { recursive: true })
  return made ? folder : null
}
const mayMount = (() => {
  const disk = process.platform === 'linux' && process.geteuid?.() === 0 ? smallDisk(1) : null
  if (disk) spawnSync('/bin/umount', [disk])
  return disk !== null
})()

beforeAll(async () => {
  world = await startWorld()
})
afterAll(async () => {
  await world.stop()
  for (const disk of mounted) {
    spawnSync('/bin/umount', [disk])
    rmSync(disk, { recursive: true, force: true })
  }
})

// Only root on Linux may make a small disk, and not in every container.
describe.runIf(mayMount)('a full disk', () => {
  it('is said to whoever uploads, and nobody else meets it', async () => {
    const filesDir = smallDisk(1) ?? ''
    const about = { version: 'test', database: { kind: 'embedded', version: '18' } } as const
    const app = await buildApp({
      connection: world.server,
      filesDir,
      about,
      clock: () => world.now,
      log: () => undefined,
    })
    const payload = { name: '浙江省经信厅·系统管理员', password: testPassword }
    const signedIn = await app.http.inject({ method: 'POST', url: '/api/session', payload })
    const cookie = `${sessionCookie}=${signedIn.cookies[0]?.value}`
    const headers = { cookie, 'content-type': 'application/octet-stream', 'x-file-name': 'large.txt' }
    const send = (megabytes: number) => {
      const large = Buffer.alloc(megabytes * 1024 * 1024, 'text ')
      return app.http.inject({ method: 'POST', url: '/api/files', headers, payload: large })
    }
    const refused = await send(2)
    expect([refused.statusCode, refused.json().error.code, refused.headers['retry-after']]).toEqual([
      503,
      'common.disk-full',
      '5',
    ])
    expect(refused.json().error.zh).toContain('磁盘空间已满')
    expect((await app.http.inject({ url: '/api/session', headers: { cookie } })).statusCode).toBe(200)
    const health = (await app.http.inject({ url: '/api/health' })).json()
    expect([health.status, health.because.map((one: { trouble: string }) => one.trouble)]).toEqual([
      'degraded',
      ['disk'],
    ])
    // Nothing of it is left behind, so that what is smaller still fits.
    const { bavail, blocks } = statfsSync(filesDir)
    expect(bavail / blocks).toBeGreaterThan(0.9)
    await app.close()
  })

  it('of the database is told apart, leaves pages and health, and is over once there is room', async () => {
    const dataDir = smallDisk(300) ?? ''
    chmodSync(dataDir, 0o711)
    const filesDir = join(dataDir, 'files')
    mkdirSync(filesDir)
    const postgres = await startPostgres({ dataDir, durable: false })
    const about = { version: 'test', database: { kind: 'embedded', version: '18' } } as const
    const { connection, server } = postgres
    let said = ''
    const say = (line: string) => {
      said += `${line}\n`
    }
    await openProgramme({
      connection,
      server,
      filesDir,
      about,
      signIn: { passwordDays: null, idleMinutes: 30, sessionHours: 12 },
      demo: null,
      say,
    })
    const app = await buildApp({ connection: server, filesDir, about, log: () => undefined })
    const [, name, password] = /Administrator +(\S+) +(\S+)/.exec(said) ?? []
    const signedIn = await app.http.inject({ method: 'POST', url: '/api/session', payload: { name, password } })
    const headers = { cookie: `${sessionCookie}=${signedIn.cookies.find((one) => one.name === sessionCookie)?.value}` }
    const next = { current: password, next: 'Kept-by-nobody-7' }
    await app.http.inject({ method: 'PUT', url: '/api/session/password', headers, payload: next })
    const get = (url: string) => app.http.inject({ url, headers })
    const county = (await get('/api/units?kind=county')).json().units[0].unitId
    const act = async (no: number) => {
      const payload = { kind: 'park', parentId: county, name: `产业园${no}` }
      const { statusCode, json } = await app.http.inject({ method: 'POST', url: '/api/units', headers, payload })
      return statusCode === 200 ? 'done' : `${statusCode} ${json().error.code}`
    }
    const owner = new pg.Client(connection)
    await owner.connect()
    try {
      await owner.query('create table filled (text text)')
      const { bavail, bsize } = statfsSync(dataDir)
      mkdirSync(join(dataDir, 'other'))
      writeFileSync(join(dataDir, 'other', 'file'), Buffer.alloc(bavail * bsize - 4 * 1024 * 1024, 1))
      const write = () =>
        owner.query(`insert into filled select repeat(md5(i::text), 40) from generate_series(1, 8000) i`)
      const error = await write().then(
        () => null,
        (refused: unknown) => refused,
      )
      expect(unavailable(error)?.code).toBe('common.disk-full')
      // What still finds room in its page is done, and the rest is told why it is not.
      for (let no = 0; no < 20; no++) expect(['done', '503 common.disk-full']).toContain(await act(no))
      expect((await get('/api/units?kind=province')).json().units).toHaveLength(1)
      const health = (await get('/api/health')).json()
      expect([health.status, health.because.map((one: { trouble: string }) => one.trouble)]).toEqual([
        'degraded',
        ['disk'],
      ])
      expect((await get('/api/health/ready')).statusCode).toBe(200)
      rmSync(join(dataDir, 'other'), { recursive: true })
      await write()
      expect(await act(20)).toBe('done')
    } finally {
      await owner.end()
      await app.close()
      await postgres.stop()
    }
  })
})

it('a disk that does not answer is told, and not waited for', async () => {
  vi.mocked(statfs).mockImplementationOnce(() => new Promise(() => undefined))
  const watch = watchHealth(world.server, world.filesDir, async () => true)
  const begun = performance.now()
  expect(await watch.look()).toMatchObject({ status: 'degraded', because: ['disk'] })
  expect(performance.now() - begun).toBeLessThan(10_000)
  await watch.close()
})
