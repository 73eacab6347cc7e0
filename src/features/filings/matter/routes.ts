import { query } from '../../../platform/command.ts'
import * as contract from './contract.ts'
import { listMattersView, listPilotMattersView } from './list-views.ts'
import { showMatterView } from './views.ts'

export const matterRoutes = [
  query(contract.listPilotMatters, ({ params }, { tx, actor, now }) =>
    listPilotMattersView(tx, params.pilotId, actor, now),
  ),
  query(contract.listMatters, ({ search }, { tx, now }) => listMattersView(tx, search, now)),
  query(contract.showMatter, ({ params }, { tx, actor, now }) => showMatterView(tx, params.filingId, actor, now)),
]
