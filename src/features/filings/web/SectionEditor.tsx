import { Alert } from 'antd'
import { useEffect } from 'react'
import type { FieldsContent, FormSection } from '../../../policy/forms.ts'
import { seatNames } from '../../../policy/roles.ts'
import { AutosaveBadge, AutosaveNotice } from '../../../ui/AutosaveBadge.tsx'
import { Section } from '../../../ui/Figures.tsx'
import { useText, useWords } from '../../../ui/language.tsx'
import { instantText } from '../../../ui/Values.tsx'
import type { SectionView } from '../contract.ts'
import { words } from '../words.ts'
import { FactTable } from './FactTable.tsx'
import { FormFields } from './FormFields.tsx'
import { FormRows } from './FormRows.tsx'
import { type FilingView, sectionIn } from './filing-view.ts'
import { type SectionDraft, useSectionDraft } from './use-section-draft.ts'

type Props = {
  filing: FilingView
  section: FormSection
  gaps: FilingView['gaps']
  register: (draft: SectionDraft) => void
}

/** One section to write: its fields or rows, what it came back for, and the figures it was drafted from. */
export function SectionEditor({ filing, section, gaps, register }: Props) {
  const t = useWords(words)
  const say = useText()
  const draft = useSectionDraft(filing, section.id)
  const view = sectionIn(filing, section.id)
  useEffect(() => {
    register(draft)
  })
  const errors = errorsOf(section.id, draft, gaps, say)
  const { facts } = view.content as FieldsContent
  const form =
    'rows' in draft.value ? (
      <FormRows
        section={section}
        rows={draft.value.rows}
        parks={filing.parks}
        errors={errors}
        onChange={(rows) => draft.change({ rows })}
      />
    ) : (
      <FormFields
        section={section}
        fields={draft.value.fields}
        parks={filing.parks}
        errors={errors}
        onChange={(fields) => draft.change({ fields })}
      />
    )
  return (
    <Section
      id={section.id}
      title={say(section)}
      note={
        view.editedByName && view.editedAt
          ? t.editedBy(view.editedByName, instantText(view.editedAt))
          : facts
            ? t.drafted
            : t.notEdited
      }
      actions={<AutosaveBadge draft={draft} />}
    >
      <SectionMarks marks={view.marks} />
      <AutosaveNotice draft={draft} />
      {facts ? (
        <div className="filing-drafted">
          {form}
          <FactTable facts={facts} />
        </div>
      ) : (
        form
      )}
    </Section>
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

/** What is wrong with the fields, by full name: what the check found, and what the last save refused. */
function errorsOf(
  section: string,
  { state }: SectionDraft,
  gaps: FilingView['gaps'],
  say: (text: { zh: string; en: string }) => string,
): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const gap of gaps) if (gap.section === section) errors[`${section}.${gap.field}`] ??= say(gap)
  if (state.kind === 'refused') {
    for (const { field, ...text } of state.error.fields) errors[field.replace(/^content/, section)] = say(text)
  }
  return errors
}
