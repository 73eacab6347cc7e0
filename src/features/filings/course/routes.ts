import { type Endpoint, query } from '../../../platform/command.ts'
import * as contract from './contract.ts'
import { discardFiling } from './discard-filing.ts'
import { checkFilingView, showFilingView } from './filing-view.ts'
import { discardOpinion, giveOpinion, signOpinion } from './give-opinion.ts'
import { importRoutes } from './import-section.ts'
import type { Kinds } from './kind.ts'
import { listFilingsView } from './list-views.ts'
import { openFiling } from './open-filing.ts'
import { recordFiling } from './record-filing.ts'
import { refreshDraft } from './refresh-draft.ts'
import { reopenFiling } from './reopen-filing.ts'
import { saveFilingSection } from './save-section.ts'
import { requireSigning, showSigning } from './signing.ts'
import { submitFiling } from './submit-filing.ts'
import { withdrawFiling } from './withdraw-filing.ts'

/** The doors of every filing, whatever its kind. */
export function courseRoutes(kinds: Kinds): Endpoint[] {
  return [
    openFiling(kinds),
    saveFilingSection(kinds),
    ...importRoutes(kinds),
    refreshDraft(kinds),
    submitFiling(kinds),
    withdrawFiling(kinds),
    discardFiling,
    giveOpinion(kinds),
    signOpinion(kinds),
    discardOpinion,
    recordFiling(kinds),
    reopenFiling(kinds),
    requireSigning,
    showSigning,
    query(contract.listFilings, ({ search }, { tx, actor, now }) => listFilingsView(tx, kinds, search, actor, now)),
    query(contract.showFiling, ({ params, search }, asking) =>
      showFilingView(asking.tx, kinds, { filingId: params.filingId, versionNo: search.version }, asking),
    ),
    query(contract.checkFiling, ({ params }, { tx, actor, now }) =>
      checkFilingView(tx, kinds, params.filingId, actor, now),
    ),
  ]
}
