import { z } from 'zod'
import type { Cadence } from '../../../shared/periods.ts'
import { route } from '../../../shared/route.ts'

/** What the province watches of one park, or of all parks of a county together. Fen. */
const figures = z.object({
  awardFen: z.number(),
  committedFen: z.number(),
  disbursedFen: z.number(),
  spentFen: z.number(),
  servicesPlanned: z.number(),
  services: z.number(),
  servicesCounted: z.number(),
  returnsLate: z.number(),
  returnsOpen: z.number(),
  returnsAccepted: z.number(),
  findings: z.number(),
})
export type Figures = z.infer<typeof figures>

const park = figures.extend({ pilotId: z.uuid(), parkId: z.uuid(), parkName: z.string(), planState: z.string() })
export type ProvincePark = z.infer<typeof park>

export const showProvince = route({
  method: 'GET',
  path: '/api/province',
  permission: 'province.view',
  summary: { zh: '全省概览', en: 'The province at a glance' },
  /** `countyId`: the county whose parks are shown one by one. */
  search: z.strictObject({ batchId: z.uuid().optional(), countyId: z.uuid().optional() }),
  reply: z.object({
    batches: z.array(z.object({ batchId: z.uuid(), name: z.string() })),
    /** How often the tables of the batches shown come. */
    cadences: z.array(z.enum(['month', 'quarter', 'half-year'] satisfies Cadence[])),
    /** Share of the period that has gone by, percent; null when several batches are shown together. */
    timeProgress: z.number().nullable(),
    totals: figures.extend({ pilots: z.number(), counties: z.number() }),
    counties: z.array(
      figures.extend({
        countyId: z.uuid(),
        countyName: z.string(),
        scope: z.string(),
        pilots: z.number(),
      }),
    ),
    /** Of the county that was asked for; empty where none was. */
    parks: z.array(park),
  }),
})
