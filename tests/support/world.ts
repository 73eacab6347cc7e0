import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { openStage, type Stage } from '../../database/demo/stage.ts'
import { templateDatabase } from './template.ts'

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
  const faults: unknown[] = []
  const { stage, services, http, close } = await openStage({
    connection,
    filesDir,
    about: { version: 'test', database: { kind: 'embedded', version: '18' } },
    at,
    strict: true,
    log: (message, error) => {
      faults.push(error)
      process.stderr.write(`${message}: ${error instanceof Error ? `${error.stack} ${error.cause ?? ''}` : error}\n`)
    },
  })
  const more = {
    connection,
    services,
    http,
    /** What went wrong inside; a test that expects none should say so. */
    faults,
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
      await close()
      await owner.query(`drop database if exists ${database} with (force)`)
      await owner.end()
      await rm(filesDir, { recursive: true, force: true })
    },
  }
  const world = Object.defineProperties(more, Object.getOwnPropertyDescriptors(stage))
  return world as typeof more & Stage
}
