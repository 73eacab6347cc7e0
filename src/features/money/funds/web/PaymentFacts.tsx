import type { Fen } from '../../../../shared/money.ts'
import { KeyValue } from '../../../../ui/Figures.tsx'
import { useWords } from '../../../../ui/language.tsx'
import { InstantText, Money } from '../../../../ui/Values.tsx'
import type { TrancheView } from '../contract.ts'
import { Conditions } from './Conditions.tsx'
import { cardWords } from './card-words.ts'
import type { Funds } from './MoneyFrame.tsx'
import { TrancheDetails } from './TrancheDetails.tsx'

/** What one looks at before money moves: sum, payee, what is left of the award, the plan in force; gates, plan of the county, notice. */
export function PaymentFacts({
  funds,
  tranche,
  amountFen,
}: {
  funds: Funds
  tranche: TrancheView
  amountFen: Fen | null
}) {
  const t = useWords(cardWords)
  const { money, payee, plan } = funds
  const isOut = tranche.state === 'released' || tranche.state === 'received'
  const left = money.undisbursedFen
  return (
    <>
      <div className="payment-facts">
        <KeyValue
          facts={[
            amountFen !== null && { label: t.sum, value: <Money fen={amountFen} /> },
            {
              label: t.payee,
              value: (
                <>
                  {payee.name} {payee.uscc ? <span className="number soft">{payee.uscc}</span> : null}
                </>
              ),
            },
            {
              label: t.leftOfAward,
              value:
                amountFen === null || isOut ? (
                  <Money fen={left} />
                ) : (
                  <>
                    <Money fen={left} /> → <Money fen={left - amountFen} />
                  </>
                ),
            },
            {
              label: t.planInForce,
              value: plan ? (
                <>
                  {t.planNo(plan.no)} <InstantText at={plan.lockedAt} />
                </>
              ) : (
                '—'
              ),
            },
          ]}
        />
      </div>
      <Conditions tranche={tranche} />
      <TrancheDetails tranche={tranche} />
    </>
  )
}
