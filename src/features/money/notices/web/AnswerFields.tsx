import { Checkbox } from 'antd'
import { noticeRefusals } from '../../../../policy/guide/refusals/notices.ts'
import { Field } from '../../../../ui/Field.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { ProseInput } from '../../../../ui/ProseInput.tsx'
import { words } from '../words.ts'

type Form = { text: string; withheld: boolean }
type AnswerFieldsProps = {
  /** What the objection says. */
  objection: string
  form: Form
  change: (patch: Partial<Form>) => void
  hint: string | undefined
  error: string | undefined
}

/** What a bureau writes in an answer, below the objection it is about. */
export function AnswerFields({ objection, form, change, hint, error }: AnswerFieldsProps) {
  const t = useWords(words)
  return (
    <>
      <p className="objection-text">{objection}</p>
      <Field label={t.answerText} name="text" required hint={hint} error={error}>
        {(bind) => (
          <ProseInput
            {...bind}
            rows={5}
            most={2000}
            value={form.text}
            onChange={(text) => change({ text })}
            autoFocus
          />
        )}
      </Field>
      <Checkbox checked={form.withheld} onChange={(event) => change({ withheld: event.target.checked })}>
        {t.withhold}
      </Checkbox>
    </>
  )
}

/** For the dialog around them: the answer while it is empty. */
export function useMissingAnswer(text: string) {
  const t = useWords(words)
  const say = useText()
  const says = say(noticeRefusals['notices.answer-missing'])
  return text.trim() === '' && { field: 'text', label: t.answerText, says }
}
