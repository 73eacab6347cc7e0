import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { countFrom, lastNumber } from './numbers.ts'
import { templateDatabase } from './template.ts'

/** Where a prepared world lies: a database to clone and a folder to copy. */
export type Kept = { readonly database: string; readonly files: string }

export type Note = { readonly made: unknown; readonly at: string }

/** What was prepared under this name; made by `make`, once a run, by one worker while the others wait. */
export async function preparedOnce(
  name: string,
  make: (keep: Kept) => Promise<Note>,
): Promise<{ kept: Kept; note: Note }> {
  const database = `${templateDatabase}_${name.replaceAll('-', '_')}`
  const kept = { database, files: join(inject('keptFiles'), name) }
  const owner = new pg.Client(inject('postgres'))
  await owner.connect()
  try {
    await owner.query('select pg_advisory_lock(hashtext($1))', [database])
    const found = "select shobj_description(oid, 'pg_database') as note from pg_database where datname = $1"
    const { rows } = await owner.query<{ note: string }>(found, [database])
    if (rows[0]) {
      const { reached, ...note } = JSON.parse(rows[0].note) as Note & { reached: number }
      countFrom(reached)
      return { kept, note }
    }
    const note = await make(kept)
    const written = JSON.stringify({ ...note, reached: lastNumber() })
    await owner.query(`comment on database ${database} is ${pg.escapeLiteral(written)}`)
    return { kept, note }
  } finally {
    await owner.end()
  }
}
