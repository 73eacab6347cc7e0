import { query } from '../../../platform/command.ts'
import * as contract from './contract.ts'
import { listParksView } from './parks-view.ts'
import { showInboxView } from './views.ts'

export const inboxRoutes = [
  query(contract.listParks, (_, { tx, actor, now }) => listParksView(tx, actor, now)),
  query(contract.showInbox, ({ search }, { tx, actor, now }) => showInboxView(tx, search, actor, now)),
]
