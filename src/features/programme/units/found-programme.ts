import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import type { Database } from '../../../platform/database/connect.ts'
import { insertUnits, type NewUnit } from './store.ts'

const divisionsFile = fileURLToPath(new URL('../../../../database/divisions/zhejiang-2023.csv', import.meta.url))
const bureau = { economy: '经信局', finance: '财政局' }

/**
 * The tree a new database begins with: the province, its cities and counties (GB/T 2260, cut-off 2023-06-30), each with
 * both bureaus; `database`: as its owner. Does nothing where a province stands already. Returns whether it did.
 */
export async function foundProgramme(database: Database, newId: () => string): Promise<boolean> {
  return database.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(20260101)`.execute(tx)
    const found = await tx.selectFrom('units').select('id').where('kind', '=', 'province').executeTakeFirst()
    if (found) return false
    await insertUnits(tx, divisions(await readFile(divisionsFile, 'utf8'), newId))
    return true
  })
}

function divisions(csv: string, newId: () => string): NewUnit[] {
  const province = division(newId(), 'province', '33', '浙江省', null, '33/', { economy: '经信厅', finance: '财政厅' })
  const cities = new Map<string, NewUnit>()
  const counties: NewUnit[] = []
  for (const line of csv.trim().split('\n').slice(1)) {
    const [code = '', name = '', , cityCode = '', cityName = ''] = line.trim().split(',')
    const known = cities.get(cityCode)
    const city =
      known ??
      division(newId(), 'city', cityCode.slice(0, 4), cityName, province.id, `33/${cityCode.slice(0, 4)}/`, bureau)
    if (!known) cities.set(cityCode, city)
    counties.push(division(newId(), 'county', code, name, city.id, `${city.scope}${code}/`, bureau))
  }
  return [province, ...cities.values(), ...counties]
}

function division(
  id: string,
  kind: NewUnit['kind'],
  code: string,
  name: string,
  parentId: string | null,
  scope: string,
  bureaus: typeof bureau,
): NewUnit {
  const economyBureau = `${name}${bureaus.economy}`
  const financeBureau = `${name}${bureaus.finance}`
  return {
    id,
    kind,
    code,
    name,
    parentId,
    scope,
    uscc: null,
    usccProof: null,
    economyBureau,
    financeBureau,
    validFrom: '2023-06-30',
  }
}
