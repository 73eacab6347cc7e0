import type { z } from 'zod'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { Figure, ProgressBar } from '../../../../ui/Figures.tsx'
import { useWords } from '../../../../ui/language.tsx'
import type { Column } from '../../../../ui/table-column.ts'
import { Money, StatusTag } from '../../../../ui/Values.tsx'
import type * as contract from '../contract.ts'
import { words } from '../words.ts'
import { type FigureLinks, figureLinks } from './figure-links.ts'

type Reply = z.output<typeof contract.showProvince.reply>
type County = Reply['counties'][number]
type Park = Reply['parks'][number]

/** The columns that a county and a park share. */
function useFigureColumns<Row extends contract.Figures>(
  time: number | null,
  /** What their tables are called. */
  table: string,
  linksOf: (row: Row) => FigureLinks,
): Column<Row>[] {
  const t = useWords(words)
  const money = (key: 'awardFen' | 'committedFen' | 'disbursedFen' | 'spentFen', title: string): Column<Row> => ({
    key,
    title,
    align: 'right',
    show: (row) => (
      <Figure to={linksOf(row)[key]}>
        <Money fen={row[key]} />
      </Figure>
    ),
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
      show: (row) => <Progress figures={row} links={linksOf(row)} time={time} />,
    },
    {
      key: 'servicesCounted',
      title: t.services,
      align: 'right',
      sort: ({ servicesCounted }) => servicesCounted,
      show: (row) => <Counted figures={row} links={linksOf(row)} />,
    },
    {
      key: 'returns',
      title: table,
      sort: ({ returnsLate }) => returnsLate,
      show: (row) => <ReturnState figures={row} links={linksOf(row)} />,
    },
    {
      key: 'findings',
      title: t.findings,
      align: 'right',
      show: (row) => <Figure to={linksOf(row).findings}>{row.findings}</Figure>,
    },
  ]
}

/** Counted services against the quantity of the plans, percent. */
function progressOf({ servicesCounted, servicesPlanned }: contract.Figures): number {
  return servicesPlanned > 0 ? (servicesCounted / servicesPlanned) * 100 : 0
}

type Shown = { figures: contract.Figures; links: FigureLinks }

function Progress({ figures, links, time }: Shown & { time: number | null }) {
  const t = useWords(words)
  return (
    <>
      <ProgressBar done={progressOf(figures)} time={time ?? undefined} label={t.progressNote} />
      <Figure to={links.servicesCounted}>{t.ofPlanned(figures.servicesCounted, figures.servicesPlanned)}</Figure>
    </>
  )
}

function Counted({ figures, links }: Shown) {
  return (
    <>
      <Figure to={links.servicesCounted}>{figures.servicesCounted}</Figure> /{' '}
      <Figure to={links.services}>{figures.services}</Figure>
    </>
  )
}

function ReturnState({ figures: { returnsLate, returnsOpen, returnsAccepted }, links }: Shown) {
  const t = useWords(words)
  if (returnsLate > 0)
    return (
      <Figure to={links.returnsLate}>
        <StatusTag tone="bad">{t.late(returnsLate)}</StatusTag>
      </Figure>
    )
  if (returnsOpen > 0)
    return (
      <Figure to={links.returnsOpen}>
        <StatusTag tone="warning">{t.open(returnsOpen)}</StatusTag>
      </Figure>
    )
  return returnsAccepted > 0 ? (
    <Figure to={links.returnsAccepted}>
      <StatusTag tone="good">{t.allAccepted}</StatusTag>
    </Figure>
  ) : (
    <StatusTag>—</StatusTag>
  )
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
      sort: ({ pilots }) => pilots,
      show: (row) => <Figure to={figureLinks({ countyId: row.countyId, batchId: batch }).pilots}>{row.pilots}</Figure>,
    },
    ...useFigureColumns<County>(time, table, ({ countyId }) => figureLinks({ countyId, batchId: batch })),
  ]
  const links = figureLinks({ batchId: batch })
  const money = (key: 'awardFen' | 'committedFen' | 'disbursedFen' | 'spentFen') => (
    <Figure to={links[key]}>
      <Money fen={totals[key]} />
    </Figure>
  )
  const sums = {
    countyName: t.back,
    parks: <Figure to={links.pilots}>{totals.pilots}</Figure>,
    awardFen: money('awardFen'),
    committedFen: money('committedFen'),
    disbursedFen: money('disbursedFen'),
    spentFen: money('spentFen'),
    progress: <Progress figures={totals} links={links} time={time} />,
    servicesCounted: <Counted figures={totals} links={links} />,
    returns: <ReturnState figures={totals} links={links} />,
    findings: <Figure to={links.findings}>{totals.findings}</Figure>,
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

type ParkTableProps = { parks: Park[]; time: number | null; table: string; batch: string | undefined }

export function ParkTable({ parks, time, table, batch }: ParkTableProps) {
  const t = useWords(words)
  const columns: Column<Park>[] = [
    { key: 'parkName', title: t.park, fixed: true },
    ...useFigureColumns<Park>(time, table, ({ pilotId, parkId }) => figureLinks({ pilotId, parkId, batchId: batch })),
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
