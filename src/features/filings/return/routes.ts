import { query } from '../../../platform/command.ts'
import * as contract from './contract.ts'
import { listReturnsView } from './list-views.ts'
import { rowRecordsView } from './record-views.ts'
import { showTableView } from './views.ts'

export const returnRoutes = [
  query(contract.listReturns, ({ params }, { tx, actor, now }) => listReturnsView(tx, params.pilotId, actor, now)),
  query(contract.showTable, ({ params }, { tx, actor }) => showTableView(tx, params.filingId, actor)),
  query(contract.listRowRecords, ({ params, search }, { tx, actor }) => rowRecordsView(tx, params, search, actor)),
]
