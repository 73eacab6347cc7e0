import { App, Select } from 'antd'
import { type PracticeSort, practiceSortList, practiceSorts } from '../../../../policy/services/practice.ts'
import { type Day, dayOf } from '../../../../shared/dates.ts'
import { ActDialog } from '../../../../ui/ActDialog.tsx'
import { useCommand } from '../../../../ui/api.ts'
import { DayInput } from '../../../../ui/DayInput.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { LineInput } from '../../../../ui/LineInput.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { useKept } from '../../../../ui/use-kept.ts'
import { type FieldFile, FileField } from '../../../programme/files/web/public.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'

type Form = { sort: PracticeSort; title: string; on: Day | null; files: FieldFile[] }

/** What the park hands in: what it is, its title and day, the document. */
export function SubmitDialog({ pilotId, onClose }: { pilotId: string; onClose: () => void }) {
  const t = useWords(words)
  const say = useText()
  const { message } = App.useApp()
  const empty: Form = { sort: practiceSortList[0], title: '', on: null, files: [] }
  const { form, change, typed, forget } = useKept<Form>(`practices/${pilotId}/new`, empty)
  const act = useCommand(contract.submitPractice, {
    onDone: () => {
      forget()
      void message.success(t.submitted)
      onClose()
    },
  })
  const errors = fieldTexts(act.error, say)
  const [file] = form.files
  const { sort, title } = form
  const send = (unread?: readonly string[]) => {
    const body = { sort, title, on: form.on ?? '', fileId: file?.fileId ?? '' }
    act.mutate({ params: { pilotId }, unread, body })
  }
  return (
    <ActDialog
      typed={typed}
      title={t.submit}
      running={act.isPending}
      error={act.error}
      missing={[file === undefined && { field: 'fileId', label: t.file }]}
      onOk={send}
      onAsk={send}
      onCancel={onClose}
    >
      <Field label={t.sort} name="sort" required error={errors.sort}>
        {(bind) => (
          <Select
            {...bind}
            value={sort}
            onChange={(chosen) => change({ sort: chosen })}
            options={practiceSortList.map((value) => ({ value, label: say(practiceSorts[value]) }))}
          />
        )}
      </Field>
      <Field label={t.name} name="title" required error={errors.title}>
        {(bind) => <LineInput {...bind} most={100} value={title} onChange={(said) => change({ title: said })} />}
      </Field>
      <Field label={t.writtenOn} name="on" required error={errors.on}>
        {(bind) => <DayInput {...bind} value={form.on} to={dayOf(new Date())} onChange={(on) => change({ on })} />}
      </Field>
      <FileField
        label={t.file}
        name="fileId"
        required
        value={form.files}
        onChange={(files) => change({ files })}
        error={errors.fileId}
      />
    </ActDialog>
  )
}
