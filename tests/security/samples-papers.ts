import { planOf } from '../../database/demo/course.ts'
import * as course from '../../src/features/filings/course/contract.ts'
import * as papers from '../../src/features/filings/papers/contract.ts'
import * as tranches from '../../src/features/money/funds/tranche-contract.ts'
import * as guide from '../../src/features/oversight/guide/contract.ts'
import { type Making, sample } from './sample.ts'
import type { Side } from './side.ts'

/** The plan of the park whose plan was approved, with its newest version. */
async function plan({ world, park }: Side) {
  const client = await world.as(`${park.name}·负责人`)
  const filingId = await planOf(client, park.pilotId)
  return client.done(course.showFiling, { params: { filingId } })
}

const onPlan = async (side: Side) => ({
  params: { filingId: (await plan(side)).filingId },
  scope: side.park.scope,
})

export const paperSamples: readonly Making[] = [
  sample(guide.showGuide, () => ({ scope: null })),
  sample(papers.filingWord, onPlan),
  sample(papers.filingSheets, onPlan),
  sample(tranches.trancheWord, ({ park }) => ({ params: { pilotId: park.pilotId, no: 1 }, scope: park.scope })),
  sample(papers.verifyPaper, async (side) => {
    const { paperFoot } = await plan(side)
    return { params: { code: /[0-9A-F-]{19}/.exec(paperFoot?.zh ?? '')?.[0] ?? '' }, scope: null }
  }),
]
