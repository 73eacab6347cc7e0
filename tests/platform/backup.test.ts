import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openProgramme } from '../../src/opening.ts'
import { type Backup, makeBackup } from '../../src/platform/backup/make-backup.ts'
import { damageOf, restoreBackup, verifyBackup } from '../../src/platform/backup/use-backup.ts'
import { createFolderStore } from '../../src/platform/files/folder-store.ts'
import { createS3Store } from '../../src/platform/files/s3-store.ts'
import type { FileStore } from '../../src/platform/files/store.ts'
import { uuidv7 } from '../../src/platform/ids.ts'
import type { RunningPostgres } from '../../src/platform/postgres/running-postgres.ts'
import { startPostgres } from '../../src/platform/postgres/start.ts'
import { startS3 } from '../support/s3.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const place = mkdtempSync(join(tmpdir(), 'yqt-backup-'))
const [dataDir, target] = [join(place, 'data'), join(place, 'backups')]
const witnesses = ['audit_events', 'ledger_entries', 'files']
let postgres: RunningPostgres
let owner: pg.Client
let first: Backup
/** Events that were acknowledged before the first backup began, and all that ever were. */
const acknowledged = { before: [] as string[], ever: [] as string[] }

const filesIn = (dir: string) => createFolderStore(join(dir, 'files'))
const order = (now = new Date()) => ({
  target,
  dataDir,
  databaseUrl: undefined,
  files: filesIn(dataDir),
  product: '0',
  witnesses,
  now: () => now,
})

beforeAll(async () => {
  postgres = await startPostgres({ dataDir })
  const { connection, server } = postgres
  const about = { version: '0', database: { kind: postgres.kind, version: postgres.version } }
  await openProgramme({
    connection,
    server,
    filesDir: join(dataDir, 'files'),
    about,
    signIn: { passwordDays: null, idleMinutes: 30, sessionHours: 12 },
    demo: null,
    say: () => undefined,
  })
  owner = new pg.Client(connection)
  await owner.connect()
  await keep('第一份合同')
  first = await underWrites(() => makeBackup(order()))
})
afterAll(async () => {
  await owner.end()
  await postgres.stop()
  rmSync(place, { recursive: true, force: true })
})

/** Stores a file as the product does, with its row. */
async function keep(content: string, files: FileStore = filesIn(dataDir)): Promise<string> {
  const { hash, size } = await files.put(Readable.from([Buffer.from(content)]), { maxBytes: 1000 })
  await owner.query(
    `insert into files (id, hash, size, media_type, name, uploaded_by, uploaded_at, scope)
     select $1, $2, $3, 'application/pdf', '合同.pdf', id, now(), '33/' from accounts limit 1`,
    [uuidv7(new Date()), hash, size],
  )
  return hash
}

function restore(folder: string, into: string, files = filesIn(into)): Promise<string[]> {
  return restoreBackup({ folder, dataDir: into, databaseUrl: undefined, files })
}

/** Four writers go on while the work is done. */
async function underWrites<T>(work: () => Promise<T>): Promise<T> {
  let going = true
  const writers = Array.from({ length: 4 }, async () => {
    const client = new pg.Client(postgres.connection)
    await client.connect()
    while (going) {
      const id = uuidv7(new Date())
      await client.query(`insert into audit_events (id, at, kind, scope) values ($1, now(), 'backup.tried', '33/')`, [
        id,
      ])
      acknowledged.ever.push(id)
    }
    await client.end()
  })
  await vi.waitUntil(() => acknowledged.ever.length > 200, { timeout: 20_000 })
  acknowledged.before = [...acknowledged.ever]
  try {
    return await work()
  } finally {
    going = false
    await Promise.all(writers)
  }
}

async function eventsIn(dir: string): Promise<Set<string>> {
  const copy = await startPostgres({ dataDir: dir })
  const client = new pg.Client(copy.connection)
  await client.connect()
  const { rows } = await client.query<{ id: string }>(`select id from audit_events where kind = 'backup.tried'`)
  await client.end()
  await copy.stop()
  return new Set(rows.map(({ id }) => id))
}

