import { z } from 'zod'
import { type ServiceKind, serviceKindList } from '../../../policy/records/service-kinds.ts'
import { contactChannelList } from '../../../policy/services/contact.ts'
import { codeInput, keyInput, nameInput, proseInput } from '../../../shared/inputs.ts'
import { route } from '../../../shared/route.ts'
import { contactPhoneShape } from '../../programme/personal/personal-contract.ts'
import { standing } from './contract.ts'

const serviceId = z.strictObject({ serviceId: z.uuid() })
const kind = z.enum(serviceKindList as [ServiceKind, ...ServiceKind[]])
const prose = proseInput(2000)

export const inviteConfirmation = route({
  method: 'POST',
  path: '/api/services/:serviceId/confirmation-links',
  permission: 'service.deliver',
  summary: { zh: '向企业发送确认链接', en: 'Send a confirmation link to the enterprise' },
  params: serviceId,
  /** Whom it went to. The link itself is told to nobody but them. */
  reply: z.object({
    channel: z.enum(contactChannelList),
    name: z.string(),
    /** But for its beginning hidden. */
    phone: contactPhoneShape,
    /** Nothing left the house: it waits on the simulated telephone. */
    simulated: z.boolean(),
    expiresAt: z.string(),
  }),
})

export const printSlip = route({
  method: 'POST',
  path: '/api/services/:serviceId/confirmation-slips',
  permission: 'confirmation.slip',
  summary: { zh: '打印企业确认单', en: 'Print a confirmation slip' },
  params: serviceId,
  secretReply: true,
  reply: z.object({
    /** `/c/<token>`; said this once and kept nowhere. It is completed by the end of the registered number. */
    path: z.string(),
    expiresAt: z.string(),
    no: z.string(),
    enterpriseName: z.string(),
    parkName: z.string(),
    /** The bureau of the county that prints it. */
    issuer: z.string(),
    /** How often the end of the number can be given before the slip is void. */
    tries: z.number(),
  }),
})

const confirming = z.strictObject({ verdict: z.literal('confirm'), rating: z.number(), comment: prose.default('') })
const disputing = z.strictObject({ verdict: z.literal('dispute'), comment: prose })
/** The enterprise's word: confirmed with a rating from 1 to 5, or disputed with what is wrong. */
const word = z.discriminatedUnion('verdict', [confirming, disputing])
/** By a link the person says who answers; `code`: the end of the registered number, which completes a slip. */
const signer = { signer: nameInput(50), code: codeInput(8).default('') }
const signedWord = z.discriminatedUnion('verdict', [confirming.extend(signer), disputing.extend(signer)])
export type EnterpriseWord = z.output<typeof word>

export const answerDelivery = route({
  method: 'POST',
  path: '/api/services/:serviceId/answers',
  permission: 'service.confirm',
  summary: { zh: '确认服务或提出异议', en: 'Confirm or dispute a service' },
  params: serviceId,
  body: word,
  reply: standing,
})

const token = z.strictObject({ token: keyInput(100, 1) })

/** What the enterprise sees on its phone: only as much as the link opens. */
const linkedService = z.object({
  no: z.string(),
  enterpriseName: z.string(),
  parkName: z.string(),
  /** The office telephone of the park's liaison officer; null where none is listed. */
  parkPhone: z.string().nullable(),
  agencyName: z.string(),
  productName: z.string(),
  kind,
  title: z.string(),
  resultNo: z.string(),
  deliveredOn: z.string(),
  /** What the enterprise said against the delivery before, and what was put right since; null on a first one. */
  dispute: z.object({ comment: z.string(), on: z.string(), title: z.string(), remedy: z.string() }).nullable(),
  enterpriseFen: z.number(),
  /** A slip: the end of the registered number is asked for. */
  asksCode: z.boolean(),
  expiresAt: z.string(),
  visits: z.array(z.object({ on: z.string(), place: z.string(), content: z.string() })),
  photos: z.array(z.object({ evidenceId: z.uuid(), name: z.string(), capturedAt: z.string().nullable() })),
})
export type LinkedService = z.infer<typeof linkedService>

export const showLink = route({
  method: 'GET',
  path: '/api/confirmation/:token',
  permission: 'public',
  summary: { zh: '企业确认页', en: 'What a confirmation link opens' },
  params: token,
  reply: z.object({
    state: z.enum(['open', 'used', 'expired', 'replaced', 'former', 'void', 'unknown', 'withdrawn']),
    service: linkedService.nullable(),
  }),
})

export const linkPhoto = route({
  method: 'GET',
  path: '/api/confirmation/:token/photos/:evidenceId',
  permission: 'public',
  summary: { zh: '确认页照片', en: 'A photo on the confirmation page' },
  params: token.extend({ evidenceId: z.uuid() }),
  download: true,
})

export const answerLink = route({
  method: 'POST',
  path: '/api/confirmation/:token',
  permission: 'public',
  summary: { zh: '凭链接确认或提出异议', en: 'Confirm or dispute by a link' },
  params: token,
  body: signedWord,
  reply: z.object({ verdict: z.enum(['confirmed', 'disputed']) }),
})
