import { DownloadOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { cadenceWords } from '../../../policy/cadence-words.ts'
import type { Cadence } from '../../../shared/periods.ts'
import { actionNamed } from '../../../ui/ActionButton.tsx'
import { AppLink } from '../../../ui/AppLink.tsx'
import { Async } from '../../../ui/Async.tsx'
import { AutosaveBadge, AutosaveNotice } from '../../../ui/AutosaveBadge.tsx'
import { downloadUrl, useView } from '../../../ui/api.ts'
import { DownloadPaper } from '../../../ui/DownloadPaper.tsx'
import { Section } from '../../../ui/Figures.tsx'
import { GapList } from '../../../ui/GapList.tsx'
import { useLanguage, useText, useWords } from '../../../ui/language.tsx'
import { Page } from '../../../ui/Page.tsx'
import { PrintButton } from '../../../ui/PrintButton.tsx'
import { useMe } from '../../../ui/session.ts'
import { useGo, usePathParam, useUrl } from '../../../ui/url.ts'
import { useJump } from '../../../ui/use-jump.ts'
import { usePeriodText } from '../../../ui/Values.tsx'
import { filingWord } from '../../papers/contract.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { AcceptReturn } from './AcceptReturn.tsx'
import { figureText } from './figure-text.ts'
import { PrintForm } from './PrintForm.tsx'
import { RecordReturn } from './RecordReturn.tsx'
import { RecordsDrawer } from './RecordsDrawer.tsx'
import { ReturnHead } from './ReturnHead.tsx'
import { ReturnTable } from './ReturnTable.tsx'
import { RowFilter, rowsShown } from './RowFilter.tsx'
import { InTime, StateTag } from './StateTag.tsx'
import { SubmitReturn } from './SubmitReturn.tsx'
import { useJudgement } from './use-judgement.ts'
import { gapsWith, reasonsSection, useReasons } from './use-reasons.ts'
import './returns.css'

/** The table of one period: filled in by the park, judged by the county, read by everybody above. */
export function ReturnPage() {
  const filingId = usePathParam('filingId')
  const view = useView(contract.showReturn, { params: { filingId } })
  return <Async view={view}>{(data) => <Table key={data.filingId} view={data} />}</Async>
}

function Table({ view }: { view: contract.ReturnView }) {
  const t = useWords(words)
  const c = useWords(cadenceWords[view.head.cadence])
  const say = useText()
  const go = useGo()
  const periodText = usePeriodText()
  const { language } = useLanguage()
  const { search } = useUrl()
  const draft = useReasons(view)
  const judgement = useJudgement(view)
  useJump(true)
  const { filingId, pilotId, head, rows, state, actions, later } = view
  const mayExplain = actionNamed(actions, 'explain')?.allowed === true
  const mayAccept = actionNamed(actions, 'accept')?.allowed === true
  const judging = mayAccept && search.mode === 'judge'
  const barrier = barrierOf(view, useMe().permissions)
  const gaps = mayExplain ? gapsWith(view, draft.value) : []
  const period = periodText(head.period)
  return (
    <Page
      title={`${period} ${say(head.name)}`}
      crumbs={[
        { text: t.pilots, to: '/pilots' },
        { text: head.parkName, to: `/pilots/${pilotId}` },
        { text: c.returns, to: `/pilots/${pilotId}/returns` },
      ]}
      status={
        <>
          <StateTag state={state} cadence={head.cadence} /> <InTime of={view} today={view.today} />
        </>
      }
      subtitle={state === 'open' ? t.openNote : t.frozenNote}
      actions={
        <>
          <Button
            href={downloadUrl(contract.returnWorkbook, { filingId }, { language })}
            download
            icon={<DownloadOutlined aria-hidden />}
          >
            {t.download}
          </Button>
          <DownloadPaper word={downloadUrl(filingWord, { filingId }, { language })} />
          <PrintButton />
          {mayAccept && !judging ? (
            <Button type="primary" onClick={() => go(`/returns/${filingId}?mode=judge`)}>
              {t.acceptMode}
            </Button>
          ) : null}
          <RecordReturn view={view} />
        </>
      }
    >
      <div className="return-screen">
        {later ? <Later later={later} cadence={head.cadence} /> : null}
        {barrier ? <Barred barrier={barrier} /> : null}
        <ReturnHead view={view} />
        <AutosaveNotice draft={draft} />
        {mayExplain && !(barrier && gaps.length === 0) ? (
          <Section id="check" title={t.check}>
            <GapList gaps={gaps} />
          </Section>
        ) : null}
        <div data-section={reasonsSection} className="return-rows">
          <RowFilter rows={rows} />
          <ReturnTable
            view={view}
            rows={rowsShown(rows, search.show)}
            draft={mayExplain ? draft : null}
            judgement={judging ? judgement : null}
          />
        </div>
        {mayExplain ? (
          <div className="action-bar">
            <AutosaveBadge draft={draft} />
            <SubmitReturn view={view} draft={draft} missing={gaps.length} />
          </div>
        ) : null}
        {judging ? <AcceptReturn view={view} judgement={judgement} /> : null}
      </div>
      <RecordsDrawer view={view} />
      <PrintForm view={view} />
    </Page>
  )
}

type Barrier = contract.ReturnView['actions'][number]

/** What keeps a table back besides its reasons, for whoever would submit it: its lock. */
function barrierOf({ state, actions }: contract.ReturnView, permissions: readonly string[]): Barrier | null {
  const submission = actionNamed(actions, 'submit-explained')
  const isBarred = state === 'open' && submission?.allowed === false && permissions.includes('return.submit')
  return isBarred ? submission : null
}

function Barred({ barrier }: { barrier: Barrier }) {
  const say = useText()
  return (
    <Alert
      type="warning"
      showIcon
      className="notice"
      title={
        <>
          {say(barrier.because)} <span className="clause">{barrier.clause}</span>
        </>
      }
    />
  )
}

type LaterProps = { later: NonNullable<contract.ReturnView['later']>; cadence: Cadence }

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
