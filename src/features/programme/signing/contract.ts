import { z } from 'zod'
import { type Seat, seats } from '../../../policy/people/roles.ts'
import { signedActList } from '../../../policy/people/signed-acts.ts'
import { proseInput } from '../../../shared/inputs.ts'
import { abilities, route } from '../../../shared/route.ts'

// What one person of a bureau has prepared and another signs, whatever act it is.

const act = z.enum(signedActList)
const seat = z.enum(seats as [Seat, ...Seat[]])
const who = z.object({ name: z.string(), at: z.string() })

/** What an act answers that was prepared only, and waits for the signature of a second person. */
export const toSign = z.object({ toSign: z.literal(true) })

/** An act that waits, for the people of its own seat. `body`: what was asked for, in the shape of the act's own contract. */
export const preparedAct = z.object({
  preparedId: z.uuid(),
  act,
  seat,
  prepared: who,
  body: z.unknown(),
  /** Everything for which it would be refused now. */
  refused: z.array(z.object({ zh: z.string(), en: z.string(), clause: z.string().nullable() })),
  actions: abilities('sign', 'discard'),
})
export type PreparedView = z.infer<typeof preparedAct>

/** An act that was prepared and not signed: what became of it, and why. */
export const unsignedAct = z.object({
  act,
  seat,
  prepared: who,
  ended: z.enum(['sent-back', 'taken-back', 'lapsed']),
  by: who,
  reason: z.string(),
})
export type UnsignedView = z.infer<typeof unsignedAct>

const onPrepared = z.strictObject({ preparedId: z.uuid() })

export const signPrepared = route({
  method: 'POST',
  path: '/api/prepared-acts/:preparedId/signature',
  permission: 'act.sign',
  summary: { zh: '签发拟定事项', en: 'Sign a prepared act' },
  params: onPrepared,
  reply: z.object({ act }),
})

export const discardPrepared = route({
  method: 'DELETE',
  path: '/api/prepared-acts/:preparedId',
  permission: 'act.sign',
  summary: { zh: '退回或撤回拟定事项', en: 'Send back or take back a prepared act' },
  params: onPrepared,
  body: z.strictObject({ reason: proseInput(1000) }),
  reply: z.object({ act }),
})
