import { cadenceWords } from '../../../../policy/returns/cadence-words.ts'
import { cadenceOf } from '../../../../shared/periods.ts'
import { downloadUrl } from '../../../../ui/api.ts'
import { useWords } from '../../../../ui/language.tsx'
import type { FilingView } from '../../course/contract.ts'
import type { KindScreens } from '../../course/web/public.ts'
import { filingSheets } from '../../papers/contract.ts'
import { words } from '../words.ts'
import { JudgedTable, TableJudge } from './TableJudge.tsx'
import { TableEditor, TableReader } from './TableScreen.tsx'
import { reasonsSection, useTable } from './use-table.ts'

export const tableKindScreens: KindScreens = {
  sections: () => [{ id: reasonsSection, ...words.reason }],
  Editor: TableEditor,
  Reader: TableReader,
  Judge: TableJudge,
  Judged: JudgedTable,
  Summary: TableSummary,
  Facts: FrozenNote,
  list: (filing, pilotId) => ({ text: cadenceOfTable(filing).returns, to: `/pilots/${pilotId}/returns` }),
  consequence: () => words.acceptEnd,
  workbook: ({ filingId }, asked) => downloadUrl(filingSheets, { filingId }, asked),
  checksAlways: true,
}

function cadenceOfTable({ period }: Pick<FilingView, 'period'>) {
  return cadenceWords[cadenceOf(period) ?? 'quarter']
}

function FrozenNote({ filing }: { filing: FilingView }) {
  const t = useWords(words)
  return <span>{filing.viewed ? t.frozenNote : t.openNote}</span>
}

/** How many figures are behind time, and what is corrected, before it is frozen. */
function TableSummary({ filing }: { filing: FilingView }) {
  const t = useWords(words)
  const c = useWords(cadenceOfTable(filing))
  const { data } = useTable(filing)
  if (!data) return null
  const behind = data.rows.filter((row) => (row.gap ?? 0) < 0).length
  const corrected = data.rows.filter((row) => row.previous?.correction).length
  return (
    <>
      <p>{t.summaryLine(data.rows.length, behind)}</p>
      {corrected > 0 ? <p>{t.corrections(corrected, c.earlierPeriods)}</p> : null}
      <p className="soft">{t.submitNote(c.nextPeriod)}</p>
    </>
  )
}
