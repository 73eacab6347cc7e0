import { type Endpoint, query } from '../../../platform/command.ts'
import { notFound } from '../../../platform/errors.ts'
import { admitPilot, type OnAdmitted } from './admit-pilot.ts'
import { listBatchesView, showBatchView } from './batch-views.ts'
import * as contract from './contract.ts'
import { createBatch } from './create-batch.ts'
import { listPilotsView, pilotsSeen } from './views.ts'

export const pilotRoutes = (onAdmitted: OnAdmitted): Endpoint[] => [
  createBatch,
  admitPilot(onAdmitted),
  query(contract.listBatches, (_, { tx, actor }) => listBatchesView(tx, actor)),
  query(contract.showBatch, ({ params }, { tx, actor }) => showBatchView(tx, params.batchId, actor)),
  query(contract.listPilots, ({ search }, { tx }) => listPilotsView(tx, search)),
  query(contract.showPilot, async ({ params }, { tx }) => {
    const [pilot] = await pilotsSeen(tx, params)
    if (!pilot) throw notFound({ zh: '试点园区', en: 'pilot park' })
    return pilot
  }),
]
