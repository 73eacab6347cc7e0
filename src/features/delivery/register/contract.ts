import { z } from 'zod'
import { registerKindList, registerSortList } from '../../../policy/records/register.ts'
import { dayInput, proseInput, referenceInput, wordedInput } from '../../../shared/inputs.ts'
import { abilities, route } from '../../../shared/route.ts'
import { fileShape } from '../../programme/files/contract.ts'

const kind = z.enum(registerKindList)
const sort = z.enum(registerSortList)
const enterpriseId = z.strictObject({ enterpriseId: z.uuid() })
const entryId = z.strictObject({ entryId: z.uuid() })

/** What an entry says; `amountFen` null where its kind asks for none. */
const saidShape = z.object({
  sort,
  number: z.string(),
  on: z.string(),
  party: z.string(),
  amountFen: z.number().nullable(),
  file: fileShape,
  writtenBy: z.string(),
  writtenAt: z.string(),
  /** Why the revision before was wrong; empty on the first. */
  correctionReason: z.string(),
})

const entryShape = saidShape.extend({
  entryId: z.uuid(),
  kind,
  /** The last day on which it is valid; null where it has no end. */
  validUntil: z.string().nullable(),
  /** It stays on record, counts nowhere and frees its number. */
  withdrawn: z.boolean(),
  revision: z.number(),
  /** What it said before each correction, the newest first. */
  former: z.array(saidShape.extend({ revision: z.number() })),
  actions: abilities('correct', 'withdraw'),
})
export type EntryView = z.infer<typeof entryShape>

/** The registers that one's own unit keeps: an enterprise its own, a park those of its enterprises. */
export const listRegisters = route({
  method: 'GET',
  path: '/api/registers',
  permission: 'register.record',
  summary: { zh: '本单位的企业成果登记', en: 'The registers one keeps' },
  reply: z.object({
    registers: z.array(
      z.object({
        enterpriseId: z.uuid(),
        pilotId: z.uuid(),
        name: z.string(),
        batchName: z.string(),
        /** Whether the pilot is not closed yet. */
        open: z.boolean(),
        /** Those that stand. */
        entries: z.number(),
        /** Those of the same enterprise in closed pilots, the newest first, where it is still kept elsewhere. */
        former: z.array(
          z.object({ enterpriseId: z.uuid(), pilotId: z.uuid(), batchName: z.string(), entries: z.number() }),
        ),
      }),
    ),
  }),
})
export type RegisterRow = z.infer<typeof listRegisters.reply>['registers'][number]

export const showRegister = route({
  method: 'GET',
  path: '/api/enterprises/:enterpriseId/register',
  permission: 'service.view',
  bySeat: true,
  summary: { zh: '企业成果登记', en: 'The register of one enterprise' },
  params: enterpriseId,
  reply: z.object({
    enterprise: z.object({ enterpriseId: z.uuid(), pilotId: z.uuid(), name: z.string() }),
    /** The newest first. */
    entries: z.array(entryShape),
    actions: abilities('enter'),
  }),
})
export type RegisterView = z.infer<typeof showRegister.reply>

/** What is said of an entry; its sort says which kind it is. */
const said = {
  sort,
  number: referenceInput(80),
  on: dayInput(),
  party: wordedInput(100),
  amountFen: z.number().nullable().default(null),
  fileId: z.uuid(),
}
const written = z.object({ entryId: z.uuid() })

export const enterInRegister = route({
  method: 'POST',
  path: '/api/enterprises/:enterpriseId/register',
  permission: 'register.record',
  summary: { zh: '登记企业成果', en: 'Enter in the register' },
  params: enterpriseId,
  body: z.strictObject(said),
  reply: written,
})

export const correctEntry = route({
  method: 'POST',
  path: '/api/register/:entryId/corrections',
  permission: 'register.record',
  summary: { zh: '更正成果登记', en: 'Correct an entry' },
  params: entryId,
  body: z.strictObject({ ...said, reason: proseInput(1000) }),
  reply: written,
})

export const withdrawEntry = route({
  method: 'POST',
  path: '/api/register/:entryId/withdrawal',
  permission: 'register.record',
  summary: { zh: '撤回成果登记', en: 'Withdraw an entry' },
  params: entryId,
  body: z.strictObject({ reason: proseInput(1000) }),
  reply: written,
})
