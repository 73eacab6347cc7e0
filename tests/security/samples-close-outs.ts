import { samplePlan } from '../../database/demo/sample-plan.ts'
import * as archive from '../../src/features/oversight/archive/contract.ts'
import * as closing from '../../src/features/oversight/close-out/contract.ts'
import * as standing from '../../src/features/oversight/standing/contract.ts'
import * as pilots from '../../src/features/programme/pilots/contract.ts'
import { sentLists } from '../support/lists.ts'
import { type Making, sample } from './sample.ts'
import type { Side } from './side.ts'
import { closeOutAt, overPilot, standingAt } from './steps-close-outs.ts'

const at = (to: Parameters<typeof closeOutAt>[1]) => async (side: Side) => {
  const { closeOutId, scope } = await closeOutAt(side, to)
  return { params: { closeOutId }, scope }
}

export const closeOutSamples: readonly Making[] = [
  sample(closing.showCloseOut, ({ park }) => ({ params: { pilotId: park.pilotId }, scope: park.scope })),
  sample(closing.proposeCloseOut, async (side) => {
    const { pilotId, scope } = await overPilot(side)
    return { params: { pilotId }, body: { remark: '任务完成，资金结清' }, scope }
  }),
  sample(closing.confirmCloseOut, at('proposed')),
  sample(closing.recordCloseOut, at('confirmed')),
  sample(closing.endCloseOut, async (side) => ({
    ...(await at('proposed')(side)),
    body: { reason: '银行回单需再核对一遍' },
  })),
  sample(standing.showStanding, ({ park }) => ({ params: { parkId: park.parkId }, scope: park.scope })),
  sample(standing.openStanding, async (side) => {
    const { scope, parkId } = await closeOutAt(side, 'recorded')
    return { params: { parkId }, scope }
  }),
  sample(standing.listStanding, () => ({ scope: null })),
  sample(standing.showLists, async (side) => {
    const { pilotId, scope } = await standingAt(side)
    return { params: { pilotId }, scope }
  }),
  sample(standing.changeLists, async (side) => {
    const { pilotId, scope } = await standingAt(side)
    const { enterprises, agencies } = sentLists(samplePlan('常态园'))
    // A few rows, so that each of their fields is tried and the trial stays short.
    const body = {
      basedOn: 1,
      enterprises: { rows: enterprises.rows.slice(0, 1) },
      agencies: { ...agencies, agencies: agencies.agencies.slice(0, 1), products: agencies.products.slice(0, 1) },
    }
    return { params: { pilotId }, scope, body }
  }),
  sample(pilots.listPilotsOfPark, ({ park }) => ({ params: { parkId: park.parkId }, scope: park.scope })),
  sample(archive.downloadArchive, async (side) => {
    const { pilotId, scope } = await closeOutAt(side, 'recorded')
    return { params: { pilotId }, scope }
  }),
]
