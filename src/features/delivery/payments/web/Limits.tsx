import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons'
import { type Fen, formatYuan } from '../../../../shared/money.ts'
import { Section } from '../../../../ui/Figures.tsx'
import { useWords } from '../../../../ui/language.tsx'
import { Money } from '../../../../ui/Values.tsx'
import type { PaymentsView } from '../contract.ts'
import { words } from '../words.ts'
import { moneyStep } from './money-step.ts'

export type Limits = NonNullable<PaymentsView['limits']>
type Shares = { readonly provincialFen: Fen; readonly parkFen: Fen }

/** What may be paid at most, as long as something is to be paid. */
export function LimitsPanel({ view }: { view: PaymentsView }) {
  const t = useWords(words)
  const step = moneyStep(view)
  if (!view.limits || (step !== 'prepare' && step !== 'approve')) return null
  return (
    <Section id="limits" title={t.limits}>
      <LimitList limits={view.limits} />
    </Section>
  )
}

/** Every limit with its amount; `asked`: the payment held against them, line by line. */
export function LimitList({ limits, asked }: { limits: Limits; asked?: Shares }) {
  const t = useWords(words)
  const provincial = asked?.provincialFen ?? 0
  const rows = [
    { name: t.limitInvoice, limit: limits.invoiceFen, amount: provincial + (asked?.parkFen ?? 0) },
    { name: t.limitProvincial, limit: limits.provincialFen, amount: provincial },
    { name: t.limitPark, limit: limits.parkFen, amount: asked?.parkFen ?? 0 },
    { name: t.limitLine, limit: limits.lineFen, amount: provincial },
    { name: t.limitCash, limit: limits.cashFen, amount: provincial },
  ]
  return (
    <ul className="limits">
      {rows.map(({ name, limit, amount }) => (
        <li key={name} className={asked && amount > limit ? 'is-above' : undefined}>
          <span>
            {asked ? (
              <span aria-hidden className="limit-mark">
                {amount > limit ? <CloseCircleFilled /> : <CheckCircleFilled />}
              </span>
            ) : null}
            {name}
          </span>
          <span>
            <Money fen={limit} />
            {asked ? (
              amount > limit ? (
                <span className="limit-note">{t.above(formatYuan(amount - limit))}</span>
              ) : (
                <span className="visually-hidden">{t.within}</span>
              )
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  )
}
