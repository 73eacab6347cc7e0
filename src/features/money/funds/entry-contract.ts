import { z } from 'zod'
import { type EntryKind, entryNames } from '../../../policy/money/ledger.ts'
import { abilities } from '../../../shared/route.ts'

const text = z.object({ zh: z.string(), en: z.string() })

export const entryKinds = Object.keys(entryNames) as [EntryKind, ...EntryKind[]]

export const entryShape = z.object({
  entryId: z.uuid(),
  kind: z.enum(entryKinds),
  name: text,
  bookedOn: z.string(),
  at: z.string(),
  byName: z.string(),
  byPost: text,
  memo: z.string(),
  amountFen: z.number(),
  subject: z.object({
    kind: z.enum(['plan', 'tranche', 'service', 'payment', 'measure']),
    id: z.uuid(),
    trancheNo: z.number().nullable(),
    serviceId: z.uuid().nullable(),
    serviceNo: z.string().nullable(),
  }),
  postings: z.array(z.object({ key: z.string(), account: text, amountFen: z.number() })),
  /** Which entry took it back, and which it takes back. */
  reversedBy: z.uuid().nullable(),
  reverses: z.uuid().nullable(),
  actions: abilities('reverse'),
})
export type EntryView = z.infer<typeof entryShape>
