import type { ChildProcess } from 'node:child_process'
import { accessSync, constants, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { accountAt, jobsAccount, makeAccounts, serverAccount } from './accounts.ts'
import { findBinaries } from './binaries.ts'
import { ensureCluster, superuser } from './cluster.ts'
import { lockDataFolder } from './lock.ts'
import { type Launch, launch } from './postmaster.ts'
import { signal, stopPostmaster } from './processes.ts'
import { clearLeftovers, socketPrefix } from './recover.ts'
import { chooseRunAs } from './run-as.ts'
import type { RunningPostgres, StartOptions } from './running-postgres.ts'
import { DatabaseUnavailable, words } from './words.ts'

const database = 'yuanqitong'

/** Starts the embedded PostgreSQL under `dataDir/postgres`, alone on that folder, reachable by a private socket only. */
export async function startEmbedded(options: StartOptions): Promise<RunningPostgres> {
  const log = options.log ?? (() => undefined)
  const durable = options.durable ?? true
  const dataDir = openDataFolder(options.dataDir)
  const binaries = findBinaries()
  const lock = await lockDataFolder(dataDir)
  const undo: (() => Promise<void> | void)[] = [lock.release]
  let stopping: Promise<void> | null = null
  const stop = () => {
    stopping ??= (async () => {
      lock.stopping()
      for (const step of undo.reverse()) await step()
    })()
    return stopping
  }
  const releaseSignals = stopOnSignals(stop)

  try {
    const folder = join(dataDir, 'postgres')
    const runAs = chooseRunAs(binaries, dataDir, folder)
    if (await clearLeftovers(folder)) log(words.recovering().zh)
    await ensureCluster(folder, binaries, runAs, { durable, log })

    const socketFolder = makeSocketFolder()
    undo.push(() => rmSync(socketFolder, { recursive: true, force: true }))
    runAs.give(socketFolder)
    lock.check()

    const order: Launch = { folder, socketFolder, logFile: join(dataDir, 'postgres.log'), binaries, runAs, durable }
    let current: ChildProcess | null = null
    let starts: number[] = []
    const stopCurrent = async () => {
      const child = current
      current = null
      if (child?.pid && child.exitCode === null && child.signalCode === null) await stopPostmaster(child.pid)
    }
    // If nobody stopped it in order, at least tell it on the way out; the next start finds what is left.
    const atExit = () => {
      if (current?.pid) signal(current.pid, 'SIGINT')
      rmSync(socketFolder, { recursive: true, force: true })
      lock.release()
    }
    process.on('exit', atExit)
    undo.push(() => void process.off('exit', atExit), stopCurrent)

    const start = async () => {
      starts = [...starts, Date.now()].slice(-4)
      const child = await launch(order, (spawned) => {
        current = spawned
      })
      child.once('exit', () => {
        if (current === child) void restart()
      })
    }
    // A postmaster killed from outside comes back on the same socket, so that pools find it again; three times a minute at most.
    const restart = async () => {
      current = null
      const fourStartsAgo = starts.length < 4 ? 0 : (starts[0] ?? 0)
      if (stopping || Date.now() - fourStartsAgo < 60_000) return
      await clearLeftovers(folder, { keepSocketFolder: true })
      await start().then(
        () => log(words.restarted().zh),
        (error: Error) => log(error.message),
      )
    }
    await start()

    const connection = { host: socketFolder, port: 5432, user: superuser, database }
    const version = await ensureDatabase(connection)
    const connectionString = `postgresql://${superuser}@localhost/${database}?host=${encodeURIComponent(socketFolder)}`
    // Nobody else can enter the socket's folder, so that no password is needed there.
    const [server, jobs] = [accountAt(connection, serverAccount), accountAt(connection, jobsAccount)]
    return { kind: 'embedded', version, connection, server, jobs, connectionString, stop }
  } catch (error) {
    await stop()
    throw error
  } finally {
    releaseSignals()
  }
}

function openDataFolder(path: string): string {
  const dataDir = resolve(path)
  try {
    // Others may pass through (the database's account where we are root), but not look around.
    mkdirSync(dataDir, { recursive: true, mode: 0o711 })
    accessSync(dataDir, constants.W_OK | constants.X_OK)
    return realpathSync(dataDir)
  } catch (error) {
    throw new DatabaseUnavailable(words.notWritable(dataDir, (error as NodeJS.ErrnoException).code ?? String(error)))
  }
}

/** A fresh folder that only we can enter; a socket's path may have 107 bytes at most. */
function makeSocketFolder(): string {
  const parent = tmpdir().length > 70 ? '/tmp' : tmpdir()
  return mkdtempSync(join(parent, socketPrefix))
}

/** Ctrl-C while still starting: stop what runs, then end as the signal says. Afterwards signals are the caller's. */
function stopOnSignals(stop: () => Promise<void>): () => void {
  const names = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  const handlers = names.map((name) => {
    const handler = async () => {
      await stop()
      process.off(name, handler)
      if (process.listenerCount(name) === 0) process.kill(process.pid, name)
    }
    process.on(name, handler)
    return { name, handler }
  })
  return () => {
    for (const { name, handler } of handlers) process.off(name, handler)
  }
}

/** Makes the product's database and its accounts on the first start; answers PostgreSQL's version. */
async function ensureDatabase(connection: pg.ClientConfig): Promise<string> {
  try {
    return await enter(connection)
  } catch (error) {
    if ((error as { code?: string }).code !== '3D000') throw error
  }
  const client = new pg.Client({ ...connection, database: 'postgres' })
  await client.connect()
  try {
    await client.query(`create database ${pg.escapeIdentifier(database)}`)
  } finally {
    await client.end()
  }
  return enter(connection)
}

async function enter(connection: pg.ClientConfig): Promise<string> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    await makeAccounts(client, null)
    const { rows } = await client.query<{ version: string }>(`select current_setting('server_version') as version`)
    return (rows[0]?.version ?? '').split(' ')[0] ?? ''
  } finally {
    await client.end()
  }
}
