import { z } from 'zod'
import { type ProofKind, proofFields, proofKinds } from '../../../policy/records/proofs.ts'
import { named } from '../../../shared/inputs.ts'
import { placed, placeInputs, route } from '../../../shared/route.ts'
import { fileShape } from '../../programme/files/contract.ts'
import { addressShape } from '../../programme/personal/personal-contract.ts'

export const proofName = z.enum(proofKinds as [ProofKind, ...ProofKind[]])

/** A paper that is handed in. */
export const paperInput = z.strictObject({
  proof: named(proofFields.proof, proofName),
  fileId: named(proofFields.file, z.uuid()),
})

/** A file with the line it proves. */
export const evidenceShape = z.object({
  evidenceId: z.uuid(),
  proof: proofName,
  visitId: z.uuid().nullable(),
  file: fileShape,
  boundAt: z.string(),
  boundBy: z.string(),
})
export type EvidenceView = z.infer<typeof evidenceShape>

export const findingKinds = [
  'same-file',
  'same-picture',
  'capture-date',
  'own-device',
  'own-address',
  'new-contact',
] as const

/** One of the two things a finding shows; null where it lies outside the reader's scope. */
const findingItem = z
  .object({
    evidence: evidenceShape,
    subject: z.enum(['service', 'activity']),
    subjectId: z.uuid(),
    /** Number of the service, title of the activity. */
    title: z.string(),
    enterpriseName: z.string().nullable(),
    parkName: z.string(),
    /** The day that the line claims: of the visit or of the activity. */
    day: z.string().nullable(),
  })
  .nullable()
export type FindingItem = z.infer<typeof findingItem>

/** The enterprise's answer that a finding doubts, with where it came from; null where it is about papers. */
const doubtedAnswer = z
  .object({
    confirmationId: z.uuid(),
    serviceId: z.uuid(),
    no: z.string(),
    enterpriseName: z.string(),
    parkName: z.string(),
    verdict: z.enum(['confirmed', 'disputed']),
    by: z.string(),
    givenAt: z.string(),
    address: addressShape,
    /** What the browser called itself. */
    agent: z.string(),
    /** When the contact was changed that the link went to; null where it was an account's answer. */
    contactSetAt: z.string().nullable(),
  })
  .nullable()
export type DoubtedAnswer = NonNullable<z.infer<typeof doubtedAnswer>>

export const findingShape = z.object({
  findingId: z.uuid(),
  kind: z.enum(findingKinds),
  raisedAt: z.string(),
  item: findingItem,
  /** False when the finding is about one item alone. */
  hasOther: z.boolean(),
  other: findingItem,
  answer: doubtedAnswer,
})
export type FindingView = z.infer<typeof findingShape>

export const listFindings = route({
  method: 'GET',
  path: '/api/findings',
  permission: 'finding.view',
  summary: { zh: '佐证疑点', en: 'Findings about evidence' },
  search: z.strictObject({
    ...placeInputs(20),
    kind: z.enum(findingKinds).optional(),
    /** That touch a paper of this pilot, on either side. */
    pilotId: z.uuid().optional(),
    /** Whose later paper, the one that raised the doubt, is of this pilot, county, batch. */
    raisedBy: z.uuid().optional(),
    countyId: z.uuid().optional(),
    batchId: z.uuid().optional(),
  }),
  reply: z.object({ findings: z.array(findingShape), total: z.number(), placed }),
})
