import { z } from 'zod'
import { paymentStates } from '../../../policy/money/payment.ts'
import { correctableSteps } from '../../../policy/services/day-correction.ts'
import type { CourseState, CourseStep } from '../../../policy/services/service-course.ts'
import { datedSteps } from '../../../policy/services/service-days.ts'
import { abilities, placed, placeInputs, route } from '../../../shared/route.ts'
import { fileShape } from '../../programme/files/contract.ts'
import { evidenceShape, findingShape, proofName } from '../evidence/contract.ts'
import { filters, kind, order, state } from './list-contract.ts'

const text = z.object({ zh: z.string(), en: z.string() })
const serviceId = z.strictObject({ serviceId: z.uuid() })

export const serviceRow = z.object({
  serviceId: z.uuid(),
  no: z.string(),
  pilotId: z.uuid(),
  parkName: z.string(),
  enterpriseId: z.uuid(),
  enterpriseName: z.string(),
  kind,
  state,
  agencyName: z.string().nullable(),
  /** Fen. */
  priceFen: z.number().nullable(),
  openedOn: z.string(),
  countedOn: z.string().nullable(),
  /** Done without a pilot: never counted (G6.1). */
  standing: z.boolean(),
  updatedAt: z.string(),
})
export type ServiceRow = z.infer<typeof serviceRow>

/** Most rows of one export; a workbook of more is no help to anybody. */
export const mostExported = 50_000

export const listServices = route({
  method: 'GET',
  path: '/api/services',
  permission: 'service.view',
  bySeat: 'pilotId',
  summary: { zh: '服务清单', en: 'Services' },
  search: z.strictObject({
    ...filters,
    sort: order,
    ...placeInputs(),
  }),
  reply: z.object({ services: z.array(serviceRow), total: z.number(), placed }),
})

export const exportServices = route({
  method: 'GET',
  path: '/api/services/export',
  permission: 'service.view',
  bySeat: 'pilotId',
  summary: { zh: '导出服务清单', en: 'Services as an Excel workbook' },
  search: z.strictObject({ ...filters, sort: order, language: z.enum(['zh', 'en']).default('zh') }),
  download: true,
})

export const productShape = z.object({
  productId: z.uuid(),
  name: z.string(),
  deliverable: z.string(),
  agencyName: z.string(),
  agencyUscc: z.string(),
  /** Fen. */
  agreedPriceFen: z.number(),
  marketPriceFen: z.number(),
  priceBasis: z.string(),
  exceptionReason: z.string(),
})
export type ProductView = z.infer<typeof productShape>

const answer = z.object({
  verdict: z.enum(['confirmed', 'disputed']),
  rating: z.number().nullable(),
  comment: z.string(),
  givenAt: z.string(),
  /** The account's name, or the name given by a link. */
  by: z.string(),
  byLink: z.boolean(),
})

const courseStep = z.object({
  step: z.enum([
    'need',
    'selection',
    'signing',
    'visits',
    'delivery',
    'answer',
    'invoice',
    'payment',
    'closing',
  ] satisfies CourseStep[]),
  state: z.enum(['done', 'next', 'later', 'skipped', 'stopped'] satisfies CourseState[]),
  on: z.string().nullable(),
  /** Who must act. */
  who: z.array(text),
})

