import { query } from '../../../platform/command.ts'
import * as contract from './contract.ts'
import { showInboxView } from './views.ts'

export const inboxRoutes = [
  query(contract.showInbox, ({ search }, { tx, actor, now }) => showInboxView(tx, search, actor, now)),
]
