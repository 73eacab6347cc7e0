import { paymentStateNames } from '../../../../policy/money/payment.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { DayText, Money, StatusTag } from '../../../../ui/Values.tsx'
import type { ServiceView } from '../contract.ts'
import { courseWords } from '../words.ts'
import { paymentTones } from './payment-tones.ts'

export function InvoiceBody({ invoices }: Pick<ServiceView, 'invoices'>) {
  const t = useWords(courseWords)
  return (
    <ul className="papers">
      {invoices.map((one) => (
        <li key={one.number}>
          {t.invoiceNo} <span className="number">{one.number}</span> · <Money fen={one.totalFen} /> ·{' '}
          <DayText day={one.issuedOn} />
        </li>
      ))}
    </ul>
  )
}

export function PaymentBody({ payments }: Pick<ServiceView, 'payments'>) {
  const say = useText()
  return (
    <ul className="papers">
      {payments.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: payments are listed in the order they were made
        <li key={at}>
          <Money fen={one.amountFen} />{' '}
          <StatusTag tone={paymentTones[one.state]}>{say(paymentStateNames[one.state])}</StatusTag>{' '}
          {one.paidOn ? <DayText day={one.paidOn} /> : null}
        </li>
      ))}
    </ul>
  )
}
