import { randomBytes } from 'node:crypto'
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { inject } from 'vitest'
import { openStage, type Stage } from '../../database/demo/stage.ts'
import { type WrongSum, wrongSums } from '../../database/kept-sums.ts'
import type { S3Settings } from '../../src/platform/files/s3-store.ts'
import type { Services } from '../../src/platform/services.ts'
import { serverOf, type TestPostgres } from './postgres.ts'
import { type Kept, preparedOnce } from './prepared.ts'
import { templateDatabase } from './template.ts'

/** A whole product of its own: database cloned from the template, in-process server, a clock that the test sets. */
export type World = Omit<Stage, 'once'> & {
  /** The owner's. */
  readonly connection: TestPostgres
  /** The server's own account. */
  readonly server: pg.PoolConfig
  /** Where its files are kept. */
  readonly filesDir: string
  readonly services: Services
  readonly http: FastifyInstance
  /** What went wrong inside; a test that expects a fault takes it out. */
  readonly faults: unknown[]
  /** As the owner, to show what the database itself refuses. */
  sql<T extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<T[]>
  /** Ends this world; rejects if anything went wrong inside that no test took out, or a kept sum is wrong. */
  stop(): Promise<void>
  /** Ends this world, and leaves its database and files for others to begin with. */
  keep(as: Kept): Promise<void>
  /**
   * What `prepare` leaves behind. It is done once a run, in a world of its own; every fresh world begins with a clone of
   * that one. A world in use, or of another day, is prepared as it stands. What `prepare` answers must be plain data.
   */
  once<T>(name: string, prepare: (fresh: World) => Promise<T>): Promise<T>
}

/** Whatever a test has done, the sums that the database keeps are what their records come to. */
async function recounted(connection: TestPostgres): Promise<WrongSum[]> {
  const owner = new pg.Client(connection)
  await owner.connect()
  try {
    return await wrongSums(owner)
  } finally {
    await owner.end()
  }
}

const usualDay = '2026-04-01T09:00:00+08:00'

type WorldOptions = {
  readonly at?: string
  readonly site?: string
  readonly s3?: S3Settings
  /** In bytes. */
  readonly roomOfUnit?: number
}

export async function startWorld({ at = usualDay, site, s3, roomOfUnit }: WorldOptions = {}): Promise<World> {
  const postgres = inject('postgres')
  const database = `test_${randomBytes(6).toString('hex')}`
  const owner = new pg.Client(postgres)
  await owner.connect()
  await owner.query(`create database ${database} template ${templateDatabase}`)
  const filesDir = await mkdtemp(join(tmpdir(), 'yqt-files-'))
  const connection = { ...postgres, database }
  const server = serverOf(connection)
  const own = new pg.Pool({ ...connection, max: 4, idleTimeoutMillis: 0 })
  // A test may end its own connections; the next query opens another.
  own.on('error', () => undefined)
  const faults: unknown[] = []
  const { stage, services, http, close } = await openStage({
    connection: server,
    filesDir,
    about: { version: 'test', database: { kind: 'embedded', version: '18' } },
    at,
    ...(site ? { site } : {}),
    ...(s3 ? { s3 } : {}),
    ...(roomOfUnit ? { roomOfUnit } : {}),
    strict: true,
    log: (message, error) => {
      faults.push(error)
      process.stderr.write(`${message}: ${error instanceof Error ? `${error.stack} ${error.cause ?? ''}` : error}\n`)
    },
  })
  let touched = false
  http.addHook('onRequest', async () => {
    touched = true
  })
  const beSound = () => {
    if (faults.length > 0) throw new AggregateError(faults, `${faults.length} faults inside: ${faults.join('; ')}`)
  }
  const shut = async () => {
    await close()
    await own.end()
  }
  const more = {
    connection,
    server,
    filesDir,
    services,
    http,
    faults,
    async sql<T extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<T[]> {
      touched = true
      return (await own.query<T>(text, values)).rows
    },
    async stop() {
      await shut()
      const wrong = await recounted(connection)
      await owner.query(`drop database if exists ${database} with (force)`)
      await owner.end()
      await rm(filesDir, { recursive: true, force: true })
      beSound()
      if (wrong.length > 0) throw new Error(`kept sums differ from their records: ${JSON.stringify(wrong)}`)
    },
    async keep(as: Kept) {
      beSound()
      await shut()
      await owner.query(`alter database ${database} rename to ${as.database}`)
      await owner.end()
      await mkdir(dirname(as.files), { recursive: true })
      await rename(filesDir, as.files)
    },
    async once<T>(name: string, prepare: (fresh: World) => Promise<T>): Promise<T> {
      const fresh = !touched && stage.now.getTime() === new Date(usualDay).getTime()
      touched = true
      if (!fresh) return prepare(world)
      const { kept, note } = await preparedOnce(name, async (keep) => {
        const first: World = await startWorld({ at })
        const made = await prepare(first)
        await first.keep(keep)
        return { made, at: first.now.toISOString() }
      })
      await owner.query(`drop database ${database} with (force)`)
      await owner.query(`create database ${database} template ${kept.database}`)
      await cp(kept.files, filesDir, { recursive: true })
      stage.setClock(note.at)
      return note.made as T
    },
  }
  const world = Object.defineProperties(more, Object.getOwnPropertyDescriptors(stage)) as World
  return world
}
