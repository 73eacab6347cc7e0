import { command } from '../../../platform/command.ts'
import { dayOf } from '../../../shared/dates.ts'
import * as contract from './contract.ts'
import { insertPlanned, planUnit, siblingGuards } from './new-unit.ts'
import type { Unit } from './store.ts'

export const registerUnit = command(
  contract.registerUnit,
  async ({ body }, { tx, now, newId, record }) => {
    const planned = await planUnit(tx, body, { newId, today: dayOf(now) })
    if (planned.no) throw planned.no
    const unit = await insertPlanned(tx, planned)
    record('unit.registered', { subject: unit.id, scope: unit.scope, after: unit })
    return shownUnit(unit)
  },
  siblingGuards(),
)

/** A row as its contract shows it. */
export function shownUnit({ id, kind, code, name, parentId, scope, uscc, economyBureau, financeBureau }: Unit) {
  return { unitId: id, kind, code, name, parentId, scope, uscc, economyBureau, financeBureau }
}
