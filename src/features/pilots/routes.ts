import { query } from '../../platform/command.ts'
import { notFound } from '../../platform/errors.ts'
import { admitPilot } from './admit-pilot.ts'
import * as contract from './contract.ts'
import { createBatch } from './create-batch.ts'
import { listPilots } from './views.ts'

export const pilotRoutes = [
  createBatch,
  admitPilot,
  query(contract.listPilots, async (_, { tx }) => ({ pilots: await listPilots(tx) })),
  query(contract.showPilot, async ({ params }, { tx }) => {
    const [pilot] = await listPilots(tx, params.pilotId)
    if (!pilot) throw notFound({ zh: '试点园区', en: 'pilot park' })
    return pilot
  }),
]
