import { z } from 'zod'
import { closeOutStateList } from '../../../policy/oversight/close-out.ts'
import { type ConditionStanding, conditionIds } from '../../../policy/oversight/close-out-conditions.ts'
import { proseInput } from '../../../shared/inputs.ts'
import { abilities, route } from '../../../shared/route.ts'

const pilotId = z.strictObject({ pilotId: z.uuid() })
const closeOutId = z.strictObject({ closeOutId: z.uuid() })
const text = { zh: z.string(), en: z.string() }
const done = z.object({ closeOutId: z.uuid(), state: z.enum(closeOutStateList) })
/** Who did a step, of which unit, and when; null while nobody has. */
const step = z.object({ by: z.string(), unit: z.string(), at: z.string() })

const closeOutShape = z.object({
  closeOutId: z.uuid(),
  state: z.enum(closeOutStateList),
  remark: z.string(),
  proposed: step,
  confirmed: step.nullable(),
  recorded: step.nullable(),
  ended: step.nullable(),
  /** Empty where it was not sent or taken back. */
  endReason: z.string(),
})
export type CloseOutView = z.infer<typeof closeOutShape>

export const showCloseOut = route({
  method: 'GET',
  path: '/api/pilots/:pilotId/close-out',
  permission: 'pilot.view',
  summary: { zh: '试点结项', en: 'Close-out of a pilot' },
  params: pilotId,
  reply: z.object({
    pilotId: z.uuid(),
    parkName: z.string(),
    batchName: z.string(),
    periodTo: z.string(),
    /** The last day on which a payment may still be booked. */
    graceTo: z.string(),
    /** Fen, from the ledger. */
    money: z.object({ awardFen: z.number(), disbursedFen: z.number(), spentFen: z.number(), heldFen: z.number() }),
    conditions: z.array(
      z.object({
        ...text,
        id: z.enum(conditionIds),
        clause: z.string(),
        standing: z.enum(['met', 'open', 'not-asked'] satisfies ConditionStanding[]),
        /** What is still open, the first of it; `href` null where no page helps. */
        open: z.array(z.object({ ...text, href: z.string().nullable() })),
        openInAll: z.number(),
      }),
    ),
    /** The proposal on its way, or the one on record. */
    closeOut: closeOutShape.nullable(),
    /** Those sent or taken back, the newest first. */
    former: z.array(closeOutShape),
    actions: abilities('propose', 'confirm', 'record', 'end', 'archive'),
  }),
})
export type CloseOutPage = z.infer<(typeof showCloseOut)['reply']>

export const proposeCloseOut = route({
  method: 'POST',
  path: '/api/pilots/:pilotId/close-out',
  permission: 'close-out.propose',
  summary: { zh: '提出结项', en: 'Propose to close a pilot' },
  params: pilotId,
  body: z.strictObject({ remark: proseInput(1000) }),
  reply: done,
})

export const confirmCloseOut = route({
  method: 'POST',
  path: '/api/close-outs/:closeOutId/confirmation',
  permission: 'close-out.confirm',
  summary: { zh: '确认结项', en: 'Confirm a close-out' },
  params: closeOutId,
  reply: done,
})

export const recordCloseOut = route({
  method: 'POST',
  path: '/api/close-outs/:closeOutId/record',
  permission: 'close-out.record',
  summary: { zh: '结项备案', en: 'Record a close-out' },
  params: closeOutId,
  reply: done,
})

export const endCloseOut = route({
  method: 'POST',
  path: '/api/close-outs/:closeOutId/end',
  permission: 'close-out.end',
  summary: { zh: '退回或撤回结项', en: 'Send or take back a close-out' },
  params: closeOutId,
  body: z.strictObject({ reason: proseInput(1000) }),
  reply: done,
})
