import type { Actor } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { notFound } from '../../../platform/errors.ts'

/** The first path behind all paths below a unit's: `…/` ends before `…0`. */
export function scopeEnd(scope: string): string {
  return `${scope.slice(0, -1)}0`
}

/** Path of a unit inside the reader's area, or of the area itself. @throws HttpError 404 outside it. */
export async function scopeBelow(tx: Tx, reader: Pick<Actor, 'scope'>, unitId: string | undefined): Promise<string> {
  if (unitId === undefined) return reader.scope
  const unit = await tx.selectFrom('units').select('scope').where('id', '=', unitId).executeTakeFirst()
  // The names of the units above are readable too; what they owe is not this reader's.
  if (!unit?.scope.startsWith(reader.scope)) throw notFound({ zh: '单位', en: 'unit' })
  return unit.scope
}
