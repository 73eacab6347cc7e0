import * as consultations from '../../src/features/oversight/consultations/contract.ts'
import { nextNumber } from '../support/numbers.ts'
import { type Making, sample } from './sample.ts'
import type { Side } from './side.ts'

const minutes = ({ batchId, countyId, park }: Side) => ({
  batchId,
  heldOn: '2026-09-01',
  way: 'meeting' as const,
  place: '会议室',
  topic: `${park.name}会商 ${nextNumber()}`,
  matters: '推进试点服务。',
  participants: [
    { unitId: countyId, person: '经办' },
    { unitId: park.parkId, person: '负责人' },
  ],
  decisions: [{ what: '补齐材料', unitId: park.parkId, post: 'park-manager', dueOn: '2026-12-01' }],
})

/** Minutes of the county of a side, with a decision for its park to carry out. */
async function recorded(side: Side) {
  const economy = await side.world.as(`${side.county}经信局·经办`)
  const { consultationId } = await economy.done(consultations.recordConsultation, { body: minutes(side) })
  const { decisions } = await economy.done(consultations.showConsultation, { params: { consultationId } })
  return { consultationId, decisionId: decisions[0]?.decisionId ?? '' }
}

/** Minutes with a word added below them. */
export async function playConsultation(side: Side): Promise<void> {
  const { consultationId } = await recorded(side)
  const economy = await side.world.as(`${side.county}经信局·经办`)
  await economy.done(consultations.amendConsultation, {
    params: { consultationId },
    body: { amendment: '更正到会人数' },
  })
}

export const consultationSamples: readonly Making[] = [
  sample(consultations.listConsultations, ({ batchId }) => ({ search: { batchId }, scope: null })),
  sample(consultations.consultationChoices, ({ batchId }) => ({ search: { batchId }, scope: null })),
  sample(consultations.recordConsultation, (side) => ({ body: minutes(side), scope: side.countyScope })),
  // The park takes part, and reads what its county recorded.
  sample(consultations.showConsultation, async (side) => {
    const { consultationId } = await recorded(side)
    return { params: { consultationId }, scope: side.park.scope }
  }),
  sample(consultations.minutesWord, async (side) => {
    const { consultationId } = await recorded(side)
    return { params: { consultationId }, scope: side.park.scope }
  }),
  sample(consultations.amendConsultation, async (side) => {
    const { consultationId } = await recorded(side)
    return { params: { consultationId }, body: { amendment: '更正到会人数' }, scope: side.park.scope }
  }),
  sample(consultations.completeDecision, async (side) => {
    const { decisionId } = await recorded(side)
    return { params: { decisionId }, body: { note: '材料已补齐' }, scope: side.park.scope }
  }),
  sample(consultations.cancelDecision, async (side) => {
    const { decisionId } = await recorded(side)
    return { params: { decisionId }, body: { note: '不再需要' }, scope: side.park.scope }
  }),
]
