import { firstView } from '../../../../ui/first-view.ts'
import { searchOfTable } from '../../../../ui/search-of-table.ts'
import * as contract from '../contract.ts'
import { listBegins } from './list-begins.ts'

export const firstServices = firstView({
  path: '/services',
  load: () => import('./ServicesPage.tsx'),
  route: contract.listServices,
  argsAt: (search) => ({ search: searchOfTable(contract.listServices, search, listBegins).search }),
})
