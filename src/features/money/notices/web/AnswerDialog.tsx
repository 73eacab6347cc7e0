import { Checkbox } from 'antd'
import { noticeRefusals } from '../../../../policy/guide/refusals/notices.ts'
import { ActDialog } from '../../../../ui/ActDialog.tsx'
import { useCommand } from '../../../../ui/api.ts'
import { Field } from '../../../../ui/Field.tsx'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { ProseInput } from '../../../../ui/ProseInput.tsx'
import { useKept } from '../../../../ui/use-kept.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'

type Props = {
  noticeId: string
  objection: contract.NoticeView['objections'][number]
  onClose: () => void
  onDone: () => void
}

/** The answer of one of the two bureaus, published beside the objection. */
export function AnswerDialog({ noticeId, objection: { no, content }, onClose, onDone }: Props) {
  const t = useWords(words)
  const say = useText()
  const { form, change, typed, forget } = useKept(`notice/${noticeId}/objection/${no}`, { text: '', withheld: false })
  const { text, withheld } = form
  const answer = useCommand(contract.answerObjection, {
    onDone: () => {
      forget()
      onDone()
    },
  })
  const send = () => answer.mutate({ params: { noticeId, no }, body: { text, withheld } })
  return (
    <ActDialog
      typed={typed}
      title={t.answerTitle(no)}
      okText={t.answer}
      running={answer.isPending}
      error={answer.error}
      missing={[
        text.trim() === '' && {
          field: 'text',
          label: t.answerText,
          says: say(noticeRefusals['notices.answer-missing']),
        },
      ]}
      onOk={send}
      onCancel={onClose}
    >
      <p className="objection-text">{content}</p>
      <Field label={t.answerText} name="text" required hint={t.answerHint} error={fieldTexts(answer.error, say).text}>
        {(bind) => (
          <ProseInput
            {...bind}
            rows={5}
            most={2000}
            value={text}
            onChange={(text) => change({ text: text })}
            autoFocus
          />
        )}
      </Field>
      <Checkbox checked={withheld} onChange={(event) => change({ withheld: event.target.checked })}>
        {t.withhold}
      </Checkbox>
    </ActDialog>
  )
}
