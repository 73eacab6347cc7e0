import { signedActs } from '../../../../policy/people/signed-acts.ts'
import type { Fen } from '../../../../shared/money.ts'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { Async } from '../../../../ui/Async.tsx'
import { useView } from '../../../../ui/api.ts'
import { ButtonRow } from '../../../../ui/ButtonRow.tsx'
import { DeadEnd } from '../../../../ui/DeadEnd.tsx'
import { KeyValue } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { useGo, usePathParam } from '../../../../ui/url.ts'
import { Money } from '../../../../ui/Values.tsx'
import { PreparedNote, SignButtons } from '../../../programme/signing/web/public.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { cardWords } from './card-words.ts'
import type { Funds } from './MoneyFrame.tsx'
import { PayeeText } from './PayeeAccount.tsx'
import { PaymentFacts } from './PaymentFacts.tsx'
import { PreparedBody, preparedSum } from './PreparedBody.tsx'
import './money.css'

/** One prepared act on a tranche, with all that decides in sight, for whoever signs it; made for a phone as much as for a desk. */
export function SignaturePage() {
  const t = useWords(words)
  const c = useWords(cardWords)
  const say = useText()
  const go = useGo()
  const [pilotId, preparedId] = [usePathParam('pilotId'), usePathParam('preparedId')]
  const view = useView(contract.showFunds, { params: { pilotId } })
  const money = `/pilots/${pilotId}/money`
  const tranche = view.data?.tranches.find((one) => one.prepared.some((act) => act.preparedId === preparedId))
  const prepared = tranche?.prepared.find((one) => one.preparedId === preparedId)
  const title = tranche && prepared ? `${t.trancheNo(tranche.no)} · ${say(signedActs[prepared.act])}` : c.signature
  return (
    <Page
      narrow
      title={title}
      subtitle={view.data ? `${view.data.parkName} · ${view.data.batchName}` : undefined}
      back={{ text: t.title, to: money }}
    >
      <Async view={view}>
        {(funds) =>
          tranche && prepared ? (
            <section className="panel signature" aria-label={title}>
              <PreparedNote prepared={prepared} />
              <PreparedBody prepared={prepared} />
              <PaymentFacts
                funds={funds}
                tranche={tranche}
                amountFen={preparedSum(prepared, tranche)}
                since={prepared.prepared.at}
              />
              <ButtonRow className="action-bar no-print">
                <SignButtons prepared={prepared} onDone={() => go(money)}>
                  <PreparedBody prepared={prepared} />
                  <Signed funds={funds} amountFen={preparedSum(prepared, tranche)} since={prepared.prepared.at} />
                </SignButtons>
              </ButtonRow>
            </section>
          ) : (
            <DeadEnd says={c.signatureOver} hint={c.signatureOverHint}>
              <AppLink to={money}>{t.title}</AppLink>
            </DeadEnd>
          )
        }
      </Async>
    </Page>
  )
}

/** The sum and the account once more, where one says yes to them; nothing where no sum is signed. */
function Signed({ funds, amountFen, since }: { funds: Funds; amountFen: Fen | null; since: string }) {
  const c = useWords(cardWords)
  if (amountFen === null) return null
  return (
    <KeyValue
      columns={1}
      facts={[
        { label: c.sum, value: <Money fen={amountFen} /> },
        { label: c.payee, value: funds.payee.name },
        { label: c.payeeAccount, value: <PayeeText payee={funds.payee} since={since} /> },
      ]}
    />
  )
}
