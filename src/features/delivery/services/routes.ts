import { query } from '../../../platform/command.ts'
import { requirePilot } from '../../programme/pilots/public.ts'
import * as contract from './contract.ts'
import { exportServices } from './export-services.ts'
import { filtersOf } from './list-filters.ts'
import { pageOfServices } from './list-views.ts'
import { serviceView } from './views.ts'

export const serviceRoutes = [
  exportServices,
  query(contract.listServices, async ({ search }, { tx, actor }) => {
    const { sort, page, pageSize, place, ...asked } = search
    if (asked.pilotId) await requirePilot(tx, asked.pilotId)
    return pageOfServices(tx, filtersOf(asked, actor), { sort, page, pageSize, place })
  }),
  query(contract.showService, ({ params }, { tx, actor, now }) => serviceView(tx, params.serviceId, actor, now)),
]
