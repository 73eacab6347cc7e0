import { useView } from '../../../../ui/api.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { Figure } from '../../../../ui/Figures.tsx'
import { useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { PrintButton } from '../../../../ui/PrintButton.tsx'
import type { Column } from '../../../../ui/table-column.ts'
import { Money } from '../../../../ui/Values.tsx'
import { ServicesCounted } from '../../../programme/pilots/web/public.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { parkLinks } from './park-links.ts'

type Row = contract.ParkRow

/** Everything of a bureau's parks, park by park: what waits for it, what is owed, what is late, the money; figures open. */
export function ParksPage() {
  const t = useWords(words)
  const view = useView(contract.listParks)
  const several = new Set(view.data?.parks.map(({ batchId }) => batchId)).size > 1
  const titles = {
    mine: t.parkMine,
    team: t.parkTeam,
    due: t.parkDue,
    missing: t.parkMissing,
    late: t.parkLate,
    awardFen: t.award,
    committedFen: t.committed,
    disbursedFen: t.disbursed,
    spentFen: t.spent,
    services: t.services,
  }
  const count = (key: 'mine' | 'team' | 'due' | 'missing' | 'late'): Column<Row> => ({
    key,
    title: titles[key],
    align: 'right',
    show: (row) => <Figure to={parkLinks(row)[key]}>{row[key]}</Figure>,
  })
  const money = (key: 'awardFen' | 'committedFen' | 'disbursedFen' | 'spentFen'): Column<Row> => ({
    key,
    title: titles[key],
    align: 'right',
    show: (row) => (
      <Figure to={parkLinks(row)[key]}>
        <Money fen={row[key]} plain />
      </Figure>
    ),
  })
  const columns: Column<Row>[] = [
    { key: 'parkName', title: t.park, fixed: true, width: 140 },
    ...(several ? [{ key: 'batchName', title: t.batch }] : []),
    count('mine'),
    count('team'),
    count('due'),
    count('missing'),
    count('late'),
    money('awardFen'),
    money('committedFen'),
    money('disbursedFen'),
    money('spentFen'),
    {
      key: 'servicesCounted',
      title: titles.services,
      align: 'right',
      show: (row) => <ServicesCounted pilot={row} />,
    },
  ]
  return (
    <Page title={t.parksTitle} subtitle={t.parksNote} actions={<PrintButton />}>
      <DataTable
        label={t.parksTitle}
        columns={columns}
        rows={view.data?.parks}
        failed={view}
        rowKey={({ pilotId }) => pilotId}
        rowTo={({ pilotId }) => `/pilots/${pilotId}`}
        empty={t.noParks}
      />
    </Page>
  )
}
