import { type PaymentState, paymentStateNames } from '../../../../policy/money/payment.ts'
import { dayOf } from '../../../../shared/dates.ts'
import { Async } from '../../../../ui/Async.tsx'
import { useView } from '../../../../ui/api.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { Page, PageTabs } from '../../../../ui/Page.tsx'
import type { Column } from '../../../../ui/table-column.ts'
import { useTableSearch } from '../../../../ui/table-search.ts'
import { usePathParam } from '../../../../ui/url.ts'
import { DayText, Money, StatusTag } from '../../../../ui/Values.tsx'
import { useMoneyTabs } from '../../../money/funds/web/public.ts'
import { usePilotTabs } from '../../../programme/pilots/web/public.ts'
import { paymentTones } from '../../services/web/public.ts'
import * as contract from '../contract.ts'
import type { ListedPayment } from '../listed-contract.ts'
import { words } from '../words.ts'

const states = Object.keys(paymentStateNames) as PaymentState[]

/** Every payment of a pilot, newest first; each opens the money of its service. */
export function PilotPaymentsPage() {
  const t = useWords(words)
  const say = useText()
  const pilotId = usePathParam('pilotId')
  const tabs = usePilotTabs(pilotId)
  const moneyTabs = useMoneyTabs(pilotId)
  const table = useTableSearch(contract.listPayments, { pageSize: 50 })
  const view = useView(contract.listPayments, { params: { pilotId }, search: table.search }, { keepPrevious: true })
  const at = `/pilots/${pilotId}`
  const columns: Column<ListedPayment>[] = [
    { key: 'serviceNo', title: t.serviceNo, width: 132, fixed: true },
    {
      key: 'state',
      title: t.state,
      width: 80,
      show: ({ state }) => <StatusTag tone={paymentTones[state]}>{say(paymentStateNames[state])}</StatusTag>,
    },
    { key: 'payeeName', title: t.payee, width: 172 },
    { key: 'enterpriseName', title: t.enterprise, width: 166 },
    {
      key: 'provincialFen',
      title: t.provincial,
      width: 116,
      align: 'right',
      show: ({ provincialFen }) => <Money fen={provincialFen} />,
    },
    { key: 'parkFen', title: t.ofPark, width: 110, align: 'right', show: ({ parkFen }) => <Money fen={parkFen} /> },
    { key: 'purpose', title: t.purpose, width: 140, card: 'hide' },
    {
      key: 'preparedAt',
      title: t.preparedOn,
      width: 104,
      card: 'hide',
      show: ({ preparedAt }) => <DayText day={dayOf(new Date(preparedAt))} />,
    },
    { key: 'paidOn', title: t.paidOn, width: 104, show: ({ paidOn }) => <DayText day={paidOn} /> },
  ]
  const { data } = view
  return (
    <Page
      title={t.payments}
      subtitle={data?.parkName}
      crumbs={[
        { text: t.pilots, to: '/pilots' },
        { text: data?.parkName ?? t.park, to: at },
        { text: t.money, to: `${at}/money` },
      ]}
      tabs={tabs}
    >
      <PageTabs inside label={t.money} tabs={moneyTabs} />
      {view.error && !data ? (
        <Async view={{ ...view, data: undefined }}>{() => null}</Async>
      ) : (
        <DataTable
          label={t.payments}
          columns={columns}
          rows={data?.payments}
          rowKey={({ paymentId }) => paymentId}
          rowTo={({ serviceId }) => `/services/${serviceId}/payments`}
          table={table}
          {...(data ? { total: data.total, placed: data.placed } : {})}
          loading={view.isPlaceholderData}
          filters={[
            {
              kind: 'select',
              name: 'state',
              label: t.state,
              options: states.map((state) => ({ value: state, text: say(paymentStateNames[state]) })),
            },
          ]}
          empty={t.nothingInPilot}
          sums={
            data && data.total > 0
              ? { provincialFen: <Money fen={data.provincialFen} />, parkFen: <Money fen={data.parkFen} /> }
              : undefined
          }
        />
      )}
    </Page>
  )
}
