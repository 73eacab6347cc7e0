import { query } from '../../platform/command.ts'
import * as contract from './contract.ts'
import { recordTable, recordTables } from './record-tables.ts'
import { tablesWorkbook } from './tables-workbook.ts'
import { showTablesView } from './views.ts'

export const tableRoutes = [
  recordTable,
  recordTables,
  tablesWorkbook,
  query(contract.showTables, ({ search }, { tx, actor, now }) => showTablesView(tx, search, actor, now)),
]
