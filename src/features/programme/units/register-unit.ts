import { command } from '../../../platform/command.ts'
import { refuse } from '../../../policy/guide/refuse.ts'
import { dayOf } from '../../../shared/dates.ts'
import * as contract from './contract.ts'
import { newUnit } from './new-unit.ts'
import type { Unit } from './store.ts'

export const registerUnit = command(
  contract.registerUnit,
  async ({ body }, { tx, now, newId, record }) => {
    const unit = await newUnit(tx, body, { newId, today: dayOf(now) })
    record('unit.registered', { subject: unit.id, scope: unit.scope, after: unit })
    return shownUnit(unit)
  },
  { units_name_under_parent: () => refuse('unit.name-taken', null, {}, 'name') },
)

/** A row as its contract shows it. */
export function shownUnit({ id, kind, code, name, parentId, scope, uscc, economyBureau, financeBureau }: Unit) {
  return { unitId: id, kind, code, name, parentId, scope, uscc, economyBureau, financeBureau }
}
