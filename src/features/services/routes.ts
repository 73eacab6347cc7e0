import { query } from '../../platform/command.ts'
import { requirePilot } from '../pilots/public.ts'
import * as contract from './contract.ts'
import { exportServices } from './export-services.ts'
import { countServices, countyPathOf, listServices } from './list-views.ts'
import { serviceView } from './views.ts'

export const serviceRoutes = [
  exportServices,
  query(contract.listServices, async ({ search }, { tx, actor }) => {
    const { sort, page, pageSize, ...asked } = search
    const filters = { ...asked, countyPath: countyPathOf(actor) }
    if (filters.pilotId) await requirePilot(tx, filters.pilotId)
    const total = await countServices(tx, filters, actor.unitKind === 'enterprise')
    const offset = (page - 1) * pageSize
    return { services: await listServices(tx, filters, { sort, limit: pageSize, offset, total }), total }
  }),
  query(contract.showService, ({ params }, { tx, actor, now }) => serviceView(tx, params.serviceId, actor, now)),
]
