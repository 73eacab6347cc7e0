import { z } from 'zod'
import { measureGroundList, measureKindList } from '../../../policy/money/measure-grounds.ts'
import { measureLevelList, measureStateList } from '../../../policy/money/measures.ts'
import { claimStateList } from '../../../policy/money/measures-claims.ts'
import { signedActList } from '../../../policy/people/signed-acts.ts'
import { dayInput, proseInput, referenceInput } from '../../../shared/inputs.ts'
import { abilities, route } from '../../../shared/route.ts'
import { fileShape } from '../../programme/files/contract.ts'
import { preparedAct, toSign, unsignedAct } from '../../programme/signing/contract.ts'

const kind = z.enum(measureKindList)
const ground = z.enum(measureGroundList)
const state = z.enum(measureStateList)
const level = z.enum(measureLevelList)
const onPilot = z.strictObject({ pilotId: z.uuid() })
const onMeasure = z.strictObject({ measureId: z.uuid() })
const who = z.object({ name: z.string(), at: z.string() })
/** `preparedBy`: who prepared it for that person to sign; null where one person did it. */
const hands = who.extend({ preparedBy: z.string().nullable() })
/** Who took it back and why; null while it stands. */
const undone = who.extend({ reason: z.string() }).nullable()

/** What of it the reader's bureau has prepared and another person of it signs, and what was not signed. */
const signatures = { prepared: z.array(preparedAct), unsigned: z.array(unsignedAct) }

/** Money that came back, in fen; `ownFen`: what of it the park paid out of its own money. */
const receiptShape = z.object({
  receiptId: z.uuid(),
  amountFen: z.number(),
  ownFen: z.number(),
  paidOn: z.string(),
  voucherNo: z.string(),
  file: fileShape,
  recorded: who,
  reversed: undone,
  actions: abilities('reverse'),
})
export type ReceiptView = z.infer<typeof receiptShape>

/** A recovered sum that was given out again: from where, by which notice; fen. */
const reissueShape = z.object({
  reissueId: z.uuid(),
  countyName: z.string(),
  awardYear: z.number(),
  awardName: z.string(),
  amountFen: z.number(),
  issuedOn: z.string(),
  documentNo: z.string(),
  reason: z.string(),
  recorded: who,
  reversed: undone,
  actions: abilities('reverse'),
})
export type ReissueView = z.infer<typeof reissueShape>

/** Where a recovery in force stands; fen. */
const claimShape = z.object({
  state: z.enum(claimStateList),
  receivedFen: z.number(),
  openFen: z.number(),
  reissuedFen: z.number(),
})

const measureShape = z.object({
  measureId: z.uuid(),
  kind,
  ground,
  level,
  state,
  clause: z.string(),
  /** Fen; null of a criticism. */
  amountFen: z.number().nullable(),
  /** By when a recovery is paid back. */
  dueOn: z.string().nullable(),
  /** When what was found was proven. */
  provenOn: z.string().nullable(),
  reason: z.string(),
  file: fileShape,
  decided: hands,
  confirmed: hands.nullable(),
  /** Withdrawn before it was confirmed, or reversed after. */
  ended: hands.extend({ reason: z.string() }).nullable(),
  claim: claimShape.nullable(),
  receipts: z.array(receiptShape),
  reissues: z.array(reissueShape),
  ...signatures,
  actions: abilities('confirm', 'withdraw', 'reverse', 'receive', 'reissue'),
})
export type MeasureView = z.infer<typeof measureShape>

export const listMeasures = route({
  method: 'GET',
  path: '/api/pilots/:pilotId/measures',
  permission: 'measure.view',
  bySeat: true,
  summary: { zh: '试点处理措施', en: 'Measures against a pilot' },
  params: onPilot,
  reply: z.object({
    parkName: z.string(),
    batchName: z.string(),
    /** The clause of each ground in the edition of the pilot. */
    grounds: z.array(z.object({ ground, clause: z.string() })),
    /** The day on which the pilot was closed; null while it is not. */
    closedOn: z.string().nullable(),
    /** What measures are held against; fen. */
    money: z.object({
      awardFen: z.number(),
      releasedFen: z.number(),
      deductedFen: z.number(),
      /** What may still be released. */
      leftFen: z.number(),
      /** Released, neither paid back nor asked back. */
      recoverableFen: z.number(),
      claimedFen: z.number(),
      recoveredFen: z.number(),
      /** In the separate account, neither paid nor bound by an approved payment. */
      cashFen: z.number(),
      /** Spent, and not made good out of the park's own money. */
      spentFen: z.number(),
    }),
    /** The newest first; a park sees those in force. */
    measures: z.array(measureShape),
    ...signatures,
    /** Acts on measures that take two persons of the reader's bureau. */
    takesTwo: z.array(z.enum(signedActList)),
    actions: abilities('decide'),
  }),
})

