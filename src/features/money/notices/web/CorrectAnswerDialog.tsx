import { Checkbox } from 'antd'
import { leastWords, saysSomething } from '../../../../shared/clean.ts'
import { ActDialog } from '../../../../ui/ActDialog.tsx'
import { useCommand } from '../../../../ui/api.ts'
import { Field } from '../../../../ui/Field.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { ProseInput } from '../../../../ui/ProseInput.tsx'
import { useKept } from '../../../../ui/use-kept.ts'
import { words as uiWords } from '../../../../ui/words.ts'
import { correctAnswer } from '../answer-contract.ts'
import { answerWords } from '../answer-words.ts'
import type { NoticeView } from '../contract.ts'
import { AnswerFields, useMissingAnswer } from './AnswerFields.tsx'

type Objection = NoticeView['objections'][number]
type Props = {
  noticeId: string
  objection: Objection
  answer: NonNullable<Objection['answer']>
  onClose: () => void
  onDone: () => void
}

/** A published answer put right, with the reason; a former wording that names a person is kept from the public. */
export function CorrectAnswerDialog({ noticeId, objection: { no, content }, answer, onClose, onDone }: Props) {
  const t = useWords(answerWords)
  const ui = useWords(uiWords)
  const say = useText()
  const { form, change, typed, forget } = useKept(
    `notice/${noticeId}/objection/${no}/correction-${answer.corrections.length + 1}`,
    { text: answer.content, withheld: answer.withheld, hidesFormer: false, reason: '' },
  )
  const { hidesFormer, reason } = form
  const missing = useMissingAnswer(form.text)
  const correct = useCommand(correctAnswer, {
    onDone: () => {
      forget()
      onDone()
    },
  })
  const errors = fieldTexts(correct.error, say)
  return (
    <ActDialog
      typed={typed}
      title={t.correctTitle(no)}
      note={t.correctNote}
      okText={t.correct}
      running={correct.isPending}
      error={correct.error}
      missing={[
        missing,
        !saysSomething(reason) && {
          field: 'reason',
          label: t.correctionReason,
          says: reason.trim() === '' ? ui.fillInThe(t.correctionReason) : ui.saysNothing(leastWords),
        },
      ]}
      onOk={() => correct.mutate({ params: { noticeId, no }, body: form })}
      onCancel={onClose}
    >
      <AnswerFields objection={content} form={form} change={change} hint={undefined} error={errors.text} />
      <Checkbox checked={hidesFormer} onChange={(event) => change({ hidesFormer: event.target.checked })}>
        {t.hideFormer}
      </Checkbox>
      <Field label={t.correctionReason} name="reason" required hint={ui.reasonHint(leastWords)} error={errors.reason}>
        {(bind) => (
          <ProseInput {...bind} rows={2} most={1000} value={reason} onChange={(reason) => change({ reason })} />
        )}
      </Field>
    </ActDialog>
  )
}
