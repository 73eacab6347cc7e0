import type { FieldsContent, FormContent, FormSection } from '../../../../policy/filings/forms.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import {
  draftOf,
  type EditorProps,
  fieldErrors,
  parkNameIn,
  type SectionDraft,
  sectionIn,
  WrittenSection,
} from '../../course/web/public.ts'
import { words } from '../words.ts'
import { FactTable } from './FactTable.tsx'
import { FormFields } from './FormFields.tsx'
import { FormContentOf } from './FormReader.tsx'
import { FormRows } from './FormRows.tsx'
import { formOf } from './form-view.ts'
import { TakeOver } from './TakeOver.tsx'

/** Every section of a form on one page: its fields or rows, and the figures it was drafted from. */
export function FormEditor({ filing, drafts, gaps }: EditorProps) {
  const t = useWords(words)
  return formOf(filing).map((section) => {
    const draft = section.made ? undefined : draftOf<FormContent[string]>(drafts, section.id)
    const content = sectionIn(filing, section.id).content as FieldsContent
    return (
      <WrittenSection
        key={section.id}
        filing={filing}
        section={section}
        drafts={drafts}
        note={draft && content.facts ? t.drafted : undefined}
      >
        {draft ? (
          <Inputs filing={filing} gaps={gaps} section={section} draft={draft} facts={content.facts} />
        ) : (
          <FormContentOf section={section} content={content} parkName={parkNameIn(filing)} />
        )}
      </WrittenSection>
    )
  })
}

type InputsProps = Pick<EditorProps, 'filing' | 'gaps'> & {
  section: FormSection
  draft: SectionDraft<FormContent[string]>
  facts: FieldsContent['facts']
}

function Inputs({ filing, gaps, section, draft, facts }: InputsProps) {
  const say = useText()
  const errors = fieldErrors(section.id, draft, gaps, say)
  const given = { section, parks: filing.parks, errors }
  const form =
    'rows' in draft.value ? (
      <>
        {filing.kind === 'liaison-list' ? (
          <TakeOver filing={filing} rows={draft.value.rows} onChange={(rows) => draft.change({ rows })} />
        ) : null}
        <FormRows {...given} rows={draft.value.rows} onChange={(rows) => draft.change({ rows })} />
      </>
    ) : (
      <FormFields {...given} fields={draft.value.fields} onChange={(fields) => draft.change({ fields })} />
    )
  if (!facts) return form
  return (
    <div className="filing-drafted">
      {form}
      <FactTable facts={facts} />
    </div>
  )
}
