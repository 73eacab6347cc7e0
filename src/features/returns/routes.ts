import { query } from '../../platform/command.ts'
import { acceptReturn } from './accept-return.ts'
import * as contract from './contract.ts'
import { explainReturn } from './explain-return.ts'
import { listReturnsView } from './list-views.ts'
import { openReturn } from './open-return.ts'
import { rowRecordsView } from './record-views.ts'
import { returnWorkbook } from './return-workbook.ts'
import { submitReturn } from './submit-return.ts'
import { showReturnView } from './views.ts'

export const returnRoutes = [
  openReturn,
  explainReturn,
  submitReturn,
  acceptReturn,
  returnWorkbook,
  query(contract.listReturns, ({ params }, { tx, actor, now }) => listReturnsView(tx, params.pilotId, actor, now)),
  query(contract.showReturn, ({ params }, { tx, actor, now }) => showReturnView(tx, params.filingId, actor, now)),
  query(contract.listRowRecords, ({ params, search }, { tx }) =>
    rowRecordsView(tx, params.filingId, params.indicator, search),
  ),
]
