import { App, Radio } from 'antd'
import { ActDialog } from '../../../../ui/ActDialog.tsx'
import { useCommand } from '../../../../ui/api.ts'
import { Field } from '../../../../ui/Field.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { ProseInput } from '../../../../ui/ProseInput.tsx'
import { useKept } from '../../../../ui/use-kept.ts'
import { type FieldFile, FileField } from '../../../programme/files/web/public.ts'
import * as acts from '../act-contract.ts'
import type { EvaluationView } from '../contract.ts'
import { words } from '../words.ts'

type Grade = EvaluationView['grades'][number]['grade']
type Form = { grade: Grade | null; reason: string; files: FieldFile[] }

/** The opinion of a bureau of the county: the grade it proposes, why, and its paper where there is one. */
export function AdviseDialog({ view, onClose }: { view: EvaluationView; onClose: () => void }) {
  const t = useWords(words)
  const say = useText()
  const { message } = App.useApp()
  const { evaluationId, grades } = view
  const empty: Form = { grade: null, reason: '', files: [] }
  const { form, change, typed, forget } = useKept<Form>(`evaluations/${evaluationId}/county-opinion`, empty)
  const act = useCommand(acts.adviseOn, {
    onDone: () => {
      forget()
      void message.success(t.advised)
      onClose()
    },
  })
  const errors = fieldTexts(act.error, say)
  const [file] = form.files
  const send = (unread?: readonly string[]) => {
    const body = { grade: form.grade as Grade, reason: form.reason, fileId: file?.fileId ?? null }
    act.mutate({ params: { evaluationId }, unread, body })
  }
  return (
    <ActDialog
      typed={typed}
      title={t.advise}
      note={t.countyOpinionsNote}
      running={act.isPending}
      error={act.error}
      missing={[form.grade === null && { field: 'grade', label: t.proposedGrade }]}
      onOk={send}
      onAsk={send}
      onCancel={onClose}
    >
      <Field label={t.proposedGrade} name="grade" required error={errors.grade}>
        {() => (
          <Radio.Group
            value={form.grade}
            onChange={(event) => change({ grade: event.target.value as Grade })}
            options={grades.map(({ grade, name }) => ({ value: grade, label: say(name) }))}
          />
        )}
      </Field>
      <Field label={t.reason} name="reason" required error={errors.reason}>
        {(bind) => (
          <ProseInput {...bind} rows={4} most={1000} value={form.reason} onChange={(reason) => change({ reason })} />
        )}
      </Field>
      <FileField
        label={t.opinionFile}
        name="fileId"
        value={form.files}
        onChange={(files) => change({ files })}
        error={errors.fileId}
      />
    </ActDialog>
  )
}
