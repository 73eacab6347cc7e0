import { query } from '../../../platform/command.ts'
import { requirePilot } from '../../programme/pilots/public.ts'
import * as contract from './contract.ts'
import { listFindings } from './views.ts'

export const findingRoutes = [
  query(contract.listFindings, async ({ search }, { tx }) => {
    if (search.pilotId) await requirePilot(tx, search.pilotId)
    return listFindings(tx, search)
  }),
]
