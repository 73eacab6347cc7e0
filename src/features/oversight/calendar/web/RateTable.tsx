import { AppLink } from '../../../../ui/AppLink.tsx'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { Figure, ProgressBar } from '../../../../ui/Figures.tsx'
import { useWords } from '../../../../ui/language.tsx'
import type { Column } from '../../../../ui/table-column.ts'
import { percentText } from '../../../../ui/Values.tsx'
import type { LatenessRow } from '../contract.ts'
import { words } from '../words.ts'
import { listTo } from './links.ts'

type Row = LatenessRow & {
  readonly key: string
  readonly name: string
  readonly note: string
  /** The page of the next tier; null where there is none. */
  readonly to: string | null
  /** Filters of the list behind its figures. */
  readonly behind: Readonly<Record<string, string | null | undefined>>
}

type RateTableProps = { label: string; first: string; rows: readonly Row[]; empty?: string }

/** Counts and rates side by side; a count opens its list, a unit the tier below. */
export function RateTable({ label, first, rows, empty }: RateTableProps) {
  const t = useWords(words)
  const count = (key: 'owed' | 'late' | 'overdue' | 'locked', title: string, standing: string): Column<Row> => ({
    key,
    title,
    align: 'right',
    show: (row) => <Figure to={row[key] > 0 ? listTo({ ...row.behind, standing }) : null}>{row[key]}</Figure>,
  })
  const rate = (key: 'completeness' | 'timeliness', title: string): Column<Row> => ({
    key,
    title,
    width: 170,
    show: (row) => (row[key] === null ? '—' : <ProgressBar done={row[key]} label={`${row.name} ${title}`} />),
  })
  return (
    <DataTable<Row>
      label={label}
      rowKey={(row) => row.key}
      rows={rows}
      empty={empty}
      columns={[
        {
          key: 'name',
          title: first,
          show: (row) => (
            <>
              {row.to ? <AppLink to={row.to}>{row.name}</AppLink> : row.name}
              {row.note ? <span className="soft"> {row.note}</span> : null}
            </>
          ),
        },
        rate('completeness', t.completeness),
        rate('timeliness', t.timeliness),
        count('owed', t.owedCount, 'owed'),
        count('late', t.lateCount, 'late'),
        count('overdue', t.overdueCount, 'missing'),
        count('locked', t.lockedCount, 'locked'),
      ]}
    />
  )
}

export function rateText(rate: number | null): string {
  return rate === null ? '—' : percentText(rate)
}
