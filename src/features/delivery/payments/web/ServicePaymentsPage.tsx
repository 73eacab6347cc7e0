import { serviceKinds } from '../../../../policy/records/service-kinds.ts'
import { serviceStateNames } from '../../../../policy/services/service.ts'
import { Async } from '../../../../ui/Async.tsx'
import { useView } from '../../../../ui/api.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PrintButton } from '../../../../ui/PrintButton.tsx'
import { usePathParam, useUrl } from '../../../../ui/url.ts'
import { useJump } from '../../../../ui/use-jump.ts'
import { StatusTag } from '../../../../ui/Values.tsx'
import { useServiceTabs } from '../../services/web/public.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { Comparison } from './Comparison.tsx'
import { ContractPanel } from './ContractPanel.tsx'
import { InvoiceList } from './InvoiceList.tsx'
import { LimitsPanel } from './Limits.tsx'
import { NextMoneyStep } from './NextMoneyStep.tsx'
import { PaymentActs } from './PaymentActs.tsx'
import { PaymentList } from './PaymentList.tsx'
import './payments.css'

/** The money of one service; the act that is open stands in the address (`?act=approve&payment=…`). */
export function ServicePaymentsPage() {
  const t = useWords(words)
  const say = useText()
  const serviceId = usePathParam('serviceId')
  const { search, setSearch } = useUrl()
  const tabs = useServiceTabs(serviceId)
  const view = useView(contract.showPayments, { params: { serviceId } })
  useJump(view.data !== undefined)
  const found = view.data
  const open = (act: string, paymentId?: string, invoiceId?: string) =>
    setSearch({ act, payment: paymentId ?? null, invoice: invoiceId ?? null }, { replace: false })
  return (
    <Page
      title={found ? `${found.no} ${say(serviceKinds[found.kind])}` : t.title}
      status={found ? <StatusTag>{say(serviceStateNames[found.state])}</StatusTag> : null}
      subtitle={found ? `${found.enterpriseName} · ${found.parkName}` : undefined}
      back={{ text: t.allServices, to: found ? `/pilots/${found.pilotId}/services` : '/services' }}
      actions={<PrintButton />}
      tabs={tabs}
    >
      <Async view={view}>
        {(money) => (
          <>
            <NextMoneyStep view={money} onAct={open} />
            <div className="columns">
              <div>
                <Comparison view={money} />
                <InvoiceList view={money} onAct={open} />
                <PaymentList view={money} onAct={open} />
              </div>
              <div>
                <LimitsPanel view={money} />
                <ContractPanel view={money} />
              </div>
            </div>
            <PaymentActs
              serviceId={serviceId}
              view={money}
              act={search.act}
              paymentId={search.payment}
              invoiceId={search.invoice}
              onClose={() => setSearch({ act: null, payment: null, invoice: null })}
            />
          </>
        )}
      </Async>
    </Page>
  )
}
