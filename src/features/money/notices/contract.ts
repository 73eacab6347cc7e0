import { z } from 'zod'
import { noticeStates } from '../../../policy/money/notices.ts'
import { contactInput, keyInput, nameInput, publicProseInput } from '../../../shared/inputs.ts'
import { abilities, pageInputs, route, sortInput } from '../../../shared/route.ts'
import { contactShape } from '../../programme/personal/personal-contract.ts'
import { answerForBureaus, onObjection, publicAnswer, writtenAnswer } from './answer-contract.ts'

const onTranche = z.strictObject({ pilotId: z.uuid(), no: z.coerce.number().int().min(1).max(20) })
const onNotice = z.strictObject({ noticeId: z.uuid() })

/** The notice the edition asks before payment, and the one that stands. `workingDays` 0: no countdown. */
export const trancheNotice = z.object({
  workingDays: z.number(),
  clause: z.string(),
  source: z.enum(['official', 'inferred']),
  standing: z
    .object({
      noticeId: z.uuid(),
      state: z.enum(noticeStates),
      publishedOn: z.string(),
      untilOn: z.string().nullable(),
      daysLeft: z.number(),
      provisional: z.boolean(),
      objections: z.number(),
      openObjections: z.number(),
    })
    .nullable(),
  /** Taken down or lapsed, the last one first; their objections are still to be answered. */
  former: z.array(
    z.object({
      noticeId: z.uuid(),
      state: z.enum(noticeStates),
      publishedOn: z.string(),
      endedOn: z.string(),
      endReason: z.string(),
      objections: z.number(),
      openObjections: z.number(),
    }),
  ),
})

/** What everybody may read of a notice in a list. Fen; `untilOn` null: it stands until the payment. */
const head = z.object({
  noticeId: z.uuid(),
  batchName: z.string(),
  countyName: z.string(),
  parkName: z.string(),
  trancheNo: z.number(),
  amountFen: z.number(),
  publishedOn: z.string(),
  untilOn: z.string().nullable(),
  /** Working days after today; 0 on the last day. */
  daysLeft: z.number(),
  /** Rest days of the period were not announced yet; plain weekdays stood in for them. */
  provisional: z.boolean(),
  state: z.enum(noticeStates),
  openObjections: z.number(),
})
export type NoticeHead = z.infer<typeof head>

const whole = head.extend({
  clause: z.string(),
  body: z.string(),
  /** Which post takes objections. */
  contact: z.string(),
  endReason: z.string(),
})

export const listPublicNotices = route({
  method: 'GET',
  path: '/api/public/notices',
  permission: 'public',
  summary: { zh: '拨付公示', en: 'Public notices' },
  search: z.strictObject({
    /** Instant; notices published earlier than this. */
    before: z.iso.datetime().optional(),
  }),
  reply: z.object({ notices: z.array(head), next: z.string().nullable() }),
})

export const showPublicNotice = route({
  method: 'GET',
  path: '/api/public/notices/:noticeId',
  permission: 'public',
  summary: { zh: '拨付公示内容', en: 'A public notice' },
  params: onNotice,
  reply: whole.extend({
    takesObjections: z.boolean(),
    /** Answered ones, without name and contact; `content` null where its words are kept back. */
    objections: z.array(
      z.object({
        no: z.number(),
        receivedOn: z.string(),
        named: z.boolean(),
        content: z.string().nullable(),
        answer: publicAnswer,
      }),
    ),
  }),
})
export type PublicNotice = z.infer<typeof showPublicNotice.reply>

export const fileObjection = route({
  method: 'POST',
  path: '/api/public/notices/:noticeId/objections',
  permission: 'public',
  summary: { zh: '对公示提出异议', en: 'Object to a notice' },
  params: onNotice,
  body: z.strictObject({
    /** Empty: anonymous. */
    name: nameInput(60).default(''),
    /** Seen by the county bureaus alone. */
    contact: contactInput(120).default(''),
    content: publicProseInput(2000),
    /** A field no person sees; whoever fills it in is a machine. */
    website: keyInput(0).default(''),
  }),
  /** `joined`: it is answered together with the earlier objection of that number. */
  reply: z.object({ no: z.number(), joined: z.boolean() }),
})

export const draftNotice = route({
  method: 'GET',
  path: '/api/pilots/:pilotId/tranches/:no/notice-draft',
  permission: 'notice.publish',
  summary: { zh: '公示草稿', en: 'Draft of a notice' },
  params: onTranche,
  reply: z.object({
    body: z.string(),
    contact: z.string(),
    publishedOn: z.string(),
    untilOn: z.string().nullable(),
    workingDays: z.number(),
    provisional: z.boolean(),
  }),
})

export const withdrawNotice = route({
  method: 'POST',
  path: '/api/notices/:noticeId/withdrawal',
  permission: 'notice.publish',
  summary: { zh: '撤回公示', en: 'Withdraw a notice' },
  params: onNotice,
  body: z.strictObject({ reason: publicProseInput(1000) }),
  reply: z.object({ state: z.enum(noticeStates) }),
})

export const listNotices = route({
  method: 'GET',
  path: '/api/notices',
  permission: 'notice.view',
  summary: { zh: '公示与异议', en: 'Notices and objections' },
  search: z.strictObject({
    sort: sortInput('parkName', 'countyName', 'batchName', 'trancheNo', 'amountFen', 'period', 'state', 'objections'),
    ...pageInputs(),
  }),
  reply: z.object({
    notices: z.array(head.extend({ pilotId: z.uuid(), objections: z.number() })),
    total: z.number(),
  }),
})

export const noticeWord = route({
  method: 'GET',
  path: '/api/notices/:noticeId/paper.docx',
  permission: 'notice.view',
  summary: { zh: '下载公示（Word）', en: 'A notice as Word' },
  params: onNotice,
  search: z.strictObject({ language: z.enum(['zh', 'en']).default('zh') }),
  download: true,
})

export const showNotice = route({
  method: 'GET',
  path: '/api/notices/:noticeId',
  permission: 'notice.view',
  summary: { zh: '公示与异议', en: 'A notice and its objections' },
  params: onNotice,
  reply: whole.extend({
    pilotId: z.uuid(),
    publishedBy: z.string(),
    objections: z.array(
      z.object({
        objectionId: z.uuid(),
        no: z.number(),
        receivedAt: z.string(),
        name: z.string(),
        /** In part; null for readers outside the county's bureaus, and where none was given. */
        contact: contactShape.nullable(),
        content: z.string(),
        /** How many were added to it; they stand within the content. */
        additions: z.number(),
        answer: answerForBureaus.nullable(),
        actions: abilities('answer', 'correct'),
      }),
    ),
    actions: abilities('take-down'),
  }),
})
export type NoticeView = z.infer<typeof showNotice.reply>

export const answerObjection = route({
  method: 'POST',
  path: '/api/notices/:noticeId/objections/:no/answer',
  permission: 'notice.answer',
  summary: { zh: '答复异议', en: 'Answer an objection' },
  params: onObjection,
  body: z.strictObject({
    ...writtenAnswer,
    /** How many additions were read. */
    additions: z.number().int().min(0).default(0),
  }),
  reply: z.object({ openObjections: z.number() }),
})
