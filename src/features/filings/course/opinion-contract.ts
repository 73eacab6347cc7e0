import { z } from 'zod'
import { type Seat, seats } from '../../../policy/people/roles.ts'
import { keyInput, named, proseInput } from '../../../shared/inputs.ts'
import { preparedAct, unsignedAct } from '../../programme/signing/contract.ts'

/** A bureau at a level: who gives an opinion on a filing. */
export const seat = z.enum(seats as [Seat, ...Seat[]])
export const mark = z.strictObject({
  section: named({ zh: '部分', en: 'Section' }, keyInput(40)),
  reason: named({ zh: '理由', en: 'Reason' }, proseInput(1000)),
})
export const verdict = z.enum(['approve', 'return'])

export const opinion = z.object({
  seat,
  verdict,
  marks: z.array(mark),
  accountName: z.string(),
  /** Where the seat asks for two persons: who prepared what the other signed. */
  preparedByName: z.string().nullable(),
  at: z.string(),
})
export type OpinionView = z.infer<typeof opinion>

/** `judgment`: what it alters, as it was sent; see the kind's contract. Null where it alters nothing. */
const proposed = opinion.extend({ judgment: z.unknown() })
/** `preparedId`: what its signature names. */
export const preparedOpinion = proposed.extend({ preparedId: z.uuid() })
export type PreparedView = z.infer<typeof preparedOpinion>

export type ProposedView = z.infer<typeof proposed>

/** Not signed, and why: the second person sent it back, or whoever prepared it took it back. */
export const sentBackOpinion = proposed.extend({
  takenBack: z.boolean(),
  sentBackByName: z.string(),
  sentBackAt: z.string(),
  reason: z.string(),
})

/** `preparedByName`: where it took two persons, who prepared what the other signed. */
export const recordOf = z.object({
  no: z.string(),
  at: z.string(),
  byName: z.string(),
  preparedByName: z.string().nullable(),
})

/** Its recording, where that takes two persons: whether the reader's bureau asks for them, what waits there, what was not signed. */
export const recordings = z.object({
  takesTwo: z.boolean(),
  prepared: z.array(preparedAct),
  unsigned: z.array(unsignedAct),
})
