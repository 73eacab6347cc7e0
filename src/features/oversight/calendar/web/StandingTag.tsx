import type { StandingState } from '../../../../policy/calendar/deadlines.ts'
import { filedLateText, overdueText, standingNames } from '../../../../policy/calendar/deadlines.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { StatusTag } from '../../../../ui/Values.tsx'
import type { DutyView } from '../contract.ts'
import { standingTones, words } from '../words.ts'

/** Where a duty stands, with the days it is about. */
export function Standing({ of }: { of: Pick<DutyView, 'standing' | 'openUntil'> }) {
  const say = useText()
  const note = useStandingNote(of)
  const { state } = of.standing
  return (
    <span className="standing">
      <StatusTag tone={standingTones[state]}>{say(standingNames[state])}</StatusTag>
      {note ? <span className="soft"> {note}</span> : null}
    </span>
  )
}

function useStandingNote({
  standing: { state, days, workingDays },
  openUntil,
}: Pick<DutyView, 'standing' | 'openUntil'>) {
  const t = useWords(words)
  const say = useText()
  const notes: Readonly<Record<StandingState, string>> = {
    'not-yet': t.daysLeft(workingDays),
    due: days === 0 ? t.dueToday : workingDays === 0 ? t.lastDay : t.daysLeft(workingDays),
    'on-time': '',
    late: say(filedLateText(days)),
    overdue: say(overdueText(days)),
    locked: say(overdueText(days)),
    exempted: openUntil ? t.openUntil(openUntil) : '',
  }
  return notes[state]
}
