import * as guide from '../../src/features/guide/contract.ts'
import * as papers from '../../src/features/papers/contract.ts'
import * as plans from '../../src/features/plans/contract.ts'
import { verifyCode } from '../../src/policy/verify-code.ts'
import { type Making, sample } from './sample.ts'
import type { Side } from './two-counties.ts'

/** The plan of the park whose plan was approved, with its newest version. */
async function plan({ world, park }: Side) {
  const client = await world.as(`${park.name}·负责人`)
  return client.done(plans.showPlan, { params: { pilotId: park.pilotId } })
}

const onPlan = async (side: Side) => ({
  params: { filingId: (await plan(side)).filingId },
  scope: side.park.scope,
})

export const paperSamples: readonly Making[] = [
  sample(guide.showGuide, () => ({ scope: null })),
  sample(papers.filingWord, onPlan),
  sample(papers.filingSheets, onPlan),
  sample(papers.trancheWord, ({ park }) => ({ params: { pilotId: park.pilotId, no: 1 }, scope: park.scope })),
  sample(papers.verifyPaper, async (side) => {
    const { version } = await plan(side)
    return { params: { code: verifyCode(version?.hash ?? '') }, scope: null }
  }),
]
