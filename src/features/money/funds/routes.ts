import { query } from '../../../platform/command.ts'
import { requirePilot } from '../../programme/pilots/public.ts'
import { anyAct } from '../../programme/signing/public.ts'
import { confirmReceipt } from './confirm-receipt.ts'
import * as contract from './contract.ts'
import { exportEntries } from './export-entries.ts'
import { fileDisbursement } from './file-disbursement.ts'
import { judgeTranche, judging } from './judge-tranche.ts'
import { listedEntries } from './ledger-views.ts'
import { setPayeeAccount } from './payee-account.ts'
import { publishNotice } from './publish-notice.ts'
import { recommending, recommendTranche } from './recommend-tranche.ts'
import { releaseTranche, releasing } from './release-tranche.ts'
import { reverseEntry, reversing } from './reverse-entry.ts'
import { trancheWord } from './tranche-paper.ts'
import { fundsOf } from './views.ts'
import { withdrawRecommendation } from './withdraw-recommendation.ts'

/** Acts that another person may have to sign. */
export const fundActs = [anyAct(judging), anyAct(recommending), anyAct(releasing), anyAct(reversing)]

export const fundRoutes = [
  recommendTranche,
  withdrawRecommendation,
  judgeTranche,
  publishNotice,
  releaseTranche,
  confirmReceipt,
  setPayeeAccount,
  fileDisbursement,
  trancheWord,
  reverseEntry,
  exportEntries,
  query(contract.showFunds, async ({ params }, { tx, actor, now }) =>
    fundsOf(tx, await requirePilot(tx, params.pilotId), actor, now),
  ),
  query(contract.listEntries, async ({ params, search }, { tx, actor }) => {
    const pilot = await requirePilot(tx, params.pilotId)
    const { sort, page, pageSize, place, ...filters } = search
    return listedEntries(tx, pilot, filters, actor, { sort, page, pageSize, place })
  }),
]
