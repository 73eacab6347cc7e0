import { sameName } from '../../shared/clean.ts'
import type { Day } from '../../shared/dates.ts'
import { type Fen, formatYuan } from '../../shared/money.ts'
import type { Refusal } from '../../shared/refusal.ts'
import type { Text } from '../../shared/words.ts'
import { allRefusals, both, refuse } from '../guide/refuse.ts'
import { invoiceKeys } from './invoice-numbers.ts'
import type { Invoice } from './service.ts'

/** What the file of an e-invoice says of itself; empty or null where it does not. */
export type FileSays = {
  readonly code: string
  readonly number: string
  readonly issuedOn: Day | null
  /** With tax; below 0 on a red-letter invoice. */
  readonly sumFen: Fen | null
  readonly sellerUscc: string
  readonly sellerName: string
  readonly buyerUscc: string
  readonly buyerName: string
  readonly isRed: boolean
}

/** An e-invoice whose number or sum cannot be read: it cannot be held against what is entered. */
export type Unreadable = 'unreadable'

const fields = {
  number: { zh: '发票号码', en: 'number' },
  digitalNumber: { zh: '数电票号码', en: 'fully digital number' },
  sumFen: { zh: '价税合计', en: 'sum' },
  issuedOn: { zh: '开票日期', en: 'day of issue' },
  voidedOn: { zh: '开票日期', en: 'day of issue' },
  sellerUscc: { zh: '销售方信用代码', en: 'credit code of the seller' },
  sellerName: { zh: '销售方名称', en: 'name of the seller' },
  buyerUscc: { zh: '购买方信用代码', en: 'credit code of the buyer' },
  buyerName: { zh: '购买方名称', en: 'name of the buyer' },
} as const satisfies Record<string, Text>
type Field = keyof typeof fields

const unreadable = refuse('payments.file-unreadable', 'G3.4', {}, 'fileId')

/**
 * Holds what is entered against what the file says, field by field (G3.4): the file of an e-invoice is the invoice, so that a
 * difference is a slip of whoever typed or the file of another invoice. What the file does not say is not compared.
 */
export function checkFileOfInvoice(
  invoice: Invoice & { readonly buyerName: string },
  says: FileSays | Unreadable | null,
): Refusal | null {
  if (says === 'unreadable') return unreadable
  if (says?.isRed) return refuse('payments.file-is-red', 'G3.4', {}, 'fileId')
  if (!says) return null
  return allRefusals(
    numberDiffers(invoice, says),
    says.sumFen === null || says.sumFen === invoice.sumFen
      ? null
      : differs('sumFen', `${formatYuan(says.sumFen)} 元`, `${formatYuan(invoice.sumFen)} 元`),
    textDiffers('issuedOn', says.issuedOn ?? '', invoice.issuedOn),
    textDiffers('sellerUscc', says.sellerUscc, invoice.sellerUscc),
    textDiffers('sellerName', says.sellerName, invoice.sellerName),
    textDiffers('buyerUscc', says.buyerUscc, invoice.buyerUscc),
    textDiffers('buyerName', says.buyerName, invoice.buyerName),
  )
}

/** The red-letter invoice that takes back one of `sumFen`: its file says so itself, with the number and the day that are entered (G3.4). */
export function checkFileOfRedLetter(
  entered: { readonly code: string; readonly number: string; readonly on: Day; readonly sumFen: Fen },
  says: FileSays | Unreadable | null,
): Refusal | null {
  if (says === 'unreadable') return unreadable
  if (!says) return null
  if (!says.isRed) return refuse('payments.file-is-not-red', 'G3.4', {}, 'fileId')
  const { sumFen } = entered
  const sums = { said: formatYuan(says.sumFen ?? 0), sum: formatYuan(sumFen) }
  return allRefusals(
    numberDiffers({ ...entered, digitalNumber: '' }, says),
    textDiffers('voidedOn', says.issuedOn ?? '', entered.on),
    says.sumFen === null || says.sumFen === -sumFen
      ? null
      : refuse('payments.red-letter-sum-differs', 'G3.4', sums, 'fileId'),
  )
}

/** The number in the file is one of the two that are entered: both numbers of an invoice are its keys. */
function numberDiffers(entered: Pick<Invoice, 'code' | 'number' | 'digitalNumber'>, says: FileSays): Refusal | null {
  const inFile = says.code + says.number
  const { number, digital } = invoiceKeys(entered)
  if (says.number === '' || inFile === number || inFile === digital) return null
  // A paper with a code has its 20 digits in a field of their own.
  const beside = entered.code !== '' && says.code === ''
  return beside ? differs('digitalNumber', inFile, entered.digitalNumber) : differs('number', inFile, number)
}

function textDiffers(field: Field, said: string, entered: string): Refusal | null {
  return said === '' || sameName(said, entered) ? null : differs(field, said, entered)
}

function differs(field: Field, said: string, entered: string): Refusal {
  const typed: Text = entered === '' ? { zh: '（未填写）', en: '(nothing)' } : { zh: entered, en: entered }
  const facts = { said, ...both('field', fields[field]), ...both('entered', typed) }
  return refuse('payments.file-says-other', 'G3.4', facts, [field, 'fileId'])
}
