import { cadenceWords } from '../../../../policy/returns/cadence-words.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import type { Column } from '../../../../ui/table-column.ts'
import type { Draft } from '../../../../ui/use-autosave.ts'
import type { FilingView } from '../../course/contract.ts'
import type { ReturnRow, TableView } from '../contract.ts'
import { words } from '../words.ts'
import { AcceptedField, CarriedReductions, ReductionReasonField } from './JudgeFields.tsx'
import { ReasonField } from './ReasonField.tsx'
import {
  AcceptedText,
  FigureCell,
  IndicatorCell,
  RateCell,
  ReductionLines,
  TargetCell,
  TotalCell,
} from './RowCells.tsx'
import { useFigureJudgment } from './TableJudge.tsx'
import type { Reasons } from './use-table.ts'

type ReturnTableProps = {
  filing: FilingView
  table: TableView
  rows: readonly ReturnRow[]
  /** Where the park writes its reasons; null when it may not. */
  draft: Draft<Reasons> | null
}

/** The rows of a return: dense, the indicator always in view; reasons and judgment written in place. */
export function ReturnTable({ filing, table, rows, draft }: ReturnTableProps) {
  const t = useWords(words)
  const c = useWords(cadenceWords[table.head.cadence])
  const say = useText()
  const judgment = useFigureJudgment()
  const isOpen = filing.viewed === null
  const { period } = table.head
  const placeOf = new Map(table.rows.map((row, at) => [row.indicator, at + 1]))
  const judging: Column<ReturnRow> = {
    key: 'accepted',
    title: t.acceptedShort,
    width: 190,
    show: (row) =>
      judgment ? (
        <div className="return-reduce">
          <AcceptedField row={row} period={period} judgment={judgment} />
          <ReductionReasonField row={row} period={period} judgment={judgment} />
          <CarriedReductions row={row} period={period} judgment={judgment} />
        </div>
      ) : (
        <AcceptedText row={row} />
      ),
  }
  const columns: Column<ReturnRow>[] = [
    {
      key: 'indicator',
      title: t.indicator,
      fixed: true,
      width: 214,
      show: (row) => <IndicatorCell row={row} at={placeOf.get(row.indicator) ?? 0} />,
    },
    { key: 'target', title: t.targetShort, align: 'right', width: 88, show: (row) => <TargetCell row={row} /> },
    {
      key: 'thisPeriod',
      title: c.thisPeriodShort,
      align: 'right',
      width: 64,
      show: (row) => <FigureCell row={row} figure="thisPeriod" span="period" name={c.thisPeriod} />,
    },
    {
      key: 'thisYear',
      title: t.thisYearShort,
      align: 'right',
      width: 64,
      show: (row) => <FigureCell row={row} figure="thisYear" span="year" />,
    },
    { key: 'total', title: t.totalShort, align: 'right', width: 80, show: (row) => <TotalCell row={row} /> },
    { key: 'rate', title: t.rateAndGap, width: 164, show: (row) => <RateCell row={row} /> },
    {
      key: 'proofs',
      title: t.proofsShort,
      align: 'right',
      width: 60,
      show: (row) => <FigureCell row={row} figure="proofs" span="total" name={t.proofs} />,
    },
    {
      key: 'reason',
      title: t.reason,
      width: isOpen ? 320 : 200,
      card: draft ? 'bare' : undefined,
      show: (row) =>
        draft ? (
          <>
            <ReductionLines row={row} />
            <ReasonField row={row} draft={draft} />
          </>
        ) : (
          <span className="return-text">{row.reason}</span>
        ),
    },
    ...(isOpen ? [] : [judging]),
  ]
  return (
    <DataTable
      label={say(table.head.name)}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.indicator}
      empty={t.noRows}
    />
  )
}
