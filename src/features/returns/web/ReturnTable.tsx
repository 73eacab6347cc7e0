import { DataTable } from '../../../ui/DataTable.tsx'
import { useText, useWords } from '../../../ui/language.tsx'
import type { Column } from '../../../ui/table-column.ts'
import type { Draft } from '../../../ui/use-autosave.ts'
import { Count } from '../../../ui/Values.tsx'
import type { ReturnRow, ReturnView } from '../contract.ts'
import { words } from '../words.ts'
import { figureText } from './figure-text.ts'
import { AcceptedField, ReductionReasonField } from './JudgeFields.tsx'
import { ReasonField } from './ReasonField.tsx'
import { FigureCell, GapCell, IndicatorCell, RateCell, TotalCell } from './RowCells.tsx'
import type { Judgement } from './use-judgement.ts'
import type { Reasons } from './use-reasons.ts'

type ReturnTableProps = {
  view: ReturnView
  rows: readonly ReturnRow[]
  /** Where the park writes its reasons; null when it may not. */
  draft: Draft<Reasons> | null
  /** Where the county judges; null when it does not. */
  judgement: Judgement | null
}

/** The rows of a return: dense, the indicator always in view; reasons and judgement written in place. */
export function ReturnTable({ view, rows, draft, judgement }: ReturnTableProps) {
  const t = useWords(words)
  const say = useText()
  const placeOf = new Map(view.rows.map((row, at) => [row.indicator, at + 1]))
  const number = (key: 'target' | 'yearTarget' | 'baseline', title: string): Column<ReturnRow> => ({
    key,
    title,
    align: 'right',
    width: 96,
    show: (row) => <span className="number">{figureText(row[key])}</span>,
  })
  const judging: Column<ReturnRow>[] = judgement
    ? [
        {
          key: 'accepted',
          title: t.acceptedValue,
          align: 'right',
          width: 130,
          show: (row) => <AcceptedField row={row} judgement={judgement} />,
        },
        {
          key: 'reductionReason',
          title: t.reductionReason,
          width: 230,
          card: 'bare',
          show: (row) => <ReductionReasonField row={row} judgement={judgement} />,
        },
      ]
    : [
        {
          key: 'accepted',
          title: t.acceptedValue,
          align: 'right',
          width: 110,
          show: (row) => <AcceptedText row={row} />,
        },
        {
          key: 'reductionReason',
          title: t.reductionReason,
          width: 180,
          show: ({ reductionReason }) => <span className="return-text">{reductionReason}</span>,
        },
      ]
  const columns: Column<ReturnRow>[] = [
    {
      key: 'indicator',
      title: t.indicator,
      fixed: true,
      width: 236,
      show: (row) => <IndicatorCell row={row} at={placeOf.get(row.indicator) ?? 0} />,
    },
    { key: 'unit', title: t.unit, width: 64, show: ({ unit }) => say(unit) },
    number('target', t.target),
    number('yearTarget', t.yearTarget),
    { ...number('baseline', t.baseline), width: 72 },
    {
      key: 'thisQuarter',
      title: t.thisQuarter,
      align: 'right',
      width: 84,
      show: (row) => <FigureCell row={row} value={row.thisQuarter} span="quarter" />,
    },
    {
      key: 'thisYear',
      title: t.thisYear,
      align: 'right',
      width: 84,
      show: (row) => <FigureCell row={row} value={row.thisYear} span="year" />,
    },
    { key: 'total', title: t.total, align: 'right', width: 96, show: (row) => <TotalCell row={row} /> },
    { key: 'rate', title: t.rate, width: 150, card: 'bare', show: (row) => <RateCell row={row} /> },
    { key: 'gap', title: t.gap, align: 'right', width: 92, show: (row) => <GapCell row={row} /> },
    {
      key: 'proofs',
      title: t.proofs,
      align: 'right',
      width: 76,
      show: ({ computed, proofs }) => (computed ? <Count value={proofs} /> : <span className="faint">—</span>),
    },
    {
      key: 'reason',
      title: t.reason,
      width: 280,
      card: draft ? 'bare' : undefined,
      show: (row) =>
        draft ? <ReasonField row={row} draft={draft} /> : <span className="return-text">{row.reason}</span>,
    },
    ...(view.state === 'open' ? [] : judging),
  ]
  return (
    <DataTable label={t.tableTitle} columns={columns} rows={rows} rowKey={(row) => row.indicator} empty={t.noRows} />
  )
}

function AcceptedText({ row: { accepted, total } }: { row: ReturnRow }) {
  if (accepted === null) return <span className="faint">—</span>
  const reduced = total !== null && accepted < total
  return (
    <span className={reduced ? 'number return-behind' : 'number'}>
      {reduced ? <del className="soft">{figureText(total)}</del> : null} {figureText(accepted)}
    </span>
  )
}
