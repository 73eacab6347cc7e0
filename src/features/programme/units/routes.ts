import { query } from '../../../platform/command.ts'
import * as contract from './contract.ts'
import { registerUnit, shownUnit } from './register-unit.ts'
import { listUnits } from './store.ts'

export const unitRoutes = [
  registerUnit,
  query(contract.listUnits, async ({ search }, { tx, actor }) => {
    const { units, total } = await listUnits(tx, actor.scope, search)
    return { units: units.map(shownUnit), total }
  }),
]