export const decideMeasure = route({
  method: 'POST',
  path: '/api/pilots/:pilotId/measures',
  permission: 'measure.decide',
  summary: { zh: '作出处理措施', en: 'Decide a measure' },
  params: onPilot,
  body: z.strictObject({
    kind,
    ground,
    /** Fen; null for a criticism. */
    amountFen: z.int().nullable(),
    dueOn: dayInput().nullable(),
    provenOn: dayInput().nullable(),
    reason: proseInput(1000),
    fileId: z.uuid().nullable(),
  }),
  reply: z.union([z.object({ measureId: z.uuid() }), toSign]),
})

const done = z.object({ state })
const doneOrPrepared = z.union([done, toSign])
const withReason = z.strictObject({ reason: proseInput(1000) })

export const confirmMeasure = route({
  method: 'POST',
  path: '/api/measures/:measureId/confirmation',
  permission: 'measure.confirm',
  summary: { zh: '确认处理措施', en: 'Confirm a measure' },
  params: onMeasure,
  reply: doneOrPrepared,
})

export const withdrawMeasure = route({
  method: 'POST',
  path: '/api/measures/:measureId/withdrawal',
  permission: 'measure.withdraw',
  summary: { zh: '撤回处理措施', en: 'Withdraw a measure' },
  params: onMeasure,
  body: withReason,
  reply: done,
})

export const reverseMeasure = route({
  method: 'POST',
  path: '/api/measures/:measureId/reversal',
  permission: 'measure.confirm',
  summary: { zh: '冲正处理措施', en: 'Reverse a measure' },
  params: onMeasure,
  body: withReason,
  reply: doneOrPrepared,
})

export const recordReceipt = route({
  method: 'POST',
  path: '/api/measures/:measureId/receipts',
  permission: 'measure.receive',
  summary: { zh: '登记缴回资金', en: 'Record money paid back' },
  params: onMeasure,
  body: z.strictObject({
    paidOn: dayInput(),
    amountFen: z.int(),
    /** What of it is the park's own money; fen. */
    ownFen: z.int(),
    voucherNo: referenceInput(40),
    voucherFileId: z.uuid().nullable(),
  }),
  reply: z.object({ receiptId: z.uuid(), openFen: z.number() }),
})

export const reverseReceipt = route({
  method: 'POST',
  path: '/api/measures/:measureId/receipts/:receiptId/reversal',
  permission: 'measure.receive',
  summary: { zh: '冲正缴回记录', en: 'Reverse a receipt of a recovery' },
  params: onMeasure.extend({ receiptId: z.uuid() }),
  body: withReason,
  reply: z.object({ openFen: z.number() }),
})

export const recordReissue = route({
  method: 'POST',
  path: '/api/measures/:measureId/reissues',
  permission: 'measure.reissue',
  summary: { zh: '登记收回资金再安排', en: 'Record that a recovered sum was given out again' },
  params: onMeasure,
  body: z.strictObject({
    amountFen: z.int(),
    issuedOn: dayInput(),
    documentNo: referenceInput(80),
    reason: proseInput(1000),
  }),
  reply: z.object({ reissueId: z.uuid() }),
})

export const reverseReissue = route({
  method: 'POST',
  path: '/api/measures/:measureId/reissues/:reissueId/reversal',
  permission: 'measure.reissue',
  summary: { zh: '冲正再安排记录', en: 'Reverse a re-issue' },
  params: onMeasure.extend({ reissueId: z.uuid() }),
  body: withReason,
  reply: z.object({ reissueId: z.uuid() }),
})
