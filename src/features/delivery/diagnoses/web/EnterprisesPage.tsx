import { serviceKinds } from '../../../../policy/records/service-kinds.ts'
import { classNames } from '../../../../policy/services/diagnosis.ts'
import { enterpriseSize, sizeNames } from '../../../../policy/services/enterprise-size.ts'
import { Async } from '../../../../ui/Async.tsx'
import { type Reply, useView } from '../../../../ui/api.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { Figure, ProgressBar } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import type { Column } from '../../../../ui/table-column.ts'
import { usePathParam } from '../../../../ui/url.ts'
import { DayText, ShortList, StatusTag } from '../../../../ui/Values.tsx'
import { usePilotTabs } from '../../../programme/pilots/web/public.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'

type Row = Reply<typeof contract.listEnterprises>['enterprises'][number]

const sizes: readonly string[] = Object.keys(sizeNames)

/** The pilot enterprises of a park with class, diagnosis and how far their services are. */
export function EnterprisesPage() {
  const t = useWords(words)
  const say = useText()
  const pilotId = usePathParam('pilotId')
  const tabs = usePilotTabs(pilotId)
  const view = useView(contract.listEnterprises, { params: { pilotId } })
  const at = `/pilots/${pilotId}`
  const sizeOf = (row: Row) => {
    const size = enterpriseSize(row)
    return size ? say(sizeNames[size]) : '—'
  }
  const columns: readonly Column<Row>[] = [
    { key: 'name', title: t.name, width: 220, fixed: true },
    {
      key: 'diagnosedOn',
      title: t.diagnosis,
      width: 110,
      show: (row) =>
        row.diagnosedOn ? <DayText day={row.diagnosedOn} /> : <StatusTag tone="warning">{t.undiagnosed}</StatusTag>,
    },
    { key: 'class', title: t.class, width: 116, show: (row) => (row.class ? say(classNames[row.class]) : '—') },
    {
      key: 'recommended',
      title: t.recommended,
      width: 250,
      card: 'hide',
      sort: (row) => row.recommended.length,
      show: (row) => <ShortList names={row.recommended.map((kind) => say(serviceKinds[kind]))} />,
    },
    { key: 'size', title: t.size, width: 64, sort: (row) => sizes.indexOf(enterpriseSize(row) ?? ''), show: sizeOf },
    {
      key: 'services',
      title: t.services,
      align: 'right',
      width: 80,
      show: (row) => (
        <Figure to={row.services > 0 ? `${at}/services?enterpriseId=${row.enterpriseId}` : null}>{row.services}</Figure>
      ),
    },
    {
      key: 'servicesCounted',
      title: t.servicesCounted,
      align: 'right',
      width: 90,
    },
    { key: 'uscc', title: t.uscc, width: 190, card: 'hide', show: (row) => <span className="number">{row.uscc}</span> },
  ]
  return (
    <Page title={t.title} subtitle={view.data?.parkName} tabs={tabs}>
      <Async view={view} isEmpty={(data) => data.enterprises.length === 0} empty={t.noEnterprises}>
        {({ enterprises }) => {
          const done = enterprises.filter((one) => one.diagnosedOn !== null).length
          return (
            <>
              <div className="panel">
                <div className="soft">{t.progress(done, enterprises.length)}</div>
                <ProgressBar label={t.diagnosis} done={(done / enterprises.length) * 100} />
              </div>
              <DataTable
                label={t.title}
                columns={columns}
                rows={enterprises}
                rowKey={(row) => row.enterpriseId}
                rowTo={(row) => `${at}/enterprises/${row.enterpriseId}`}
              />
            </>
          )
        }}
      </Async>
    </Page>
  )
}
