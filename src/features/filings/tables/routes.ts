import { type Endpoint, query } from '../../../platform/command.ts'
import type { Kinds } from '../course/public.ts'
import * as contract from './contract.ts'
import { recordTables } from './record-tables.ts'
import { tablesWorkbook } from './tables-workbook.ts'
import { showTablesView } from './views.ts'

export const tableRoutes = (kinds: Kinds): Endpoint[] => [
  recordTables(kinds),
  tablesWorkbook,
  query(contract.showTables, ({ search }, { tx, actor, now }) => showTablesView(tx, search, actor, now)),
]
