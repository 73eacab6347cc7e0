import { z } from 'zod'
import {
  dayInput,
  lineInput,
  nameInput,
  proseInput,
  publicContactInput,
  publicProseInput,
  referenceInput,
  wordedInput,
} from '../../../shared/inputs.ts'
import { abilities, route } from '../../../shared/route.ts'
import { bankAccountShape } from '../../programme/personal/personal-contract.ts'

// What goes with the payment of a tranche: its notice, the provincial filing number, its paper.

const onTranche = z.strictObject({ pilotId: z.uuid(), no: z.coerce.number().int().min(1).max(20) })

/** `preparedBy`: where it took two persons, who prepared what the other signed. */
export const signedBy = z.object({ name: z.string(), at: z.string(), preparedBy: z.string().nullable() }).nullable()

export const source = z.enum(['official', 'inferred'])
/** Both bureaus' words on whether the services are really under way, beside what the records say; fen. */
export const judging = z.object({
  clause: z.string(),
  facts: z.object({
    mechanismReady: z.boolean(),
    diagnosed: z.object({ done: z.number(), all: z.number() }),
    ordered: z.number(),
    underWay: z.number(),
    committedFen: z.number(),
    spentFen: z.number(),
  }),
  judgments: z.array(
    z.object({
      bureau: z.enum(['economy', 'finance']),
      underWay: z.boolean().nullable(),
      reason: z.string(),
      given: signedBy,
      /** What it said before, the oldest first. */
      earlier: z.array(z.object({ underWay: z.boolean(), reason: z.string(), given: signedBy })),
    }),
  ),
})

const filed = z.object({ number: z.string(), name: z.string(), filedOn: z.string() })

/** The number of the provincial platform (G4.3): of the payment that stands, and of those that were reversed, newest first. */
export const trancheFilings = {
  filing: filed.extend({ by: z.object({ name: z.string(), at: z.string() }).nullable() }).nullable(),
  formerFilings: z.array(filed.extend({ voucherNo: z.string() })),
}

export const payeeAccount = z.object({
  payeeAccountId: z.uuid(),
  holder: z.string(),
  bank: z.string(),
  number: bankAccountShape,
  setByName: z.string(),
  at: z.string(),
})
export type PayeeView = z.infer<typeof payeeAccount>

/** A release that was taken back: what was paid to whom, by whom, and who took it back why. */
export const trancheReversal = z.object({
  amountFen: z.number(),
  voucherNo: z.string(),
  voucherFile: z.object({ fileId: z.uuid(), name: z.string(), size: z.number() }).nullable(),
  paidOn: z.string(),
  paidTo: payeeAccount.nullable(),
  released: signedBy,
  reason: z.string(),
  reversed: signedBy,
})

/** Whose account the money goes to; `account` null while the park has named none; `former`: what it named before, newest first. */
export const payee = z.object({
  name: z.string(),
  uscc: z.string().nullable(),
  account: payeeAccount.nullable(),
  former: z.array(payeeAccount),
  /** Other parks that the reader may see and that are paid to the same number now. */
  sharedBy: z.array(z.string()),
  actions: abilities('set-payee'),
})

export const setPayeeAccount = route({
  method: 'PUT',
  path: '/api/pilots/:pilotId/payee-account',
  permission: 'payee.set',
  summary: { zh: '登记收款账户', en: 'Name the account that tranches are paid to' },
  params: z.strictObject({ pilotId: z.uuid() }),
  body: z.strictObject({ holder: nameInput(120), bank: wordedInput(120), number: referenceInput(40) }),
  reply: z.object({ number: bankAccountShape }),
})

export const publishNotice = route({
  method: 'POST',
  path: '/api/pilots/:pilotId/tranches/:no/notices',
  permission: 'notice.publish',
  summary: { zh: '发布拨付前公示', en: 'Publish a notice' },
  params: onTranche,
  body: z.strictObject({ body: publicProseInput(4000), contact: publicContactInput(200) }),
  reply: z.object({ noticeId: z.uuid(), untilOn: z.string().nullable() }),
})

export const fileDisbursement = route({
  method: 'POST',
  path: '/api/pilots/:pilotId/tranches/:no/filings',
  permission: 'tranche.file',
  summary: { zh: '登记省平台备案号', en: 'Record a provincial filing number' },
  params: onTranche,
  body: z.strictObject({
    number: referenceInput(60),
    name: lineInput(200),
    filedOn: dayInput(),
    /** Why it is corrected; needed from the second time on. */
    reason: proseInput(1000).default(''),
  }),
  reply: z.object({ number: z.string() }),
})

export const trancheWord = route({
  method: 'GET',
  path: '/api/pilots/:pilotId/tranches/:no/paper.docx',
  permission: 'paper.view',
  summary: { zh: '下载拨付建议（Word）', en: 'The recommendation of a tranche as Word' },
  params: z.strictObject({ pilotId: z.uuid(), no: z.coerce.number<string | number>().int().min(1).max(20) }),
  search: z.strictObject({ language: z.enum(['zh', 'en']).default('zh') }),
  download: true,
})
