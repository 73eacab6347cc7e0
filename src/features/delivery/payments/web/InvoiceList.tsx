import { voidKindNames } from '../../../../policy/money/voiding.ts'
import type { Spoken, Text } from '../../../../shared/words.ts'
import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { abilityFor } from '../../../../ui/ability.ts'
import { KeyValue, Section } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { useMe } from '../../../../ui/session.ts'
import { FactDay, Money, StatusTag } from '../../../../ui/Values.tsx'
import { FileLink } from '../../../programme/files/web/public.ts'
import type { InvoiceView, PaymentsView } from '../contract.ts'
import { actWords, words } from '../words.ts'
import { moneyStep } from './money-step.ts'

type InvoiceListProps = { view: PaymentsView; onAct: (act: string, paymentId?: string, invoiceId?: string) => void }

/** The invoices with their papers, in the order they came. */
export function InvoiceList({ view, onAct }: InvoiceListProps) {
  const t = useWords(words)
  const a = useWords(actWords)
  const say = useText()
  const inPark = useMe().unitKind === 'park'
  const { invoices } = view
  // The first invoice is the next step and has its button above.
  const more = inPark && moneyStep(view) !== 'invoice' && invoices.length > 0
  return (
    <Section
      id="invoices"
      title={t.invoices}
      actions={
        more ? (
          <ActionButton action={abilityFor(view.actions, 'record-invoice')} onClick={() => onAct('record-invoice')}>
            {a['record-invoice']}
          </ActionButton>
        ) : null
      }
    >
      {invoices.length === 0 ? <p className="soft">{t.noInvoices}</p> : null}
      {invoices.map((one) => (
        <div key={one.invoiceId} className={one.voided ? 'money-card is-cancelled' : 'money-card'}>
          <div className="money-card-head">
            <span className="number">{one.number}</span>
            {one.voided ? <StatusTag>{t.voided}</StatusTag> : null}
            <strong>
              <Money fen={one.sumFen} />
            </strong>
          </div>
          <KeyValue
            facts={[
              { label: t.seller, value: one.sellerName },
              { label: t.buyer, value: one.buyerName },
              ...(one.digitalNumber === null || one.digitalNumber === one.number
                ? []
                : [{ label: t.digitalNo, value: <span className="number">{one.digitalNumber}</span> }]),
              { label: t.issuedOn, value: <FactDay day={one.issuedOn} enteredAt={one.recordedAt} /> },
              { label: t.recordedBy, value: one.recordedByName },
              { label: t.file, value: <FileLink file={one.file} />, wide: true },
              ...(one.voided ? voidFacts(one.voided, t, say) : []),
            ]}
          />
          {inPark && !one.voided ? (
            <ActionButton
              danger
              type="text"
              action={abilityFor(one.actions, 'void-invoice')}
              onClick={() => onAct('void-invoice', undefined, one.invoiceId)}
            >
              {a['void-invoice']}
            </ActionButton>
          ) : null}
        </div>
      ))}
    </Section>
  )
}

/** How and why it was voided, by whom, and by which red-letter invoice. */
function voidFacts(voided: NonNullable<InvoiceView['voided']>, t: Spoken<typeof words>, say: (text: Text) => string) {
  const { kind, redLetterNo, file, reason, voidedOn, byName, at } = voided
  return [
    { label: t.voided, value: say(voidKindNames[kind]) },
    { label: t.voidedOn, value: <FactDay day={voidedOn} enteredAt={at} /> },
    redLetterNo !== null && {
      label: t.redLetterNo,
      value: (
        <>
          <span className="number">{redLetterNo}</span> {file ? <FileLink file={file} /> : null}
        </>
      ),
      wide: true,
    },
    { label: t.voidReason, value: `${reason}（${byName}）`, wide: true },
  ]
}
