import { ActDialog } from '../../../../ui/ActDialog.tsx'
import { useCommand } from '../../../../ui/api.ts'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { useKept } from '../../../../ui/use-kept.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { AnswerFields, useMissingAnswer } from './AnswerFields.tsx'

type Props = {
  noticeId: string
  objection: contract.NoticeView['objections'][number]
  onClose: () => void
  onDone: () => void
}

/** The answer of one of the two bureaus, published beside the objection. */
export function AnswerDialog({ noticeId, objection: { no, content, additions }, onClose, onDone }: Props) {
  const t = useWords(words)
  const say = useText()
  const { form, change, typed, forget } = useKept(`notice/${noticeId}/objection/${no}`, { text: '', withheld: false })
  const { text, withheld } = form
  const missing = useMissingAnswer(text)
  const answer = useCommand(contract.answerObjection, {
    onDone: () => {
      forget()
      onDone()
    },
  })
  const send = () => answer.mutate({ params: { noticeId, no }, body: { text, withheld, additions } })
  return (
    <ActDialog
      typed={typed}
      title={t.answerTitle(no)}
      okText={t.answer}
      running={answer.isPending}
      error={answer.error}
      missing={[missing]}
      onOk={send}
      onCancel={onClose}
    >
      <AnswerFields
        objection={content}
        form={form}
        change={change}
        hint={t.answerHint}
        error={fieldTexts(answer.error, say).text}
      />
    </ActDialog>
  )
}
