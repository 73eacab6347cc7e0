import { paymentStateNames } from '../../../../policy/money/payment.ts'
import { KeyValue, Section } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { FactDay, Money, StatusTag } from '../../../../ui/Values.tsx'
import { FileLink } from '../../../programme/files/web/public.ts'
import type { PaymentsView, PaymentView } from '../contract.ts'
import { words } from '../words.ts'
import { ByAt } from './ByAt.tsx'
import { paymentTones } from './payment-tones.ts'

/** Every payment of the service, newest first; what was cancelled stays on record. */
export function PaymentList({ view }: { view: PaymentsView }) {
  const t = useWords(words)
  return (
    <Section id="payments" title={t.payments}>
      {view.payments.length === 0 ? <p className="soft">{t.noPayments}</p> : null}
      {view.payments.map((payment) => (
        <PaymentCard
          key={payment.paymentId}
          payment={payment}
          invoiceNo={view.invoices.find(({ invoiceId }) => invoiceId === payment.invoiceId)?.number ?? ''}
        />
      ))}
    </Section>
  )
}

function PaymentCard({ payment, invoiceNo }: { payment: PaymentView; invoiceNo: string }) {
  const t = useWords(words)
  const say = useText()
  const { state, provincialFen, parkFen, approvedByName, approvedAt, receiptNo, receiptFile, cancelReason } = payment
  const { cancelledByName, cancelledAt } = payment
  return (
    <div className={`money-card is-${state}`}>
      <div className="money-card-head">
        <StatusTag tone={paymentTones[state]}>{say(paymentStateNames[state])}</StatusTag>
        <strong>
          <Money fen={provincialFen + parkFen} />
        </strong>
      </div>
      <KeyValue
        facts={[
          { label: t.provincial, value: <Money fen={provincialFen} /> },
          { label: t.ofPark, value: <Money fen={parkFen} /> },
          { label: t.payee, value: payment.payeeName },
          { label: t.purpose, value: payment.purpose },
          { label: t.invoiceNo, value: <span className="number">{invoiceNo}</span> },
          { label: t.prepared, value: <ByAt by={payment.preparedByName} at={payment.preparedAt} /> },
          approvedByName !== null &&
            approvedAt !== null && { label: t.approved, value: <ByAt by={approvedByName} at={approvedAt} /> },
          payment.paidOn !== null && {
            label: t.paidOn,
            value: <FactDay day={payment.paidOn} enteredAt={payment.receiptAt} />,
          },
          receiptNo !== null &&
            receiptFile && {
              label: t.receipt,
              value: (
                <>
                  <span className="number">{receiptNo}</span> <FileLink file={receiptFile} />
                </>
              ),
            },
          cancelledByName !== null &&
            cancelledAt !== null && { label: t.cancelled, value: <ByAt by={cancelledByName} at={cancelledAt} /> },
          cancelReason !== '' && { label: t.cancelReason, value: cancelReason, wide: true },
        ]}
      />
    </div>
  )
}
