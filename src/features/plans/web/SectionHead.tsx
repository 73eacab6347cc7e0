import { Alert } from 'antd'
import { bureauNames } from '../../../policy/roles.ts'
import { useText, useWords } from '../../../ui/language.tsx'
import { instantText } from '../../../ui/Values.tsx'
import { words } from '../words.ts'
import type { PlanView, SectionView } from './use-plan-drafts.ts'

/** Why a section came back, bureau by bureau. */
export function SectionMarks({ view }: { view: SectionView }) {
  const t = useWords(words)
  const say = useText()
  return view.marks.map((mark) => (
    <Alert
      key={mark.bureau}
      type="warning"
      showIcon
      className="notice"
      title={t.returnedBy(say(bureauNames[mark.bureau]))}
      description={<div className="plan-reason">{mark.reason}</div>}
    />
  ))
}

/** Who wrote here last, and why nobody can write here now. */
export function SectionNote({ plan, view }: { plan: PlanView; view: SectionView }) {
  const t = useWords(words)
  const edited =
    view.editedByName && view.editedAt ? t.editedBy(view.editedByName, instantText(view.editedAt)) : t.notEdited
  const closed = view.open
    ? null
    : plan.state === 'approved'
      ? t.closedApproved
      : plan.state === 'submitted'
        ? t.closedSubmitted
        : t.closedNotReturned
  return (
    <>
      {edited}
      {closed ? ` ${closed}` : ''}
    </>
  )
}
