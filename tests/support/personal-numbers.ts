import { hasValidOrganisationCode, isPersonalNumber } from '../../src/shared/uscc.ts'
import type { World } from './world.ts'

// Numbers that nobody bears: no such region, born in 1899. The first passes the check of GB 32100; the second passes GB 11714.
export const personal = '990199189912310078'
export const unproven = firstOf((number) => isPersonalNumber(number) && hasValidOrganisationCode(number))
export const written = ` 9901 9918’9912-31${personal.slice(14)}\u200b`

function firstOf(fits: (number: string) => boolean): string {
  for (let no = 0; no < 1000; no++) {
    for (const last of '0123456789X') {
      const number = `99019918991230${String(no).padStart(3, '0')}${last}`
      if (fits(number)) return number
    }
  }
  throw new Error('no such number')
}

/** Every row of every table as one text: audit, idempotency, drafts, sessions, jobs. */
export async function wholeDatabase(world: World): Promise<string> {
  const tables = await world.sql<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema')`,
  )
  const texts: string[] = []
  for (const { name } of tables) {
    const rows = await world.sql<{ row: string }>(`select t::text as row from ${name} t`)
    texts.push(name, ...rows.map(({ row }) => row))
  }
  return texts.join('\n')
}
