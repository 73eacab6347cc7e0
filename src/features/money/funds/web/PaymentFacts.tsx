import type { Fen } from '../../../../shared/money.ts'
import { KeyValue } from '../../../../ui/Figures.tsx'
import { useWords } from '../../../../ui/language.tsx'
import { InstantText, Money, StatusTag } from '../../../../ui/Values.tsx'
import type { TrancheView } from '../contract.ts'
import { Conditions } from './Conditions.tsx'
import { cardWords } from './card-words.ts'
import type { Funds } from './MoneyFrame.tsx'
import { AccountText, PayeeText } from './PayeeAccount.tsx'
import { TrancheDetails } from './TrancheDetails.tsx'

type Props = {
  funds: Funds
  tranche: TrancheView
  amountFen: Fen | null
  /** When what is looked at was prepared: a payee that changed afterwards is pointed out. */
  since?: string | null
}

/** What one looks at before money moves: sum, payee, what is left of the award, the plan in force; gates, plan of the county, notice. */
export function PaymentFacts({ funds, tranche, amountFen, since = null }: Props) {
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
              label: t.payeeAccount,
              value: !isOut ? (
                <PayeeText payee={payee} since={since} />
              ) : tranche.paidTo ? (
                <AccountText account={tranche.paidTo} parkName={payee.name} />
              ) : (
                t.accountNone
              ),
              wide: true,
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
            // What is on record stands below, with its days and objections.
            !tranche.planned && {
              label: t.countyPlan,
              value: <StatusTag tone="warning">{t.countyPlanNone}</StatusTag>,
            },
            tranche.notice !== null &&
              !tranche.notice.standing && {
                label: t.notice,
                value: <StatusTag tone="warning">{t.noticeNone}</StatusTag>,
              },
          ]}
        />
      </div>
      <Conditions tranche={tranche} />
      <TrancheDetails tranche={tranche} />
    </>
  )
}
