import { Alert, Button } from 'antd'
import { filingKinds } from '../../../../policy/filings/filing-kinds.ts'
import { seatNames } from '../../../../policy/people/roles.ts'
import { abilityFor, isAllowed } from '../../../../ui/ability.ts'
import { ButtonRow } from '../../../../ui/ButtonRow.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { useMe } from '../../../../ui/session.ts'
import { useUrl } from '../../../../ui/url.ts'
import { useJump } from '../../../../ui/use-jump.ts'
import { SignButtons as SignPrepared } from '../../../programme/signing/web/public.ts'
import type { FilingView } from '../contract.ts'
import { words } from './act-words.ts'
import { Changes } from './Changes.tsx'
import { Hints } from './CheckList.tsx'
import { FilingFrame } from './FilingFrame.tsx'
import { isNewest } from './filing-view.ts'
import type { JudgeProps, Judgment, KindScreens, ScreenProps } from './kind-screens.ts'
import { OpinionBar } from './OpinionBar.tsx'
import { Opinions } from './Opinions.tsx'
import { PreparedOpinion, preparedOf, SentBackOpinion, SignButtons } from './PreparedOpinion.tsx'
import { PreparedRecording } from './PreparedRecording.tsx'
import { RecordFiling } from './RecordFiling.tsx'
import { ReopenFiling } from './ReopenFiling.tsx'
import { Seals } from './Seals.tsx'
import { SubmitFiling } from './SubmitFiling.tsx'
import { type Marks, useMarks } from './use-marks.ts'
import { WithdrawFiling } from './WithdrawFiling.tsx'

/** One version: what it says, what changed, what every seat says, and what this reader may do about it. */
export function FilingReader({ filing, kind, place }: ScreenProps) {
  const marks = useMarks(filing)
  const { search } = useUrl()
  const newest = isNewest(filing)
  const judges = newest && isAllowed(filing.actions, 'give-opinion')
  const sections = kind.sections(filing)
  const { Judge = NoJudge } = kind
  useJump(Boolean(search.field ?? search.section))
  return (
    <Judge filing={filing}>
      {(judgment) => (
        <FilingFrame filing={filing} kind={kind} place={place}>
          <ClosedNotice filing={filing} />
          {newest ? <PreparedOpinion filing={filing} kind={kind} /> : null}
          {newest ? <SentBackOpinion filing={filing} kind={kind} /> : null}
          {newest ? <PreparedRecording filing={filing} /> : null}
          <Opinions filing={filing} sections={sections} />
          <Changes filing={filing} sections={sections} />
          {judges ? <Hints filing={filing} kind={kind} /> : null}
          <kind.Reader filing={filing} marks={judges && filing.returnable ? marks : null} />
          <Seals filing={filing} />
          {newest ? <Acts filing={filing} kind={kind} marks={marks} judgment={judgment} /> : <ToNewest />}
        </FilingFrame>
      )}
    </Judge>
  )
}

/** Whether the reader belongs to the unit that writes this filing, which is open yet closed to them. */
function useIsKeptOut({ unit, state }: FilingView): boolean {
  const me = useMe()
  const isOwn = me.unitId === unit.unitId && me.permissions.includes('filing.edit')
  return isOwn && (state === 'draft' || state === 'returned')
}

/** Why somebody of the unit that owes it cannot write it now: it came too late, or another office writes it. */
function ClosedNotice({ filing }: { filing: FilingView }) {
  const say = useText()
  const isKeptOut = useIsKeptOut(filing)
  const editing = abilityFor(filing.actions, 'edit')
  if (!isKeptOut || !editing || editing.allowed) return null
  return (
    <Alert
      type="warning"
      showIcon
      className="notice"
      title={
        <>
          {say(editing.because)} <span className="clause">{editing.clause}</span>
        </>
      }
    />
  )
}

function NoJudge({ children }: JudgeProps) {
  return children(null)
}

type ActsProps = { filing: FilingView; kind: KindScreens; marks: Marks; judgment: Judgment | null }

/** What can be done in this state by somebody of this post; nothing that is another's part. */
function Acts({ filing, kind, marks, judgment }: ActsProps) {
  const me = useMe()
  const { state, actions, ownSeat } = filing
  const prepared = preparedOf(filing)
  const isFiler = me.unitId === filing.unit.unitId && me.permissions.includes('filing.submit')
  const isReviewer = ownSeat !== null && filing.seats.includes(ownSeat)
  // A bureau of the unit that files may be the one that reviews; taking it back is not its part.
  const mayWithdraw =
    isAllowed(actions, 'withdraw') || (isFiler && !isReviewer && filingKinds[filing.kind].withdrawable)
  const isKeptOut = useIsKeptOut(filing)
  const buttons = [
    isKeptOut && me.permissions.includes('filing.submit') && !isAllowed(actions, 'edit') ? (
      <SubmitFiling key="submit" filing={filing} kind={kind} saveAll={async () => true} revisions={() => ({})} />
    ) : null,
    state === 'submitted' && mayWithdraw ? <WithdrawFiling key="withdraw" filing={filing} /> : null,
    state === 'submitted' && prepared ? (
      <SignButtons key="sign" filing={filing} kind={kind} opinion={prepared} />
    ) : state === 'submitted' && isReviewer ? (
      <OpinionBar key="opinion" filing={filing} kind={kind} marks={marks} judgment={judgment} />
    ) : null,
    ...(state === 'approved' ? recordingOf(filing, me.permissions.includes('filing.record')) : []),
    isAllowed(actions, 'reopen') ? <ReopenFiling key="reopen" filing={filing} kind={kind} /> : null,
  ].filter((button) => button !== null)
  if (buttons.length === 0) return null
  return (
    <ButtonRow className="action-bar no-print">
      <span className="autosave">
        <ActsNote filing={filing} marks={marks} judgment={judgment} />
      </span>
      {buttons}
    </ButtonRow>
  )
}

/** Recording it, or signing what was prepared to that end. */
function recordingOf(filing: FilingView, records: boolean) {
  const { prepared } = filing.recordings
  if (prepared.length > 0) return prepared.map((one) => <SignPrepared key={one.preparedId} prepared={one} />)
  return filing.recorders && records ? [<RecordFiling key="record" filing={filing} />] : []
}

function ActsNote({ filing, marks, judgment }: Omit<ActsProps, 'kind'>) {
  const t = useWords(words)
  const say = useText()
  const { actions, ownSeat, state } = filing
  if (preparedOf(filing)) return t.signatureAwaited
  if (filing.recordings.prepared.length > 0) return t.recordingAwaited
  if (isAllowed(actions, 'give-opinion')) {
    const marked = Object.keys(marks.reasons).length
    if (judgment) return judgment.note
    if (marked > 0) return t.markedCount(marked)
    return `${ownSeat ? t.speakingFor(say(seatNames[ownSeat])) : ''}${filing.returnable ? t.markHint : ''}`
  }
  if (isAllowed(actions, 'record')) return t.recordAwaited
  return state === 'approved' || state === 'recorded' ? t.isOver : ''
}

function ToNewest() {
  const t = useWords(words)
  const { setSearch } = useUrl()
  return (
    <ButtonRow className="action-bar no-print">
      <span className="autosave">{t.oldVersion}</span>
      <Button type="primary" onClick={() => setSearch({ version: null })}>
        {t.toNewest}
      </Button>
    </ButtonRow>
  )
}
