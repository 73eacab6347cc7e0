import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { abilityFor } from '../../../../ui/ability.ts'
import { KeyValue, Section } from '../../../../ui/Figures.tsx'
import { useWords } from '../../../../ui/language.tsx'
import { useMe } from '../../../../ui/session.ts'
import { DayText, Money } from '../../../../ui/Values.tsx'
import { FileLink } from '../../../programme/files/web/public.ts'
import type { PaymentsView } from '../contract.ts'
import { actWords, words } from '../words.ts'
import { moneyStep } from './money-step.ts'

type InvoiceListProps = { view: PaymentsView; onAct: (act: string) => void }

/** The invoices with their papers, in the order they came. */
export function InvoiceList({ view, onAct }: InvoiceListProps) {
  const t = useWords(words)
  const a = useWords(actWords)
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
        <div key={one.invoiceId} className="money-card">
          <div className="money-card-head">
            <span className="number">{one.number}</span>
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
              { label: t.issuedOn, value: <DayText day={one.issuedOn} /> },
              { label: t.recordedBy, value: one.recordedByName },
              { label: t.file, value: <FileLink file={one.file} />, wide: true },
            ]}
          />
        </div>
      ))}
    </Section>
  )
}
