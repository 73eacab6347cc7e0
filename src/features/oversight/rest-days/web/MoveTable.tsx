import { DataTable } from '../../../../ui/DataTable.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import type { Column } from '../../../../ui/table-column.ts'
import { DayText, usePeriodText } from '../../../../ui/Values.tsx'
import type { MoveView } from '../contract.ts'
import { words } from '../words.ts'

/** So many units are named; the rest are counted. */
const named = 5

/** What moves, from when to when, and whom it concerns. */
export function MoveTable({ moves }: { moves: readonly MoveView[] }) {
  const t = useWords(words)
  const say = useText()
  const periodText = usePeriodText()
  const columns: Column<MoveView>[] = [
    {
      key: 'title',
      title: t.duty,
      sort: ({ title, period }) => `${say(title)} ${period}`,
      show: ({ title, period }) => `${say(title)}${period ? ` · ${periodText(period)}` : ''}`,
    },
    { key: 'what', title: t.what, width: 130, show: ({ what }) => t[what] },
    { key: 'from', title: t.from, width: 120, show: ({ from }) => <DayText day={from} /> },
    { key: 'to', title: t.to, width: 120, show: ({ to }) => <DayText day={to} /> },
    {
      key: 'units',
      title: t.units,
      sort: ({ units }) => units.length,
      show: ({ units }) =>
        units.slice(0, named).join(t.comma) + (units.length > named ? t.more(units.length - named) : ''),
    },
    { key: 'batchName', title: t.batch },
  ]
  const key = ({ title, period, what, from, to, batchName }: MoveView) =>
    [title.zh, period, what, from, to, batchName].join(' ')
  return <DataTable label={t.movesTitle} columns={columns} rows={moves} rowKey={key} empty={t.noMoves} />
}
