import { type Endpoint, query } from '../../../platform/command.ts'
import { notFound } from '../../../platform/errors.ts'
import { dayOf } from '../../../shared/dates.ts'
import { unitById } from '../units/public.ts'
import { admitPilot, type OnAdmitted } from './admit-pilot.ts'
import { listBatchesView, showBatchView } from './batch-views.ts'
import * as contract from './contract.ts'
import { createBatch } from './create-batch.ts'
import { pilotsOfParks, seatIn } from './store.ts'
import { listPilotsView, pilotsSeen } from './views.ts'

export const pilotRoutes = (onAdmitted: OnAdmitted): Endpoint[] => [
  createBatch,
  admitPilot(onAdmitted),
  query(contract.listBatches, (_, { tx, actor }) => listBatchesView(tx, actor)),
  query(contract.showBatch, ({ params }, { tx, actor }) => showBatchView(tx, params.batchId, actor)),
  query(contract.listPilots, ({ search }, { tx }) => listPilotsView(tx, search)),
  query(contract.listPilotsOfPark, async ({ params }, { tx }) => {
    if ((await unitById(tx, params.parkId))?.kind !== 'park') throw notFound({ zh: '园区', en: 'park' })
    const pilots = await pilotsOfParks(tx, [params.parkId])
    return {
      pilots: pilots.map(({ id, batchName, standing, closed }) => ({ pilotId: id, batchName, standing, closed })),
    }
  }),
  query(contract.showPilot, async ({ params }, { tx, actor, now }) => {
    const [pilot] = await pilotsSeen(tx, params)
    if (!pilot) throw notFound({ zh: '试点园区', en: 'pilot park' })
    return {
      ...pilot,
      seat: actor.post === 'expert' ? await seatIn(tx, pilot.pilotId, actor.accountId, dayOf(now)) : null,
    }
  }),
]
