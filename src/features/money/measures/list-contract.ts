import { z } from 'zod'
import { measureGroundList, measureKindList } from '../../../policy/money/measure-grounds.ts'
import { measureLevelList, measureStateList } from '../../../policy/money/measures.ts'
import { claimStateList } from '../../../policy/money/measures-claims.ts'
import { pageInputs, route, sortInput } from '../../../shared/route.ts'

const kind = z.enum(measureKindList)
const state = z.enum(measureStateList)

/** A measure in the list of a county or the province; fen. `claim`: of a recovery in force. */
const measureRow = z.object({
  measureId: z.uuid(),
  pilotId: z.uuid(),
  parkName: z.string(),
  countyName: z.string(),
  batchName: z.string(),
  kind,
  ground: z.enum(measureGroundList),
  level: z.enum(measureLevelList),
  state,
  amountFen: z.number().nullable(),
  dueOn: z.string().nullable(),
  decidedAt: z.string(),
  claim: z.object({ state: z.enum(claimStateList), openFen: z.number() }).nullable(),
})
export type MeasureRow = z.infer<typeof measureRow>

export const listAllMeasures = route({
  method: 'GET',
  path: '/api/measures',
  permission: 'measure.view',
  summary: { zh: '处理措施台账', en: 'Measures of an area' },
  search: z.strictObject({
    kind: kind.optional(),
    state: state.optional(),
    sort: sortInput(
      'parkName',
      'countyName',
      'batchName',
      'kind',
      'ground',
      'amountFen',
      'dueOn',
      'decidedAt',
      'state',
    ),
    ...pageInputs(),
  }),
  reply: z.object({ measures: z.array(measureRow), total: z.number() }),
})
