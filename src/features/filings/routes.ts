import { query } from '../../platform/command.ts'
import * as contract from './contract.ts'
import { showFilingView } from './filing-view.ts'
import { giveFilingOpinion } from './give-filing-opinion.ts'
import { listFilingsView } from './list-views.ts'
import { openFiling } from './open-filing.ts'
import { recordFiling } from './record-filing.ts'
import { refreshDraft } from './refresh-draft.ts'
import { reopenFiling } from './reopen-filing.ts'
import { saveFilingSection } from './save-filing-section.ts'
import { submitFiling } from './submit-filing.ts'
import { withdrawFiling } from './withdraw-filing.ts'

export const filingRoutes = [
  query(contract.listFilings, ({ search }, { tx, actor, now }) => listFilingsView(tx, actor, search, now)),
  openFiling,
  query(contract.showFiling, ({ params, search }, { tx, actor, now }) =>
    showFilingView(tx, params.filingId, search.version, actor, now),
  ),
  saveFilingSection,
  refreshDraft,
  submitFiling,
  withdrawFiling,
  giveFilingOpinion,
  recordFiling,
  reopenFiling,
]
