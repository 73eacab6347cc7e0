import { isStanding, paymentStateNames } from '../../../../policy/money/payment.ts'
import { reversalKindNames } from '../../../../policy/money/payment-reversal.ts'
import type { Spoken, Text } from '../../../../shared/words.ts'
import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { abilityFor } from '../../../../ui/ability.ts'
import { KeyValue, Section } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { useMe } from '../../../../ui/session.ts'
import { FactDay, Money, StatusTag } from '../../../../ui/Values.tsx'
import { FileLink } from '../../../programme/files/web/public.ts'
import { paymentTones } from '../../services/web/public.ts'
import type { PaymentsView, PaymentView } from '../contract.ts'
import { actWords, words } from '../words.ts'
import { ByAt } from './ByAt.tsx'

type PaymentListProps = { view: PaymentsView; onAct: (act: string, paymentId: string) => void }

/** Every payment of the service, newest first; what was cancelled or came back stays on record. */
export function PaymentList({ view, onAct }: PaymentListProps) {
  const t = useWords(words)
  return (
    <Section id="payments" title={t.payments}>
      {view.payments.length === 0 ? <p className="soft">{t.noPayments}</p> : null}
      {view.payments.map((payment) => (
        <PaymentCard
          key={payment.paymentId}
          payment={payment}
          onAct={onAct}
          invoiceNo={view.invoices.find(({ invoiceId }) => invoiceId === payment.invoiceId)?.number ?? ''}
        />
      ))}
    </Section>
  )
}

type PaymentCardProps = { payment: PaymentView; invoiceNo: string; onAct: PaymentListProps['onAct'] }

function PaymentCard({ payment, invoiceNo, onAct }: PaymentCardProps) {
  const t = useWords(words)
  const a = useWords(actWords)
  const inPark = useMe().unitKind === 'park'
  const say = useText()
  const { state, provincialFen, parkFen, approvedByName, approvedAt, receiptNo, receiptFile, cancelReason } = payment
  const { cancelledByName, cancelledAt } = payment
  return (
    <div className={isStanding(state) ? 'money-card' : 'money-card is-cancelled'}>
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
          ...(payment.reversal ? reversalFacts(payment.reversal, t, say) : []),
        ]}
      />
      {inPark && state === 'paid' ? (
        <ActionButton
          danger
          type="text"
          action={abilityFor(payment.actions, 'reverse')}
          onClick={() => onAct('reverse', payment.paymentId)}
        >
          {a.reverse}
        </ActionButton>
      ) : null}
    </div>
  )
}

/** Why and when it stands no longer, by which paper of the bank, and who says so. */
function reversalFacts(
  reversal: NonNullable<PaymentView['reversal']>,
  t: Spoken<typeof words>,
  say: (text: Text) => string,
) {
  const { kind, receiptNo, file, returnedOn, reason, byName, at } = reversal
  return [
    { label: t.reversed, value: say(reversalKindNames[kind]) },
    returnedOn !== null && { label: t.returnedOn, value: <FactDay day={returnedOn} enteredAt={at} /> },
    receiptNo !== null && {
      label: t.returnReceipt,
      value: (
        <>
          <span className="number">{receiptNo}</span> {file ? <FileLink file={file} /> : null}
        </>
      ),
      wide: true,
    },
    { label: t.reversalReason, value: reason, wide: true },
    { label: t.reversedBy, value: <ByAt by={byName} at={at} /> },
  ]
}
