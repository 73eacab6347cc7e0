import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { buildApp } from '../../src/app.ts'
import { type Client, newClient } from './client.ts'
import { administratorName, templateDatabase, testPassword } from './template.ts'

/** A whole product of its own: database cloned from the template, in-process server, a clock that the test sets. */
export type World = Awaited<ReturnType<typeof startWorld>>

export async function startWorld({ at = '2026-04-01T09:00:00+08:00' }: { at?: string } = {}) {
  const postgres = inject('postgres')
  const database = `test_${randomBytes(6).toString('hex')}`
  const owner = new pg.Client(postgres)
  await owner.connect()
  await owner.query(`create database ${database} template ${templateDatabase}`)
  const filesDir = await mkdtemp(join(tmpdir(), 'yqt-files-'))
  const connection = { ...postgres, database }
  let now = new Date(at)
  const faults: unknown[] = []
  const app = await buildApp({
    connection,
    filesDir,
    about: { version: 'test', database: { kind: 'embedded', version: '18' } },
    clock: () => now,
    strict: true,
    log: (message, error) => {
      faults.push(error)
      process.stderr.write(`${message}: ${error instanceof Error ? `${error.stack} ${error.cause ?? ''}` : error}\n`)
    },
  })
  const clients = new Map<string, { client: Client; signedIn: number }>()

  return {
    connection,
    services: app.services,
    http: app.http,
    /** What went wrong inside; a test that expects none should say so. */
    faults,
    get now() {
      return now
    },
    /** `2026-06-30T17:00:00+08:00`, or a day alone for its 9 o'clock. */
    setClock(to: string) {
      now = new Date(to.length === 10 ? `${to}T09:00:00+08:00` : to)
    },
    /** A signed-in person, by the name of the post: `world.as('嘉善县经信局·经办')`. */
    async as(name: string, password = testPassword): Promise<Client> {
      const known = clients.get(name)
      // A session ends by itself; whoever comes back on another day signs in again.
      if (known && Math.abs(now.getTime() - known.signedIn) < 9 * 3_600_000) return known.client
      const client = known?.client ?? newClient(app.http)
      const answer = await client.post('/api/session', { name, password })
      if (answer.status !== 200) throw new Error(`${name} cannot sign in: ${JSON.stringify(answer.body)}`)
      clients.set(name, { client, signedIn: now.getTime() })
      return client
    },
    administrator() {
      return this.as(administratorName)
    },
    /** Nobody: no session at all. */
    stranger: () => newClient(app.http),
    /** The owner's own connection, to show what the database itself refuses. */
    async sql<T extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<T[]> {
      const client = new pg.Client(connection)
      await client.connect()
      try {
        return (await client.query<T>(text, values)).rows
      } finally {
        await client.end()
      }
    },
    async stop() {
      await app.close()
      await owner.query(`drop database if exists ${database} with (force)`)
      await owner.end()
      await rm(filesDir, { recursive: true, force: true })
    },
  }
}
