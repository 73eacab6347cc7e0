import { Input } from 'antd'
import { ActDialog } from '../../../../ui/ActDialog.tsx'
import { useCommand } from '../../../../ui/api.ts'
import { Field } from '../../../../ui/Field.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { useKept } from '../../../../ui/use-kept.ts'
import { type PublicationView, publishResults } from '../contract.ts'
import { words } from '../words.ts'

type Draft = NonNullable<PublicationView['draft']>
type PublishDialogProps = { filingId: string; draft: Draft; onClose: () => void; onDone: () => void }
/** Null is what the draft says. */
type Form = { contact: string | null }

/** Shows the results of a report to everybody, with the post that takes objections. */
export function PublishDialog({ filingId, draft, onClose, onDone }: PublishDialogProps) {
  const t = useWords(words)
  const say = useText()
  const { form, change, typed, forget } = useKept<Form>(`evaluation-report/${filingId}/publish`, { contact: null })
  const publish = useCommand(publishResults, {
    onDone: () => {
      forget()
      onDone()
    },
  })
  const contact = form.contact ?? draft.contact
  const send = () => publish.mutate({ params: { filingId }, body: { contact } })
  return (
    <ActDialog
      typed={typed}
      title={t.publishTitle}
      okText={t.publish}
      running={publish.isPending}
      error={publish.error}
      missing={[contact.trim() === '' && { field: 'contact', label: t.contactLabel }]}
      onOk={send}
      onAsk={send}
      onCancel={onClose}
    >
      <p>
        {t.publishPeriod(draft.publishedOn, draft.untilOn, draft.workingDays)}
        {draft.provisional ? <span className="soft"> {t.provisional}</span> : null}
      </p>
      <Field
        label={t.contactLabel}
        name="contact"
        required
        hint={t.contactHint}
        error={fieldTexts(publish.error, say).contact}
      >
        {(bind) => <Input {...bind} value={contact} onChange={(event) => change({ contact: event.target.value })} />}
      </Field>
    </ActDialog>
  )
}
