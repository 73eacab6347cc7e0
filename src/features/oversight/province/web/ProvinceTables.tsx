import type { z } from 'zod'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { Figure, ProgressBar } from '../../../../ui/Figures.tsx'
import { useWords } from '../../../../ui/language.tsx'
import type { Column } from '../../../../ui/table-column.ts'
import { Money, StatusTag } from '../../../../ui/Values.tsx'
import type * as contract from '../contract.ts'
import { words } from '../words.ts'

type Reply = z.output<typeof contract.showProvince.reply>
type County = Reply['counties'][number]
type Park = County['parks'][number]

/** The columns that a county and a park share. */
function useFigureColumns<Row extends contract.Figures>(
  time: number | null,
  /** What their tables are called. */
  table: string,
  servicesTo: (row: Row) => string | null,
): Column<Row>[] {
  const t = useWords(words)
  const money = (key: 'awardFen' | 'committedFen' | 'disbursedFen' | 'spentFen', title: string): Column<Row> => ({
    key,
    title,
    align: 'right',
    show: (row) => <Money fen={row[key]} />,
  })
  return [
    money('awardFen', t.award),
    money('committedFen', t.committed),
    money('disbursedFen', t.disbursed),
    money('spentFen', t.spent),
    {
      key: 'progress',
      title: t.progress,
      width: 190,
      sort: progressOf,
      show: (row) => <ProgressBar done={progressOf(row)} time={time ?? undefined} label={t.progressNote} />,
    },
    {
      key: 'servicesCounted',
      title: t.services,
      align: 'right',
      sort: ({ servicesCounted }) => servicesCounted,
      show: (row) => (
        <Figure to={servicesTo(row)}>
          {row.servicesCounted} / {row.services}
        </Figure>
      ),
    },
    {
      key: 'returns',
      title: table,
      sort: ({ returnsLate }) => returnsLate,
      show: (row) => <ReturnState figures={row} />,
    },
    { key: 'findings', title: t.findings, align: 'right' },
  ]
}

/** Counted services against the quantity of the plans, percent. */
function progressOf({ servicesCounted, servicesPlanned }: contract.Figures): number {
  return servicesPlanned > 0 ? (servicesCounted / servicesPlanned) * 100 : 0
}

function ReturnState({ figures }: { figures: contract.Figures }) {
  const t = useWords(words)
  if (figures.returnsLate > 0) return <StatusTag tone="bad">{t.late(figures.returnsLate)}</StatusTag>
  if (figures.returnsOpen > 0) return <StatusTag tone="warning">{t.open(figures.returnsOpen)}</StatusTag>
  return figures.returnsAccepted > 0 ? <StatusTag tone="good">{t.allAccepted}</StatusTag> : <StatusTag>—</StatusTag>
}

type CountyTableProps = {
  counties: County[]
  totals: Reply['totals']
  time: number | null
  batch: string | undefined
  table: string
}

export function CountyTable({ counties, totals, time, batch, table }: CountyTableProps) {
  const t = useWords(words)
  const columns: Column<County>[] = [
    { key: 'countyName', title: t.county, fixed: true, sort: ({ scope }) => scope },
    {
      key: 'parks',
      title: t.parks,
      align: 'right',
      sort: ({ parks }) => parks.length,
      show: (row) => row.parks.length,
    },
    ...useFigureColumns<County>(time, table, () => null),
  ]
  const sums = {
    countyName: t.back,
    parks: totals.pilots,
    awardFen: <Money fen={totals.awardFen} />,
    committedFen: <Money fen={totals.committedFen} />,
    disbursedFen: <Money fen={totals.disbursedFen} />,
    spentFen: <Money fen={totals.spentFen} />,
    servicesCounted: `${totals.servicesCounted} / ${totals.services}`,
    findings: totals.findings,
  }
  return (
    <DataTable
      label={t.title}
      columns={columns}
      rows={counties}
      rowKey={(row) => row.countyId}
      rowTo={(row) => `/province?county=${row.countyId}${batch ? `&batch=${batch}` : ''}`}
      sums={sums}
    />
  )
}

export function ParkTable({ parks, time, table }: { parks: Park[]; time: number | null; table: string }) {
  const t = useWords(words)
  const columns: Column<Park>[] = [
    { key: 'parkName', title: t.park, fixed: true },
    ...useFigureColumns<Park>(time, table, (row) => `/pilots/${row.pilotId}/services`),
  ]
  return (
    <DataTable
      label={t.title}
      columns={columns}
      rows={parks}
      rowKey={(row) => row.pilotId}
      rowTo={(row) => `/pilots/${row.pilotId}`}
    />
  )
}
