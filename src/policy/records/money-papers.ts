import type { Refusal } from '../../shared/refusal.ts'
import type { Text } from '../../shared/words.ts'
import type { Clause } from '../guide/clauses.ts'
import { both, refuse } from '../guide/refuse.ts'

/** Papers of which each proves one movement of money: the same bytes never stand for a second one (G3.4, G4.2). */
export const moneyPapers = {
  invoice: { zh: '发票', en: 'invoice' },
  'red-letter': { zh: '红字发票', en: 'red-letter invoice' },
  'bank-receipt': { zh: '银行回单', en: 'bank receipt' },
  'bank-return': { zh: '银行退款回单', en: "bank's receipt of a return" },
  voucher: { zh: '拨付凭证', en: 'payment voucher' },
  'treasury-voucher': { zh: '国库缴款凭证', en: 'treasury voucher' },
} as const satisfies Record<string, Text>

export type MoneyPaper = keyof typeof moneyPapers

/** What a paper of money can be as a file; its media types are what the content was found to be. */
export const paperForms = {
  pdf: { zh: 'PDF 文件', en: 'PDF', mediaTypes: ['application/pdf'] },
  ofd: { zh: 'OFD 文件', en: 'OFD', mediaTypes: ['application/ofd'] },
  xml: { zh: '电子发票 XML', en: 'e-invoice XML', mediaTypes: ['application/xml'] },
  photo: { zh: '图片', en: 'picture', mediaTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/heic'] },
} as const satisfies Record<string, Text & { readonly mediaTypes: readonly string[] }>

export type PaperForm = keyof typeof paperForms

/** What each is taken as: no text, table or draft proves money (G3.4, G4.2). The database holds the same media types. */
export const formsOfPaper: Readonly<Record<MoneyPaper, readonly PaperForm[]>> = {
  invoice: ['pdf', 'ofd', 'xml', 'photo'],
  'red-letter': ['pdf', 'ofd', 'xml', 'photo'],
  'bank-receipt': ['pdf', 'ofd', 'photo'],
  'bank-return': ['pdf', 'ofd', 'photo'],
  voucher: ['pdf', 'ofd', 'photo'],
  'treasury-voucher': ['pdf', 'ofd', 'photo'],
}

/** A file that is no paper of its use. */
export type UnfitPaper = { readonly unfit: MoneyPaper }

/** Whether a file of this media type can be such a paper. */
export function isPaper(kind: MoneyPaper, mediaType: string): boolean {
  return formsOfPaper[kind].some((form) => paperForms[form].mediaTypes.some((one) => one === mediaType))
}

/** What the bytes of a file stand for already. `serviceNo`, `trancheNo` of `parkName`: where, as far as the reader may see it. */
export type PaperUse = {
  readonly kind: MoneyPaper
  readonly serviceNo: string | null
  readonly parkName: string | null
  readonly trancheNo: number | null
}

/** Refuses a file that is no such paper, and a paper that proves another movement of money already. */
export function checkPaper(use: PaperUse | UnfitPaper | null, clause: Clause | null, field: string): Refusal | null {
  if (use && 'unfit' in use) return unfit(use.unfit, clause, field)
  return use && refuse('common.paper-used-before', clause, both('other', nameOf(use)), field)
}

function unfit(kind: MoneyPaper, clause: Clause | null, field: string): Refusal {
  const forms = formsOfPaper[kind].map((form) => paperForms[form])
  const taken: Text = { zh: forms.map(({ zh }) => zh).join('、'), en: forms.map(({ en }) => en).join(', ') }
  return refuse(
    'common.paper-of-wrong-kind',
    clause,
    { ...both('paper', moneyPapers[kind]), ...both('taken', taken) },
    field,
  )
}

function nameOf({ kind, serviceNo, parkName, trancheNo }: PaperUse): Text {
  const { zh, en } = moneyPapers[kind]
  if (serviceNo !== null) return { zh: `服务 ${serviceNo} 的${zh}`, en: `the ${en} of service ${serviceNo}` }
  if (trancheNo !== null && parkName !== null)
    return { zh: `${parkName}第 ${trancheNo} 期的${zh}`, en: `the ${en} of tranche ${trancheNo} of ${parkName}` }
  if (parkName !== null) return { zh: `${parkName}的${zh}`, en: `the ${en} of ${parkName}` }
  return { zh: `本省其他记录的${zh}`, en: `the ${en} of another record in the province` }
}

/** What the second of two is told who send the same bytes in the same moment. */
export function paperTaken(clause: Clause | null, field: string, kind: MoneyPaper): () => Refusal {
  return () =>
    refuse(
      'common.paper-used-before',
      clause,
      both('other', nameOf({ kind, serviceNo: null, parkName: null, trancheNo: null })),
      field,
    )
}
