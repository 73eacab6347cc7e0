import type { ClientBase } from 'pg'
import pg from 'pg'
import type { Digests, Manifest } from './manifest.ts'
import { sha256Of } from './pack.ts'

/**
 * One hash of every row of these tables, each in the order of its primary key: equal where the rows are equal, whatever server holds
 * them. Rows are hashed by the thousand, so that none of it grows with the table.
 */
export async function digestsOf(client: ClientBase, tables: readonly string[]): Promise<Digests> {
  await client.query(
    `set timezone = 'UTC'; set datestyle = 'ISO'; set extra_float_digits = 1; set bytea_output = 'hex'`,
  )
  const digests: Digests = {}
  for (const table of tables) {
    const name = pg.escapeIdentifier(table)
    const { rows } = await client.query<{ n: string; hash: string }>(`
      select count(*) as n, encode(sha256(convert_to(string_agg(line, E'\\n' order by at), 'UTF8')), 'hex') as hash
        from (select row_number() over (order by ${await keyOf(client, table)}) as at, t::text as line from ${name} t) lines
       group by at / 1000 order by at / 1000`)
    digests[table] = {
      rows: rows.reduce((sum, { n }) => sum + Number(n), 0),
      sha256: sha256Of(rows.map(({ hash }) => hash).join('\n')),
    }
  }
  return digests
}

async function keyOf(client: ClientBase, table: string): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select a.attname as name from pg_index i
       cross join lateral unnest(i.indkey::int2[]) with ordinality as k (attnum, at)
       join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
      where i.indrelid = $1::regclass and i.indisprimary order by k.at`,
    [table],
  )
  return rows.map(({ name }) => pg.escapeIdentifier(name)).join(', ')
}

/** Every file that a row of the database names. */
export async function filesOf(client: ClientBase): Promise<Manifest['files']> {
  const { rows } = await client.query<{ sha256: string; size: string }>(
    'select hash as sha256, max(size) as size from files group by hash order by hash',
  )
  return rows.map(({ sha256, size }) => ({ sha256, size: Number(size) }))
}

/** The tables whose rows differ, in words; empty where all are as they were. */
export function differences(before: Digests, now: Digests): string[] {
  return Object.entries(before).flatMap(([table, { rows, sha256 }]) => {
    const found = now[table]
    if (found?.sha256 === sha256 && found.rows === rows) return []
    return [
      `${table}: ${rows} 行 rows, ${sha256.slice(0, 12)}… ≠ ${found?.rows ?? 0}, ${(found?.sha256 ?? '').slice(0, 12)}…`,
    ]
  })
}
