import { formatYuan, sumFen } from '../../../../shared/money.ts'
import { Section } from '../../../../ui/Figures.tsx'
import { useWords } from '../../../../ui/language.tsx'
import { useIsPhone } from '../../../../ui/use-media.ts'
import { Money } from '../../../../ui/Values.tsx'
import type { PaymentsView, PaymentView } from '../contract.ts'
import { words } from '../words.ts'
import { standingInvoices, waitingPayment } from './money-step.ts'

/** What was agreed, invoiced, paid and is about to be paid, share by share. */
export function Comparison({ view }: { view: PaymentsView }) {
  const t = useWords(words)
  if (!view.contract) {
    return (
      <Section id="figures" title={t.figures}>
        <p className="soft">{t.noContract}</p>
      </Section>
    )
  }
  return (
    <Section id="figures" title={t.figures}>
      <ComparisonTable view={view} payment={waitingPayment(view)} />
    </Section>
  )
}

type Row = { readonly name: string; readonly shares: readonly (number | null)[]; readonly strong?: boolean }

/** The figures side by side; `payment`: the one to be decided, in a row of its own. */
export function ComparisonTable({ view, payment }: { view: PaymentsView; payment: PaymentView | null }) {
  const t = useWords(words)
  const phone = useIsPhone()
  const { contract, payments } = view
  const invoices = standingInvoices(view)
  if (!contract) return null
  const paid = payments.filter(({ state }) => state === 'paid')
  const of = (list: readonly PaymentView[]) => {
    const shares = [sumFen(list.map((one) => one.provincialFen)), sumFen(list.map((one) => one.parkFen))]
    return [...shares, null, sumFen(shares)]
  }
  const { provincialFen, parkFen, enterpriseFen, priceFen } = contract
  const rows: Row[] = [
    { name: t.contract, shares: [provincialFen, parkFen, enterpriseFen, priceFen] },
    {
      name: t.invoiced,
      shares: [null, null, null, invoices.length > 0 ? sumFen(invoices.map((one) => one.sumFen)) : null],
    },
    ...(paid.length > 0 ? [{ name: t.paid, shares: of(paid) }] : []),
    ...(payment ? [{ name: t.thisPayment, shares: of([payment]), strong: true }] : []),
  ]
  const heads = [t.provincial, t.ofPark, t.ofEnterprise, t.total]
  // The enterprise pays its share itself; on a phone it is told in words, so that the figures stay side by side.
  const shown = heads.map((_, at) => at).filter((at) => !(phone && at === 2))
  return (
    <>
      <table className="comparison">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t.figures}</span>
            </th>
            {shown.map((at) => (
              <th key={at} scope="col">
                {heads[at]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name} className={row.strong ? 'is-strong' : undefined}>
              <th scope="row">{row.name}</th>
              {shown.map((at) => (
                <td key={at}>
                  <Money fen={row.shares[at]} plain={phone} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {enterpriseFen > 0 ? <p className="section-note">{t.withEnterprise(formatYuan(enterpriseFen))}</p> : null}
    </>
  )
}
