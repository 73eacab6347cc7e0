import { z } from 'zod'
import { route } from '../../../shared/route.ts'

const version = z.object({
  id: z.uuid(),
  no: z.number(),
  hash: z.string(),
  lockedAt: z.string(),
  /** The day from which figures are held to it. */
  inForceFrom: z.string(),
  /** Whether it is the one that holds today. */
  holds: z.boolean(),
  /** The major matter that asked for it; null for the first, which is the plan as it was approved. */
  matter: z.object({ filingId: z.uuid(), no: z.string(), kind: z.string() }).nullable(),
  /** Submitted tables that were made under it. */
  returns: z.array(z.string()),
})
export type BaselineVersion = z.infer<typeof version>

const onPilot = z.strictObject({ pilotId: z.uuid() })

export const listBaselines = route({
  method: 'GET',
  path: '/api/pilots/:pilotId/baselines',
  permission: 'filing.view',
  bySeat: true,
  summary: { zh: '方案版本', en: 'Versions of the plan' },
  params: onPilot,
  reply: z.object({ versions: z.array(version) }),
})

export const showBaseline = route({
  method: 'GET',
  path: '/api/pilots/:pilotId/baselines/:no',
  permission: 'filing.view',
  bySeat: true,
  summary: { zh: '方案的一个版本', en: 'One version of the plan' },
  params: onPilot.extend({ no: z.coerce.number<string | number>().int().min(1).max(10_000) }),
  reply: z.object({
    no: z.number(),
    hash: z.string(),
    /** `PlanContent`, word for word as it was approved. */
    content: z.unknown(),
  }),
})
