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
  return (
    <>
      {phone ? <Sums rows={rows} heads={heads} /> : <Columns rows={rows} heads={heads} />}
      {enterpriseFen > 0 ? <p className="section-note">{t.withEnterprise(formatYuan(enterpriseFen))}</p> : null}
    </>
  )
}

type Shown = { readonly rows: readonly Row[]; readonly heads: readonly string[] }

function Columns({ rows, heads }: Shown) {
  const t = useWords(words)
  return (
    <table className="comparison">
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{t.figures}</span>
          </th>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name} className={row.strong ? 'is-strong' : undefined}>
            <th scope="row">{row.name}</th>
            {heads.map((head, at) => (
              <td key={head}>
                <Money fen={row.shares[at]} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** On a phone each row is a sum, with every share in it. */
function Sums({ rows, heads }: Shown) {
  return (
    <dl className="comparison-sums">
      {rows.map(({ name, shares, strong }) => {
        const parts = shares.slice(0, -1).flatMap((fen, at) => (fen === null ? [] : [{ name: heads[at], fen }]))
        const total = shares.at(-1) ?? null
        return (
          <div key={name} className={strong ? 'is-strong' : undefined}>
            <dt>{name}</dt>
            <dd>
              {parts.map((part, at) => (
                <span key={part.name} className="nowrap soft">
                  {at === 0 ? '' : '+ '}
                  {part.name} <Money fen={part.fen} plain />{' '}
                </span>
              ))}
              <b className="nowrap">
                {parts.length > 0 ? '= ' : ''}
                <Money fen={total} plain />
              </b>
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
