import { Button } from 'antd'
import { useWords } from '../../../ui/language.tsx'
import { useMe } from '../../../ui/session.ts'
import { useUrl } from '../../../ui/url.ts'
import { useJump } from '../../../ui/use-jump.ts'
import { words } from '../words.ts'
import { Changes } from './Changes.tsx'
import { FilingFrame } from './FilingFrame.tsx'
import { FilingHistory } from './FilingHistory.tsx'
import { actionIn, type FilingView, type Part, parkNameIn, sectionIn, sectionsOf } from './filing-view.ts'
import { MarkReason, MarkToggle } from './MarkSection.tsx'
import { OpinionButtons } from './OpinionButtons.tsx'
import { RecordFiling } from './RecordFiling.tsx'
import { ReopenFiling } from './ReopenFiling.tsx'
import { Seals } from './Seals.tsx'
import { SectionReader } from './SectionReader.tsx'
import { useMarks } from './use-marks.ts'
import { WithdrawFiling } from './WithdrawFiling.tsx'

/** One version: what it says, what changed, what every seat says, and what this reader may do about it. */
export function FilingReader({ filing }: { filing: FilingView }) {
  const marks = useMarks(filing.filingId)
  const { search } = useUrl()
  const { shown, versions } = filing
  const isNewest = shown === null || versions[0]?.no === shown.no
  const mayMark = isNewest && (actionIn(filing, 'give-opinion')?.allowed ?? false)
  useJump(Boolean(search.field ?? search.section))
  const contentOf = (id: string) => (shown?.content[id] ?? sectionIn(filing, id).content) as Part
  return (
    <div className="filing">
      <FilingFrame filing={filing}>
        <FilingHistory filing={filing} />
        <Changes filing={filing} />
        {sectionsOf(filing).map((section) => (
          <SectionReader
            key={section.id}
            section={section}
            content={contentOf(section.id)}
            parkName={parkNameIn(filing)}
            actions={mayMark ? <MarkToggle section={section} marks={marks} /> : undefined}
          >
            {mayMark ? <MarkReason section={section} marks={marks} /> : null}
          </SectionReader>
        ))}
        <Seals filing={filing} />
        {isNewest ? <Acts filing={filing} marks={marks} /> : <ToNewest />}
      </FilingFrame>
    </div>
  )
}

/** What can be done in this state by somebody of this post; nothing that is another's part. */
function Acts({ filing, marks }: { filing: FilingView; marks: ReturnType<typeof useMarks> }) {
  const t = useWords(words)
  const { permissions, bureau, unitKind } = useMe()
  const may = (name: string) => actionIn(filing, name)?.allowed ?? false
  const { state } = filing
  const isSeat = filing.seats.some((seat) => seat.endsWith(`-${bureau}`) && seat.startsWith(levelOf(unitKind)))
  const buttons = [
    state === 'submitted' && may('withdraw') ? <WithdrawFiling key="withdraw" filing={filing} /> : null,
    state === 'submitted' && isSeat ? <OpinionButtons key="opinion" filing={filing} marks={marks} /> : null,
    state === 'approved' && filing.recorders && permissions.includes('filing.record') ? (
      <RecordFiling key="record" filing={filing} />
    ) : null,
    (state === 'approved' || state === 'recorded') && may('reopen') ? (
      <ReopenFiling key="reopen" filing={filing} />
    ) : null,
  ].filter((button) => button !== null)
  if (buttons.length === 0) return null
  const marked = Object.keys(marks.reasons).length
  return (
    <div className="action-bar">
      <span className="autosave">
        {may('give-opinion')
          ? marked > 0
            ? t.markedCount(marked)
            : t.markHint
          : may('record')
            ? t.recordAwaited
            : t.isOver}
      </span>
      {buttons}
    </div>
  )
}

function levelOf(unitKind: string): 'county' | 'province' {
  return unitKind === 'province' ? 'province' : 'county'
}

function ToNewest() {
  const t = useWords(words)
  const { setSearch } = useUrl()
  return (
    <div className="action-bar">
      <span className="autosave">{t.oldVersion}</span>
      <Button type="primary" onClick={() => setSearch({ version: null })}>
        {t.toNewest}
      </Button>
    </div>
  )
}
