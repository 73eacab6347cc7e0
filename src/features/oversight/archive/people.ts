import type { Tx } from '../../../platform/database/connect.ts'
import { paced } from '../../../platform/files/paced.ts'

/** Some records hold the name itself. */
const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Who is named in records by an account: name, post and unit, by id. */
export async function peopleOf(tx: Tx, rows: readonly Readonly<Record<string, unknown>>[]) {
  const ids = new Set<string>()
  for await (const row of paced(rows)) {
    for (const [key, value] of Object.entries(row)) {
      if (typeof value === 'string' && isId.test(value) && (key === 'account_id' || key.endsWith('_by'))) ids.add(value)
    }
  }
  if (ids.size === 0) return []
  return tx
    .selectFrom('accounts as a')
    .innerJoin('units as u', 'u.id', 'a.unitId')
    .select(['a.id', 'a.name', 'a.post', 'u.name as unit'])
    .where('a.id', 'in', [...ids])
    .orderBy('a.id')
    .execute()
}
