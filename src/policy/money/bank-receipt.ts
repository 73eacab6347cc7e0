import { type Day, isDay } from '../../shared/dates.ts'
import { type Fen, formatYuan } from '../../shared/money.ts'
import type { Refusal } from '../../shared/refusal.ts'
import { allRefusals, both, refuse, refuseDay } from '../guide/refuse.ts'
import { checkPaper, type PaperUse, type UnfitPaper } from '../records/money-papers.ts'
import { mayStep, type Payment } from './payment.ts'

/** `issuedOn`: the day of the invoice that it pays. */
type Receipt = {
  readonly receiptNo: string
  readonly fileId: string | null
  readonly paidOn: Day
  readonly today: Day
  readonly issuedOn: Day
  /** What the bytes of the file prove already. */
  readonly fileUse: PaperUse | UnfitPaper | null
  /** The least provincial money that the bank held from that day on; fen. */
  readonly bankedFen: Fen
  /** The payment that the number proves already, out of the same account. */
  readonly usedBy: { readonly no: string; readonly paidOn: Day | null; readonly payeeName: string } | null
}

/** The bank's receipt closes the payment. */
export function recordReceipt(payment: Payment, given: Receipt): Payment | Refusal {
  const closed = mayStep(payment, 'record-receipt')
  if (closed) return closed
  const receiptNo = given.receiptNo.trim()
  const { fileId, paidOn } = given
  const no = allRefusals(
    receiptNo === '' ? refuse('payments.receipt-number-missing', 'G3.4', {}, 'receiptNo') : null,
    given.usedBy && receiptUsed(receiptNo, given.usedBy),
    checkPayDay(given) ?? checkBanked(payment, given),
    fileId ? null : refuse('payments.receipt-file-missing', 'G3.4', {}, 'fileId'),
    checkPaper(given.fileUse, 'G3.4', 'fileId'),
  )
  return no ?? { ...payment, state: 'paid', receiptNo, receiptFileId: fileId, paidOn }
}

type ReceiptUsed = 'payments.receipt-number-used' | 'payments.return-number-used'

/** One receipt of the bank proves one payment (G3.4). `other`: null where it came in the same moment; `code`: of which field it is said. */
export function receiptUsed(
  no: string,
  other: Receipt['usedBy'],
  code: ReceiptUsed = 'payments.receipt-number-used',
): Refusal {
  const { zh, en } = other
    ? {
        zh: `服务 ${other.no} 向${other.payeeName}的付款（${other.paidOn}）`,
        en: `the payment to ${other.payeeName} for service ${other.no} (${other.paidOn})`,
      }
    : { zh: '另一笔付款', en: 'another payment' }
  return refuse(code, 'G3.4', { no, ...both('other', { zh, en }) }, 'receiptNo')
}

/** The bank may have paid before anybody keyed it in, and never before the invoice was issued (G3.4). */
function checkPayDay({ paidOn: day, today, issuedOn }: Pick<Receipt, 'paidOn' | 'today' | 'issuedOn'>): Refusal | null {
  if (!isDay(day)) return refuseDay(day, null, 'paidOn')
  if (day > today) return refuse('common.day-in-future', 'G3.4', { day, today }, 'paidOn')
  return day < issuedOn ? refuse('payments.paid-before-invoice', 'G3.4', { day, issued: issuedOn }, 'paidOn') : null
}

/** Provincial money is paid from what had come by that day, and leaves enough for what was paid since (G3.6). */
function checkBanked({ provincialFen }: Payment, { paidOn: day, bankedFen }: Receipt): Refusal | null {
  if (provincialFen <= bankedFen) return null
  const facts = { day, banked: formatYuan(Math.max(0, bankedFen)), amount: formatYuan(provincialFen) }
  return refuse('payments.paid-before-money', 'G3.6', facts, 'paidOn')
}
