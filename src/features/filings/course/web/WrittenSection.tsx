import { Alert } from 'antd'
import type { ReactNode } from 'react'
import { seatNames } from '../../../../policy/people/roles.ts'
import { AutosaveNotice } from '../../../../ui/AutosaveBadge.tsx'
import { Section } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { TypedFields } from '../../../../ui/typed-texts.tsx'
import { instantText } from '../../../../ui/Values.tsx'
import type { FilingView, SectionView } from '../contract.ts'
import { words } from '../words.ts'
import { type SectionName, sectionIn } from './filing-view.ts'
import type { FilingDrafts } from './use-drafts.ts'

type Props = {
  filing: FilingView
  section: SectionName
  drafts: FilingDrafts
  note?: ReactNode
  children: ReactNode
}

/** A section while its filing is being written: who wrote here last, why it came back or is closed, and the last refusal. */
export function WrittenSection({ filing, section, drafts, note, children }: Props) {
  const say = useText()
  const view = sectionIn(filing, section.id)
  const draft = drafts[section.id]
  return (
    <Section
      id={section.id}
      title={say(section)}
      note={
        <>
          {note} <SectionNote view={view} />
        </>
      }
    >
      <SectionMarks marks={view.marks} />
      {draft ? <AutosaveNotice draft={draft} /> : null}
      {draft ? <TypedFields store={draft.typed}>{children}</TypedFields> : children}
    </Section>
  )
}

function SectionNote({ view: { editedByName, editedAt, open } }: { view: SectionView }) {
  const t = useWords(words)
  return (
    <>
      {editedByName && editedAt ? t.editedBy(editedByName, instantText(editedAt)) : t.notEdited}{' '}
      {open ? '' : t.closedSection}
    </>
  )
}

/** Why the section came back, seat by seat. */
function SectionMarks({ marks }: Pick<SectionView, 'marks'>) {
  const t = useWords(words)
  const say = useText()
  return marks.map((mark) => (
    <Alert
      key={mark.seat}
      type="warning"
      showIcon
      className="notice"
      title={t.returnedBy(say(seatNames[mark.seat]))}
      description={<div className="filing-reason">{mark.reason}</div>}
    />
  ))
}
