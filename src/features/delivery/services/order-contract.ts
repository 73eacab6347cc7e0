import { z } from 'zod'
import { type ServiceKind, serviceKindList } from '../../../policy/records/service-kinds.ts'
import { correctableSteps } from '../../../policy/services/day-correction.ts'
import { dayInput, named, proseInput, referenceInput } from '../../../shared/inputs.ts'
import { route } from '../../../shared/route.ts'
import { fileOrNone } from '../../programme/files/contract.ts'
import { productShape, standing } from './contract.ts'

const serviceId = z.strictObject({ serviceId: z.uuid() })
const kind = z.enum(serviceKindList as [ServiceKind, ...ServiceKind[]])
const day = dayInput()
/** Words that people write. */
const prose = proseInput(2000)

export const openNeed = route({
  method: 'POST',
  path: '/api/services',
  permission: 'service.order',
  summary: { zh: '登记企业需求', en: 'Record a need' },
  body: z.strictObject({
    pilotId: z.uuid(),
    enterpriseId: z.uuid(),
    kind,
    need: prose,
    /** The day the enterprise named it; today if left out. */
    openedOn: day.optional(),
  }),
  reply: standing,
})

export const selectProduct = route({
  method: 'POST',
  path: '/api/services/:serviceId/selection',
  permission: 'service.order',
  summary: { zh: '比选并选定产品', en: 'Choose a product' },
  params: serviceId,
  body: z.strictObject({
    candidates: named({ zh: '比选的产品', en: 'Products compared' }, z.array(z.uuid()).max(20)),
    /** Empty while none was chosen. */
    productId: z.union([z.uuid(), z.literal('')]),
    reason: prose,
    /** Why fewer than two unrelated agencies were compared. */
    fewReason: prose.default(''),
    /** The day of the choice; today if left out. */
    selectedOn: day.optional(),
  }),
  reply: standing,
})

export const signContract = route({
  method: 'POST',
  path: '/api/services/:serviceId/contract',
  permission: 'service.contract',
  summary: { zh: '登记服务合同', en: 'Sign the contract' },
  params: serviceId,
  body: z.strictObject({
    contractNo: referenceInput(60),
    signedOn: day,
    /** Fen; the three shares add up to the price. */
    priceFen: z.int(),
    provincialFen: z.int(),
    parkFen: z.int(),
    enterpriseFen: z.int(),
    /** Where the provincial share is taken from. */
    lineId: z.uuid().nullable(),
    fileId: fileOrNone,
  }),
  reply: standing,
})

/** What can be chosen from and paid from now: products of the kind, and fund lines with what is free on them. */
export const showChoices = route({
  method: 'GET',
  path: '/api/services/:serviceId/choices',
  permission: 'service.view',
  summary: { zh: '可选产品与资金用途', en: 'Products and fund lines to choose from' },
  params: serviceId,
  reply: z.object({
    products: z.array(productShape),
    lines: z.array(z.object({ lineId: z.uuid(), purpose: z.string(), quarter: z.string(), availableFen: z.number() })),
  }),
})

export const correctDay = route({
  method: 'POST',
  path: '/api/services/:serviceId/day-correction',
  permission: 'service.order',
  summary: { zh: '更正需求或选定日期', en: 'Correct the day of the need or of the choice' },
  params: serviceId,
  body: z.strictObject({ step: z.enum(correctableSteps), on: day, reason: proseInput(1000) }),
  reply: standing,
})

export const cancelService = route({
  method: 'POST',
  path: '/api/services/:serviceId/cancellation',
  permission: 'service.order',
  summary: { zh: '取消服务', en: 'Call a service off' },
  params: serviceId,
  body: z.strictObject({ reason: prose }),
  reply: standing,
})

export const closeService = route({
  method: 'POST',
  path: '/api/services/:serviceId/closing',
  permission: 'service.deliver',
  summary: { zh: '归档', en: 'Close a service' },
  params: serviceId,
  /** `reason`: why the rest of the contract is not invoiced; empty where nothing is left. */
  body: z.strictObject({ reason: prose.default('') }),
  reply: standing,
})
