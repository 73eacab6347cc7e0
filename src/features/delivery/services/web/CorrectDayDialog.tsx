import { Radio } from 'antd'
import { type Day, dayOf } from '../../../../shared/dates.ts'
import { ActDialog } from '../../../../ui/ActDialog.tsx'
import { useCommand } from '../../../../ui/api.ts'
import { DayInput } from '../../../../ui/DayInput.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { ProseInput } from '../../../../ui/ProseInput.tsx'
import { useKept } from '../../../../ui/use-kept.ts'
import { correctDay } from '../order-contract.ts'
import type { ActProps } from './act-props.ts'
import { actWords } from './act-words.ts'

type Form = { step: 'need' | 'selection'; on: Day | null; reason: string }

/** The true day of the need or of the choice, where it was keyed in wrongly; until a contract rests on it (G3.4). */
export function CorrectDayDialog({ service, onClose, onDone }: ActProps) {
  const t = useWords(actWords)
  const say = useText()
  const { serviceId, selection, openedOn } = service
  const { form, change, typed, forget } = useKept<Form>(`service/${serviceId}/day`, {
    step: selection ? 'selection' : 'need',
    on: null,
    reason: '',
  })
  const act = useCommand(correctDay, {
    onDone: () => {
      forget()
      onDone()
    },
  })
  const errors = fieldTexts(act.error, say)
  const stood = { need: openedOn, selection: selection?.on ?? '' }
  const send = (unread?: readonly string[]) =>
    act.mutate({ params: { serviceId }, unread, body: { ...form, on: form.on ?? '' } })
  return (
    <ActDialog
      typed={typed}
      title={t['correct-day']}
      note={t.correctDayNote}
      running={act.isPending}
      error={act.error}
      onOk={send}
      onAsk={send}
      onCancel={onClose}
    >
      <Field label={t.correctedStep} name="step" required error={errors.step}>
        {(bind) => (
          <Radio.Group
            {...bind}
            aria-label={t.correctedStep}
            className="choices"
            value={form.step}
            onChange={(event) => change({ step: event.target.value as Form['step'] })}
            options={(selection ? (['selection', 'need'] as const) : (['need'] as const)).map((step) => ({
              value: step,
              label: t.dayStands(t[step === 'need' ? 'needDay' : 'selectedOn'], stood[step]),
            }))}
          />
        )}
      </Field>
      <Field label={t.trueDay} name="on" required error={errors.on}>
        {(bind) => <DayInput {...bind} value={form.on} to={dayOf(new Date())} onChange={(on) => change({ on })} />}
      </Field>
      <Field label={t.correctionReason} name="reason" required error={errors.reason}>
        {(bind) => (
          <ProseInput {...bind} rows={2} most={1000} value={form.reason} onChange={(reason) => change({ reason })} />
        )}
      </Field>
    </ActDialog>
  )
}
