import { query } from '../../platform/command.ts'
import * as contract from './contract.ts'
import { giveMatterOpinion } from './give-matter-opinion.ts'
import { listMattersView, listPilotMattersView } from './list-views.ts'
import { openMatter } from './open-matter.ts'
import { saveMatterSection } from './save-matter-section.ts'
import { submitMatter } from './submit-matter.ts'
import { checkMatterView, showMatterView } from './views.ts'
import { withdrawMatter } from './withdraw-matter.ts'

export const matterRoutes = [
  openMatter,
  saveMatterSection,
  submitMatter,
  withdrawMatter,
  giveMatterOpinion,
  query(contract.listPilotMatters, ({ params }, { tx, actor, now }) =>
    listPilotMattersView(tx, params.pilotId, actor, now),
  ),
  query(contract.listMatters, ({ search }, { tx, now }) => listMattersView(tx, search, now)),
  query(contract.showMatter, ({ params, search }, { tx, actor, now }) =>
    showMatterView(tx, params.filingId, search.version, actor, now),
  ),
  query(contract.checkMatter, ({ params }, { tx, now }) => checkMatterView(tx, params.filingId, now)),
]
