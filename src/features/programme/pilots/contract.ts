import { z } from 'zod'
import { filingStates } from '../../../policy/filings/filing.ts'
import { batchYears } from '../../../policy/plan/pilot.ts'
import { keyInput, nameInput, nameSearch, withUsccIfAny } from '../../../shared/inputs.ts'
import type { Cadence } from '../../../shared/periods.ts'
import { ability, pageInputs, route, sortInput } from '../../../shared/route.ts'

const text = z.object({ zh: z.string(), en: z.string() })

export const pilotShape = z.object({
  pilotId: z.uuid(),
  batchId: z.uuid(),
  batchName: z.string(),
  edition: z.string(),
  firstYear: z.number(),
  /** The recurring table of its edition. */
  returns: z.object({ cadence: z.enum(['month', 'quarter', 'half-year'] satisfies Cadence[]), name: text }),
  parkId: z.uuid(),
  parkName: z.string(),
  parkUscc: z.string().nullable(),
  countyId: z.uuid(),
  countyName: z.string(),
  scope: z.string(),
  /** Fen. */
  awardFen: z.number(),
  admittedOn: z.string(),
  /** The day its close-out was put on record; null while it is not closed. */
  closedOn: z.string().nullable(),
  /** Service that goes on without a pilot (G6.1): no plan, no money of an award, nothing owed or counted. */
  standing: z.boolean(),
  /** Null where the plan was never opened. */
  planFilingId: z.uuid().nullable(),
  planState: z.enum(filingStates),
  /** Fen, from the ledger; commitment, disbursement and expenditure stay three numbers. */
  committedFen: z.number(),
  disbursedFen: z.number(),
  spentFen: z.number(),
  services: z.number(),
  servicesCounted: z.number(),
})
export type PilotView = z.infer<typeof pilotShape>

export const listPilots = route({
  method: 'GET',
  path: '/api/pilots',
  permission: 'pilot.view',
  summary: { zh: '试点园区', en: 'Pilot parks' },
  search: z.strictObject({
    /** Part of the park's or of its county's name. */
    q: nameSearch().optional(),
    countyId: z.uuid().optional(),
    batchId: z.uuid().optional(),
    /** Of the plan. */
    state: z.enum(filingStates).optional(),
    sort: sortInput(
      ...(['parkName', 'countyName', 'batchName', 'planState', 'admittedOn', 'services'] as const),
      ...(['awardFen', 'committedFen', 'disbursedFen', 'spentFen'] as const),
    ),
    ...pageInputs(),
  }),
  reply: z.object({
    pilots: z.array(pilotShape),
    total: z.number(),
    /** Of all that were asked for, not of this page alone; money in fen. */
    sums: pilotShape.pick({
      awardFen: true,
      committedFen: true,
      disbursedFen: true,
      spentFen: true,
      services: true,
      servicesCounted: true,
    }),
    /** Names of the county and the batch that were asked for. */
    countyName: z.string().nullable(),
    batchName: z.string().nullable(),
  }),
})

export const showPilot = route({
  method: 'GET',
  path: '/api/pilots/:pilotId',
  permission: 'pilot.view',
  bySeat: true,
  summary: { zh: '试点园区概况', en: 'One pilot park' },
  params: z.strictObject({ pilotId: z.uuid() }),
  /** `seat`: the evaluation that the reader scores from a seat of their own; null for everybody else. */
  reply: pilotShape.extend({ seat: z.uuid().nullable() }),
})

/** Everything a park runs or ran in, standing service and closed pilots among it; the last first. */
export const listPilotsOfPark = route({
  method: 'GET',
  path: '/api/parks/:parkId/pilots',
  permission: 'pilot.view',
  summary: { zh: '园区的试点与常态化服务', en: 'Pilots and standing service of a park' },
  params: z.strictObject({ parkId: z.uuid() }),
  reply: z.object({
    pilots: z.array(
      pilotShape.pick({ pilotId: true, batchName: true, standing: true }).extend({ closed: z.boolean() }),
    ),
  }),
})

export const createBatch = route({
  method: 'POST',
  path: '/api/batches',
  permission: 'pilot.admit',
  summary: { zh: '设立批次', en: 'Set up a batch' },
  body: z.strictObject({
    edition: keyInput(40, 1),
    firstYear: z.int().min(batchYears.min).max(batchYears.max),
    name: nameInput(60, 2),
  }),
  reply: z.object({ batchId: z.uuid() }),
})

export const batchShape = z.object({
  batchId: z.uuid(),
  name: z.string(),
  edition: z.string(),
  firstYear: z.number(),
  pilots: z.number(),
  /** Fen, of all its pilots. */
  awardFen: z.number(),
})
export type BatchView = z.infer<typeof batchShape>

export const listBatches = route({
  method: 'GET',
  path: '/api/batches',
  permission: 'batch.view',
  summary: { zh: '批次', en: 'Batches' },
  reply: z.object({ batches: z.array(batchShape), create: ability }),
})

export const showBatch = route({
  method: 'GET',
  path: '/api/batches/:batchId',
  permission: 'batch.view',
  summary: { zh: '批次', en: 'A batch' },
  params: z.strictObject({ batchId: z.uuid() }),
  reply: batchShape.extend({ admit: ability }),
})

export const admitPilot = route({
  method: 'POST',
  path: '/api/pilots',
  permission: 'pilot.admit',
  summary: { zh: '确定试点园区', en: 'Admit a park as a pilot' },
  body: z.strictObject({
    batchId: z.uuid(),
    /** A park of the register; left out where one is registered with it. */
    parkId: z.uuid().optional(),
    newPark: withUsccIfAny({ parentId: z.uuid(), name: nameInput(100, 2) }).optional(),
    /** Fen. */
    awardFen: z.int(),
    /** Whether a person has confirmed an award that looks as if another was meant. */
    awardConfirmed: z.boolean().default(false),
  }),
  reply: z.object({ pilotId: z.uuid() }),
})
