import type { Tx } from '../../../platform/database/connect.ts'
import { batchPeriod } from '../../../policy/editions/edition.ts'
import { filingStateNames } from '../../../policy/filings/filing.ts'
import { isFilingKind } from '../../../policy/filings/filing-kinds.ts'
import { filingTitle } from '../../../policy/filings/filing-title.ts'
import { balanceOf } from '../../../policy/money/ledger.ts'
import type { CloseOutFacts, OpenItem } from '../../../policy/oversight/close-out-conditions.ts'
import { dayOf } from '../../../shared/dates.ts'
import { hrefOf, owedIn } from '../../filings/owed/public.ts'
import { balances } from '../../money/funds/public.ts'
import type { Pilot } from '../../programme/pilots/public.ts'
import { finalEvaluationOf } from './final-evaluation.ts'
import {
  lackingPapers,
  openMeasures,
  openObjectionsOf,
  openPayments,
  openServices,
  openSignatures,
  openTranches,
} from './open-items.ts'

/** Everything that the end of a pilot is judged by, as it stands now. */
export async function closeOutFacts(tx: Tx, pilot: Pilot, now: Date): Promise<CloseOutFacts> {
  const { id, edition, firstYear } = pilot
  const book = await balances(tx, id)
  return {
    edition,
    period: batchPeriod(edition, firstYear),
    today: dayOf(now),
    filings: await openFilings(tx, pilot, now),
    evaluation: await finalEvaluationOf(tx, pilot),
    services: await openServices(tx, id),
    payments: await openPayments(tx, id),
    tranches: await openTranches(tx, id),
    objections: await openObjectionsOf(tx, id),
    signatures: await openSignatures(tx, pilot),
    measures: await openMeasures(tx, id, dayOf(now)),
    heldFen: balanceOf(book, 'in-transit') + balanceOf(book, 'cash') + balanceOf(book, 'payable'),
    fundsHref: `/pilots/${id}/money`,
    papers: await lackingPapers(tx, pilot),
  }
}

/** What the pilot itself owed and is not over, begun or not. */
async function openFilings(tx: Tx, { id, batchId, scope }: Pilot, now: Date): Promise<OpenItem[]> {
  const owed = await owedIn(tx, { scope }, { batchId }, now)
  return owed
    .filter(({ pilotId, kind, isDone }) => pilotId === id && isFilingKind(kind) && !isDone)
    .map((duty) => {
      const title = filingTitle(duty.rule, duty.period)
      const is = duty.filing ? filingStateNames[duty.filing.state] : { zh: '未开始', en: 'not begun' }
      return { zh: `${title.zh}（${is.zh}）`, en: `${title.en} (${is.en})`, href: hrefOf(duty) }
    })
}
