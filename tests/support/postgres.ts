import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { accountAt, serverAccount } from '../../src/platform/postgres/accounts.ts'
import { isDataFolderHeld } from '../../src/platform/postgres/lock.ts'
import { clearLeftovers } from '../../src/platform/postgres/recover.ts'
import type { RunningPostgres } from '../../src/platform/postgres/running-postgres.ts'
import { startPostgres } from '../../src/platform/postgres/start.ts'
import { prepareTemplate } from './template.ts'

/** What a test may know of the run's database; `inject('postgres')` gives it. */
export type TestPostgres = {
  host: string
  port: number
  user: string
  password: string
  database: string
  /** Of the server's own account; empty where it comes in without one. */
  serverPassword: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: TestPostgres
    /** The folder for the files of prepared worlds. */
    keptFiles: string
  }
}

const folderPrefix = 'yqt-test-'
const testDatabase = 'yqt_test'

/** One throw-away PostgreSQL for the whole run: embedded, or the one behind TEST_DATABASE_URL; none for pure tests alone. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (project.vitest.projects.every(({ name }) => name === 'pure')) return async () => undefined
  await sweepKilledRuns()
  const dataDir = mkdtempSync(join(tmpdir(), folderPrefix))
  // The database's account passes through where we are root.
  chmodSync(dataDir, 0o711)
  let running: RunningPostgres | null = null
  const end = async () => {
    await running?.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    running = await startPostgres({ dataDir, databaseUrl: process.env.TEST_DATABASE_URL, durable: false })
    if (running.kind === 'embedded') await createDatabase(running.connection)
    const connection = ownConnection(running)
    refuseOtherThanTest(connection.database)
    await prepareTemplate(connection)
    project.provide('postgres', connection)
    project.provide('keptFiles', join(dataDir, 'kept'))
  } catch (error) {
    await end()
    throw error
  }
  return end
}

/** Tests drop and rewrite databases: only one that says what it is for may be touched. */
export function refuseOtherThanTest(database: string): void {
  if (!/test|template/.test(database)) {
    throw new Error(`Tests refuse the database "${database}": its name must contain "test" or "template".`)
  }
}

function ownConnection({ connection, server }: RunningPostgres): TestPostgres {
  const client = new pg.Client(connection)
  const { host, port, user, password } = client
  const database = connection.connectionString ? (client.database ?? '') : testDatabase
  const textOf = (secret: unknown) => (typeof secret === 'string' ? secret : '')
  const serverPassword = textOf(new pg.Client(server).password)
  return { host, port, user: user ?? '', password: textOf(password), database, serverPassword }
}

/** The same database as the server comes into it. */
export function serverOf({ serverPassword, ...owner }: TestPostgres): pg.PoolConfig {
  return accountAt(owner, serverAccount, serverPassword)
}

async function createDatabase(connection: pg.PoolConfig): Promise<void> {
  const client = new pg.Client(connection)
  await client.connect()
  await client.query(`create database ${testDatabase}`)
  await client.end()
}

/** A run that was killed leaves its database behind; the next one clears it away. */
async function sweepKilledRuns(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(folderPrefix))) {
    const folder = join(tmpdir(), name)
    try {
      // Without a lock it is either just being made, or left behind.
      const fresh = Date.now() - statSync(folder).mtimeMs < 60_000
      if (existsSync(join(folder, 'running.lock')) ? isDataFolderHeld(folder) : fresh) continue
      await clearLeftovers(join(folder, 'postgres'))
      rmSync(folder, { recursive: true, force: true })
    } catch {
      // Another user's folder.
    }
  }
}
