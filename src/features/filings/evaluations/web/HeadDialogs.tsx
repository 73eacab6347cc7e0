import { App } from 'antd'
import { type Day, dayOf } from '../../../../shared/dates.ts'
import { ActDialog } from '../../../../ui/ActDialog.tsx'
import { useCommand } from '../../../../ui/api.ts'
import { DayInput } from '../../../../ui/DayInput.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { ProseInput } from '../../../../ui/ProseInput.tsx'
import { useKept } from '../../../../ui/use-kept.ts'
import * as acts from '../act-contract.ts'
import type { EvaluationView } from '../contract.ts'
import { words } from '../words.ts'

type Props = { view: EvaluationView; onClose: () => void }

/** The records are read again: to another day, or because they were mended. */
export function RecomputeDialog({ view: { evaluationId, computations }, onClose }: Props) {
  const t = useWords(words)
  const say = useText()
  const { form, change, typed, forget } = useKept<{ cutOff: Day | null; reason: string }>(
    `evaluations/${evaluationId}/recompute`,
    { cutOff: computations[0]?.cutOff ?? null, reason: '' },
  )
  const act = useCommand(acts.recompute, {
    onDone: () => {
      forget()
      onClose()
    },
  })
  const errors = fieldTexts(act.error, say)
  const send = (unread?: readonly string[]) =>
    act.mutate({ params: { evaluationId }, unread, body: { cutOff: form.cutOff ?? '', reason: form.reason } })
  return (
    <ActDialog
      typed={typed}
      title={t.recompute}
      running={act.isPending}
      error={act.error}
      missing={[]}
      onOk={send}
      onAsk={send}
      onCancel={onClose}
    >
      <Field label={t.cutOff} name="cutOff" required hint={t.cutOffHint} error={errors.cutOff}>
        {(bind) => (
          <DayInput {...bind} value={form.cutOff} to={dayOf(new Date())} onChange={(cutOff) => change({ cutOff })} />
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

/** The park says what it makes of its year, and hands its scores in. */
export function SubmitSelfDialog({ view: { evaluationId, selfText }, onClose }: Props) {
  const t = useWords(words)
  const say = useText()
  const { message } = App.useApp()
  const { form, change, typed, forget } = useKept(`evaluations/${evaluationId}/self`, { text: selfText })
  const act = useCommand(acts.submitSelf, {
    onDone: () => {
      forget()
      void message.success(t.selfSubmitted)
      onClose()
    },
  })
  const send = (unread?: readonly string[]) =>
    act.mutate({ params: { evaluationId }, unread, body: { text: form.text } })
  return (
    <ActDialog
      typed={typed}
      title={t.submitSelf}
      okText={t.submitSelf}
      running={act.isPending}
      error={act.error}
      missing={[]}
      onOk={send}
      onAsk={send}
      onCancel={onClose}
    >
      <Field label={t.selfText} name="text" required error={fieldTexts(act.error, say).text}>
        {(bind) => (
          <ProseInput {...bind} rows={8} most={8000} value={form.text} onChange={(text) => change({ text })} />
        )}
      </Field>
    </ActDialog>
  )
}
