import * as acts from '../../src/features/filings/course/act-contract.ts'
import * as course from '../../src/features/filings/course/contract.ts'
import * as matters from '../../src/features/filings/matter/contract.ts'
import * as baselines from '../../src/features/programme/baselines/contract.ts'
import { askFor, planOf, reported, sectionSave, submit, withTarget } from '../support/matters.ts'
import { oncePerWorld } from './once-per-world.ts'
import { type Making, sample } from './sample.ts'
import type { Side } from './side.ts'

const onPark = ({ park }: Side) => ({ params: { pilotId: park.pilotId }, scope: park.scope })
const written = oncePerWorld<string>()

/** A report of the side's park in its first draft, made once. */
function draft({ world, park }: Side): Promise<string> {
  return written(world, park.pilotId, () => reported(world, park, 'target-change'))
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
  sample(
    course.openFiling,
    ({ world, park }) => ({
      body: {
        batchId: park.batchId,
        unitId: park.parkId,
        kind: 'major-matter' as const,
        period: '',
        opening: { kind: 'other', occurredAt: world.now.toISOString() },
      },
      scope: park.scope,
    }),
    'matter',
  ),
  sample(matters.showMatter, onMatter),
  sample(course.showFiling, onMatter, 'matter'),
  sample(course.checkFiling, onMatter, 'matter'),
  sample(
    course.saveFilingSection,
    async (side) => {
      const { world, park } = side
      const { id, content } = await planOf(world, park)
      const change = { basedOn: id, inForceFrom: null, sections: withTarget(content, 'P1', 27) }
      const client = await world.as(`${park.name}·负责人`)
      const { params, body } = await sectionSave(client, await draft(side), 'change', change)
      return { params, body, scope: park.scope }
    },
    'matter',
  ),
  sample(
    acts.submitFiling,
    async (side) => {
      const { content } = await planOf(side.world, side.park)
      const filingId = await reported(side.world, side.park, 'target-change')
      await askFor(side.world, side.park, filingId, withTarget(content, 'P1', 28))
      return { params: { filingId }, scope: side.park.scope }
    },
    'matter',
  ),
  sample(acts.withdrawFiling, async (side) => ({ ...(await submitted(side)), body: { reason: '附件放错' } }), 'matter'),
  sample(acts.discardFiling, async ({ world, park }) => ({
    params: { filingId: await reported(world, park, 'safety-accident') },
    body: { reason: '误登记一次' },
    scope: park.scope,
    endsRecord: true,
  })),
  sample(
    acts.giveOpinion,
    async (side) => ({
      ...(await submitted(side)),
      body: { verdict: 'approve' as const, versionNo: 1, marks: [] },
    }),
    'matter',
  ),
  sample(baselines.listBaselines, onPark),
  sample(baselines.showBaseline, (side) => ({
    params: { pilotId: side.park.pilotId, no: 1 },
    scope: side.park.scope,
  })),
]
