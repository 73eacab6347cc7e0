import { query } from '../../../platform/command.ts'
import { anyAct } from '../../programme/signing/public.ts'
import { confirming, confirmMeasure, reverseMeasure, reversing } from './confirm-measure.ts'
import * as contract from './contract.ts'
import { decideMeasure, deciding, withdrawMeasure } from './decide-measure.ts'
import { listAllMeasures } from './list-contract.ts'
import { recordReceipt, recordReissue, reverseReceipt, reverseReissue } from './record-receipt.ts'
import { measureList, measuresView } from './views.ts'

export const measureActs = [anyAct(deciding), anyAct(confirming), anyAct(reversing)]

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
