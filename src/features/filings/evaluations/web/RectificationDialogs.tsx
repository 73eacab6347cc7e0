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

type Props = { view: EvaluationView; onClose: () => void }

/** What was put right, with the report. */
export function RectifyDialog({ view: { evaluationId }, onClose }: Props) {
  const t = useWords(words)
  const say = useText()
  const { message } = App.useApp()
  const { form, change, typed, forget } = useKept<{ report: string; files: FieldFile[] }>(
    `evaluations/${evaluationId}/rectification`,
    { report: '', files: [] },
  )
  const act = useCommand(acts.submitRectification, {
    onDone: () => {
      forget()
      void message.success(t.rectified)
      onClose()
    },
  })
  const errors = fieldTexts(act.error, say)
  const [file] = form.files
  const send = (unread?: readonly string[]) =>
    act.mutate({ params: { evaluationId }, unread, body: { report: form.report, fileId: file?.fileId ?? '' } })
  return (
    <ActDialog
      typed={typed}
      title={t.rectify}
      running={act.isPending}
      error={act.error}
      missing={[file === undefined && { field: 'fileId', label: t.reportFile }]}
      onOk={send}
      onAsk={send}
      onCancel={onClose}
    >
      <Field label={t.report} name="report" required error={errors.report}>
        {(bind) => (
          <ProseInput {...bind} rows={5} most={4000} value={form.report} onChange={(report) => change({ report })} />
        )}
      </Field>
      <FileField
        label={t.reportFile}
        name="fileId"
        required
        value={form.files}
        onChange={(files) => change({ files })}
        error={errors.fileId}
      />
    </ActDialog>
  )
}

/** It is put right, or goes back with a reason. */
export function DecideDialog({ view: { evaluationId, rectifications }, onClose }: Props) {
  const t = useWords(words)
  const say = useText()
  const { message } = App.useApp()
  const waiting = rectifications.find(({ state }) => state === 'submitted')
  const { form, change, typed, forget } = useKept<{ verdict: 'accept' | 'return'; reason: string }>(
    `evaluations/${evaluationId}/decision/${waiting?.rectificationId}`,
    { verdict: 'accept', reason: '' },
  )
  const act = useCommand(acts.decideRectification, {
    onDone: () => {
      forget()
      void message.success(t.decided)
      onClose()
    },
  })
  const errors = fieldTexts(act.error, say)
  const send = (unread?: readonly string[]) =>
    act.mutate({
      params: { evaluationId },
      unread,
      body: { rectificationId: waiting?.rectificationId ?? '', ...form },
    })
  return (
    <ActDialog
      typed={typed}
      title={t.decideRectification}
      running={act.isPending}
      error={act.error}
      missing={[]}
      onOk={send}
      onAsk={send}
      onCancel={onClose}
    >
      <p className="filing-text">{waiting?.report}</p>
      <Field label={t.verdict} name="verdict" required error={errors.verdict}>
        {() => (
          <Radio.Group
            value={form.verdict}
            onChange={(event) => change({ verdict: event.target.value as 'accept' | 'return' })}
            options={[
              { value: 'accept', label: t.accept },
              { value: 'return', label: t.sendBack },
            ]}
          />
        )}
      </Field>
      <Field label={t.reason} name="reason" required error={errors.reason}>
        {(bind) => (
          <ProseInput {...bind} rows={3} most={1000} value={form.reason} onChange={(reason) => change({ reason })} />
        )}
      </Field>
    </ActDialog>
  )
}
