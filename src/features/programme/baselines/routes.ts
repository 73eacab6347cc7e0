import { query } from '../../../platform/command.ts'
import * as contract from './contract.ts'
import { listBaselinesView, showBaselineView } from './views.ts'

export const baselineRoutes = [
  query(contract.listBaselines, ({ params }, { tx, now }) => listBaselinesView(tx, params.pilotId, now)),
  query(contract.showBaseline, ({ params }, { tx }) => showBaselineView(tx, params.pilotId, params.no)),
]
