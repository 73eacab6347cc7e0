import { Alert } from 'antd'
import { cadenceWords } from '../../../../policy/returns/cadence-words.ts'
import { reasonsOfRows, tableFigures } from '../../../../policy/returns/empty-figure.ts'
import type { Cadence } from '../../../../shared/periods.ts'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { Async } from '../../../../ui/Async.tsx'
import { AutosaveNotice } from '../../../../ui/AutosaveBadge.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { TypedFields } from '../../../../ui/typed-texts.tsx'
import { useUrl } from '../../../../ui/url.ts'
import { usePeriodText } from '../../../../ui/Values.tsx'
import { draftOf, type EditorProps, type ReaderProps, type SectionDraft } from '../../course/web/public.ts'
import type { TableView } from '../contract.ts'
import { words } from '../words.ts'
import { EmptyLegend } from './EmptyFigure.tsx'
import { figureText } from './figure-text.ts'
import { PrintForm } from './PrintForm.tsx'
import { RecordsDrawer } from './RecordsDrawer.tsx'
import { ReturnHead } from './ReturnHead.tsx'
import { ReturnTable } from './ReturnTable.tsx'
import { RowFilter, rowsShown } from './RowFilter.tsx'
import { type Reasons, reasonsSection, useTable } from './use-table.ts'
import './returns.css'

/** The table while the park explains its figures. */
export function TableEditor({ filing, drafts }: EditorProps) {
  return <TableContent filing={filing} draft={draftOf<Reasons>(drafts, reasonsSection) ?? null} />
}

/** The table to read, and for whoever judges it to reduce. */
export function TableReader({ filing }: ReaderProps) {
  return <TableContent filing={filing} draft={null} />
}

type Props = Pick<EditorProps, 'filing'> & { draft: SectionDraft<Reasons> | null }

function TableContent({ filing, draft }: Props) {
  const { search } = useUrl()
  const view = useTable(filing)
  return (
    <Async view={view}>
      {(table) => {
        const props = { filing, table }
        const shown = rowsShown(table, search.show)
        const rows = <ReturnTable {...props} rows={shown} draft={draft} />
        return (
          <>
            <div className="return-screen">
              {table.later ? <Later later={table.later} cadence={table.head.cadence} /> : null}
              {draft && table.held && filing.gaps.length > 0 ? <Held held={table.held} /> : null}
              <ReturnHead {...props} />
              {draft ? <AutosaveNotice draft={draft as SectionDraft} /> : null}
              <div data-section={reasonsSection} className="return-rows">
                <RowFilter table={table} />
                {draft ? <TypedFields store={draft.typed}>{rows}</TypedFields> : rows}
                <EmptyLegend reasons={reasonsOfRows(shown, figuresShown(filing))} />
              </div>
            </div>
            <RecordsDrawer {...props} />
            <PrintForm {...props} />
          </>
        )
      }}
    </Async>
  )
}

/** The column of what is accepted stands only beside a version. */
function figuresShown({ viewed }: EditorProps['filing']) {
  return viewed ? tableFigures : tableFigures.filter((figure) => figure !== 'accepted')
}

/** What keeps a table back besides its reasons: its lock, or the return before it. */
function Held({ held: { text, clause } }: { held: NonNullable<TableView['held']> }) {
  const say = useText()
  return (
    <Alert
      type="warning"
      showIcon
      title={
        <>
          {say(text)} <span className="clause">{clause}</span>
        </>
      }
    />
  )
}

type LaterProps = { later: NonNullable<TableView['later']>; cadence: Cadence }

function Later({ later, cadence }: LaterProps) {
  const t = useWords(words)
  const c = useWords(cadenceWords[cadence])
  const say = useText()
  const periodText = usePeriodText()
  const { path } = useUrl()
  return (
    <Alert
      type="info"
      showIcon
      title={t.laterTitle}
      description={
        <>
          {later.period ? t.laterNote(periodText(later.period), c.return) : t.laterNoteLast}
          <ul>
            {later.figures.map(({ indicator, name, reported, now }) => (
              <li key={indicator}>
                <AppLink to={`${path}?records=${indicator}`}>
                  {t.changedFigure(say(name), figureText(reported), figureText(now))}
                </AppLink>
              </li>
            ))}
          </ul>
        </>
      }
    />
  )
}
