import { App } from 'antd'
import { type Day, dayOf } from '../../../../shared/dates.ts'
import { ActDialog } from '../../../../ui/ActDialog.tsx'
import { useCommand } from '../../../../ui/api.ts'
import { CodeInput } from '../../../../ui/CodeInput.tsx'
import { DayInput } from '../../../../ui/DayInput.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { useKept } from '../../../../ui/use-kept.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'

type Props = { practice: contract.PracticeView; onClose: () => void }

/** The number and the day of the county's paper by which it takes the document over. */
export function AdoptDialog({ practice: { practiceId, title, writtenOn }, onClose }: Props) {
  const t = useWords(words)
  const say = useText()
  const { message } = App.useApp()
  const kept = useKept<{ number: string; on: Day | null }>(`practices/${practiceId}/adopt`, { number: '', on: null })
  const { form, change, typed, forget } = kept
  const act = useCommand(contract.adoptPractice, {
    onDone: () => {
      forget()
      void message.success(t.adopted)
      onClose()
    },
  })
  const errors = fieldTexts(act.error, say)
  const send = (unread?: readonly string[]) =>
    act.mutate({ params: { practiceId }, unread, body: { number: form.number, on: form.on ?? '' } })
  return (
    <ActDialog
      typed={typed}
      title={t.adopt}
      running={act.isPending}
      error={act.error}
      missing={[]}
      onOk={send}
      onAsk={send}
      onCancel={onClose}
    >
      <p>{title}</p>
      <Field label={t.adoptionNo} name="number" required error={errors.number}>
        {(bind) => <CodeInput {...bind} value={form.number} onChange={(number) => change({ number })} />}
      </Field>
      <Field label={t.adoptedOn} name="on" required error={errors.on}>
        {(bind) => (
          <DayInput
            {...bind}
            value={form.on}
            from={writtenOn}
            to={dayOf(new Date())}
            onChange={(on) => change({ on })}
          />
        )}
      </Field>
    </ActDialog>
  )
}