export const serviceShape = z.object({
  serviceId: z.uuid(),
  no: z.string(),
  pilotId: z.uuid(),
  parkName: z.string(),
  enterprise: z.object({ enterpriseId: z.uuid(), name: z.string(), uscc: z.string() }),
  kind,
  state,
  need: z.string(),
  openedOn: z.string(),
  recordedAt: z.string(),
  openedBy: z.string(),
  updatedAt: z.string(),
  countedOn: z.string().nullable(),
  cancelReason: z.string(),
  diagnosedOn: z.string(),
  selection: z
    .object({
      product: productShape,
      candidates: z.array(productShape),
      reason: z.string(),
      fewReason: z.string(),
      on: z.string(),
      recordedAt: z.string(),
      by: z.string(),
    })
    .nullable(),
  signed: z
    .object({
      contractNo: z.string(),
      signedOn: z.string(),
      recordedAt: z.string(),
      priceFen: z.number(),
      provincialFen: z.number(),
      parkFen: z.number(),
      enterpriseFen: z.number(),
      purpose: z.string().nullable(),
      file: fileShape,
    })
    .nullable(),
  /** What is left of the contract, in fen: not invoiced, not paid by the park, and of that still held on the fund line. */
  rest: z.object({ uninvoicedFen: z.number(), unpaidFen: z.number(), heldFen: z.number() }),
  visits: z.array(
    z.object({
      visitId: z.uuid(),
      on: z.string(),
      place: z.string(),
      way: z.enum(['on-site', 'online', 'phone']),
      content: z.string(),
      recordedAt: z.string(),
      by: z.string(),
    }),
  ),
  deliveries: z.array(
    z.object({
      title: z.string(),
      resultNo: z.string(),
      /** What was put right after the dispute before; empty without one. */
      remedy: z.string(),
      on: z.string(),
      recordedAt: z.string(),
      by: z.string(),
      /** It stands no longer: the enterprise disputed it. */
      superseded: z.boolean(),
      /** Another delivery came after it. */
      deliveredAnew: z.boolean(),
      answer: answer.nullable(),
    }),
  ),
  /** What the enterprise last disputed, until it confirms. */
  dispute: z.object({ comment: z.string(), on: z.string() }).nullable(),
  /** The link that waits for the enterprise, if there is one. */
  link: z.object({ createdAt: z.string(), expiresAt: z.string(), by: z.string() }).nullable(),
  invoices: z.array(z.object({ number: z.string(), issuedOn: z.string(), totalFen: z.number() })),
  payments: z.array(
    z.object({
      state: z.enum(paymentStates),
      amountFen: z.number(),
      paidOn: z.string().nullable(),
    }),
  ),
  evidence: z.array(evidenceShape),
  /** Kinds of proof that can still be uploaded, with how many are there and needed. */
  proofs: z.array(z.object({ proof: proofName, have: z.number(), need: z.number() })),
  /** Done without a pilot: never counted (G6.1). */
  standing: z.boolean(),
  missing: z.array(
    z.object({ text, clause: z.string(), proof: proofName.nullable(), have: z.number(), need: z.number() }),
  ),
  findings: z.array(findingShape),
  course: z.array(courseStep),
  /** First and last day that each step can bear now. */
  days: z.record(z.enum(datedSteps), z.object({ from: z.string(), to: z.string() })),
  /** Days that were keyed in wrongly, with what stood before and why. */
  dayCorrections: z.array(
    z.object({
      step: z.enum(correctableSteps),
      formerOn: z.string(),
      correctedOn: z.string(),
      reason: z.string(),
      recordedAt: z.string(),
      by: z.string(),
    }),
  ),
  /** What forbids an earlier day of each step: the step before it. */
  daysSince: z.record(z.enum(datedSteps), text.extend({ on: z.string() })),
  history: z.array(z.object({ at: z.string(), kind: z.string(), by: z.string().nullable() })),
  actions: abilities(
    'select',
    'contract',
    'visit',
    'deliver',
    'confirm',
    'dispute',
    'resume',
    'cancel',
    'close',
    'invite',
    'slip',
    'add-evidence',
    'correct-day',
  ),
})
export type ServiceView = z.infer<typeof serviceShape>

export const showService = route({
  method: 'GET',
  path: '/api/services/:serviceId',
  permission: 'service.view',
  bySeat: true,
  summary: { zh: '服务详情', en: 'One service' },
  params: serviceId,
  reply: serviceShape,
})

/** What every step answers: where the service stands now. */
export const standing = z.object({ serviceId: z.uuid(), no: z.string(), state, countedOn: z.string().nullable() })
export type Standing = z.infer<typeof standing>
