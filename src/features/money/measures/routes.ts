import { query } from '../../../platform/command.ts'
import * as contract from './contract.ts'
import { confirmMeasure, decideMeasure, reverseMeasure, withdrawMeasure } from './decide-measure.ts'
import { listAllMeasures } from './list-contract.ts'
import { recordReceipt, recordReissue, reverseReceipt, reverseReissue } from './record-receipt.ts'
import { measureList, measuresView } from './views.ts'

export const measureRoutes = [
  decideMeasure,
  confirmMeasure,
  withdrawMeasure,
  reverseMeasure,
  recordReceipt,
  reverseReceipt,
  recordReissue,
  reverseReissue,
  query(contract.listMeasures, ({ params }, { tx, actor, now }) => measuresView(tx, params.pilotId, actor, now)),
  query(listAllMeasures, ({ search }, { tx, now }) => measureList(tx, search, now)),
]
