import * as baselines from '../../src/features/baselines/contract.ts'
import * as matters from '../../src/features/matters/contract.ts'
import { askFor, planOf, reported, sectionSave, submit, withTarget } from '../support/matters.ts'
import { type Making, sample } from './sample.ts'
import type { Side } from './two-counties.ts'

const onPark = ({ park }: Side) => ({ params: { pilotId: park.pilotId }, scope: park.scope })
const written = new Map<string, Promise<string>>()

/** A report of the side's park in its first draft, made once. */
function draft({ world, park }: Side): Promise<string> {
  const made = written.get(park.pilotId) ?? reported(world, park, 'target-change')
  written.set(park.pilotId, made)
  return made
}

const onMatter = async (side: Side) => ({ params: { filingId: await draft(side) }, scope: side.park.scope })

/** A report that has just been submitted. */
async function submitted({ world, park }: Side) {
  const filingId = await reported(world, park, 'safety-accident')
  await submit(world, park, filingId)
  return { params: { filingId }, scope: park.scope }
}

export const matterSamples: readonly Making[] = [
  sample(matters.listPilotMatters, onPark),
  sample(matters.listMatters, () => ({ search: { pageSize: 200 }, scope: null })),
  sample(matters.openMatter, (side) => ({
    ...onPark(side),
    body: { kind: 'other' as const, occurredAt: side.world.now.toISOString() },
  })),
  sample(matters.showMatter, onMatter),
  sample(matters.checkMatter, onMatter),
  sample(matters.saveMatterSection, async (side) => {
    const { world, park } = side
    const { id, content } = await planOf(world, park)
    const change = { basedOn: id, inForceFrom: null, sections: withTarget(content, 'P1', 27) }
    const client = await world.as(`${park.name}·负责人`)
    const { params, body } = await sectionSave(client, await draft(side), 'change', change)
    return { params, body, scope: park.scope }
  }),
  sample(matters.submitMatter, async (side) => {
    const { content } = await planOf(side.world, side.park)
    const filingId = await reported(side.world, side.park, 'target-change')
    await askFor(side.world, side.park, filingId, withTarget(content, 'P1', 28))
    return { params: { filingId }, scope: side.park.scope }
  }),
  sample(matters.withdrawMatter, submitted),
  sample(matters.giveMatterOpinion, async (side) => ({
    ...(await submitted(side)),
    body: { verdict: 'approve' as const, versionNo: 1, marks: [] },
  })),
  sample(baselines.listBaselines, onPark),
  sample(baselines.showBaseline, (side) => ({
    params: { pilotId: side.park.pilotId, no: 1 },
    scope: side.park.scope,
  })),
]