describe('a backup of a running server', () => {
  it('restored elsewhere is what its manifest says, and holds all that was acknowledged before it began', async () => {
    expect(acknowledged.ever.length).toBeGreaterThan(acknowledged.before.length)
    expect(await verifyBackup(first.folder, place)).toEqual([])
    const elsewhere = join(place, 'elsewhere')
    expect(await restore(first.folder, elsewhere)).toEqual([])
    const restored = await eventsIn(elsewhere)
    expect(acknowledged.before.filter((id) => !restored.has(id))).toEqual([])
    const known = new Set(acknowledged.ever)
    expect([...restored].filter((id) => !known.has(id))).toEqual([])
    const [stored] = first.manifest.files
    expect(
      existsSync(join(elsewhere, 'files/sha256', stored?.sha256.slice(0, 2) ?? '', stored?.sha256.slice(2, 4) ?? '')),
    ).toBe(true)
  })

  it('copies only the files that no earlier one has', async () => {
    const hash = await keep('第二份合同')
    const second = await makeBackup(order(new Date(Date.now() + 60_000)))
    expect([first.copied, second.copied]).toEqual([1, 1])
    expect(second.manifest.files.map(({ sha256 }) => sha256)).toContain(hash)
    expect(await verifyBackup(second.folder, place)).toEqual([])
  })

  it('tells of a stored file that was lost before it could be copied, and is whole without it', async () => {
    const hash = await keep('第三份合同')
    rmSync(join(dataDir, 'files/sha256', hash.slice(0, 2), hash.slice(2, 4), hash))
    const third = await makeBackup(order(new Date(Date.now() + 120_000)))
    expect(third.manifest.lost).toEqual([hash])
    expect(await damageOf(third.folder, third.manifest)).toEqual([])
  })

  it('leaves nothing half-made behind, and the server as it was', async () => {
    expect(readdirSync(target).filter((name) => name.startsWith('.'))).toEqual([])
    const { rows } = await owner.query('select from pg_replication_slots')
    expect(rows).toEqual([])
  })
})

describe('files in an S3', () => {
  it('go into the backup, and back into an S3', async () => {
    const [from, into] = [await startS3(), await startS3()]
    try {
      const files = await createS3Store(from.settings, join(dataDir, 'files'))
      const hash = await keep('第四份合同', files)
      const made = await makeBackup({ ...order(new Date(Date.now() + 180_000)), files })
      expect(made.manifest.files.map(({ sha256 }) => sha256)).toContain(hash)
      const emptied = join(place, 'emptied')
      const restored = await createS3Store(into.settings, join(emptied, 'files'))
      expect(await restore(made.folder, emptied, restored)).toEqual([])
      expect(await restored.verify(hash)).toBe('intact')
      from.suffer('gone')
      await keep('第五份合同')
      const away = { ...order(new Date(Date.now() + 240_000)), files }
      await expect(makeBackup(away)).rejects.toThrow('check the S3 settings')
    } finally {
      await from.stop()
      await into.stop()
    }
  })
})

describe('a damaged backup', () => {
  it('is named by what is damaged, and restores nothing', async () => {
    const damaged = join(place, 'damaged')
    cpSync(target, damaged, { recursive: true })
    const folder = first.folder.replace(target, damaged)
    const { path } = first.manifest.database
    const bytes = readFileSync(join(folder, path))
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    writeFileSync(join(folder, path), bytes)
    const stored = first.manifest.files[0]?.sha256 ?? ''
    writeFileSync(join(damaged, 'files/sha256', stored.slice(0, 2), stored.slice(2, 4), stored), '别的内容')
    expect(await verifyBackup(folder, place)).toEqual([path, `files/${stored}`])
    const into = join(place, 'never')
    await expect(restore(folder, into)).rejects.toThrow(path)
    expect(existsSync(into)).toBe(false)
  })

  it('whose manifest says otherwise than its rows is told by the table', async () => {
    const folder = join(target, 'otherwise')
    cpSync(first.folder, folder, { recursive: true })
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
    manifest.digests.audit_events.rows += 1
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest))
    const [line = '', ...more] = await verifyBackup(folder, place)
    expect([line.startsWith('audit_events'), more]).toEqual([true, []])
  })
})

it('is not restored over anything, nor taken from a folder that is none', async () => {
  await expect(restore(first.folder, dataDir)).rejects.toThrow(/not empty/)
  await expect(restore(place, join(place, 'never'))).rejects.toThrow(/no backup/)
  const external = {
    folder: first.folder,
    dataDir: join(place, 'never'),
    files: filesIn(place),
    databaseUrl: 'postgres://nobody@localhost/none',
  }
  await expect(restoreBackup(external)).rejects.toThrow(/without DATABASE_URL/)
})
