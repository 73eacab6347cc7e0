import { query } from '../../../platform/command.ts'
import * as contract from './contract.ts'
import { showInboxView } from './views.ts'

export const inboxRoutes = [query(contract.showInbox, (_, { tx, actor, now }) => showInboxView(tx, actor, now))]
