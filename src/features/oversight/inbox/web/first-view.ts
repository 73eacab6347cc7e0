import { firstView } from '../../../../ui/first-view.ts'
import { searchOfTable } from '../../../../ui/search-of-table.ts'
import * as contract from '../contract.ts'

export const firstInbox = firstView({
  path: '/',
  load: () => import('./InboxPage.tsx'),
  route: contract.showInbox,
  argsAt: (search) => ({ search: searchOfTable(contract.showInbox, search).search }),
})
