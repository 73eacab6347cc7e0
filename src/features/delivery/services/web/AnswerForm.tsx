import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../../ui/api.ts'
import { useWords } from '../../../../ui/language.tsx'
import { RefusalAlert } from '../../../../ui/RefusalAlert.tsx'
import { instantText } from '../../../../ui/Values.tsx'
import * as contract from '../confirmation-contract.ts'
import { words } from '../confirmation-words.ts'
import { RatingField } from './RatingField.tsx'

type AnswerFormProps = { token: string; expiresAt: string; onAnswered: (verdict: 'confirmed' | 'disputed') => void }

/** Confirm with a rating, or dispute with a reason; once. */
export function AnswerForm({ token, expiresAt, onAnswered }: AnswerFormProps) {
  const t = useWords(words)
  const id = useId()
  const [disputing, setDisputing] = useState(false)
  const [rating, setRating] = useState(0)
  const [comment, setComment] = useState('')
  const [signer, setSigner] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const answer = useCommand(contract.answerLink, { onDone: ({ verdict }) => onAnswered(verdict) })
  const confirm = () => {
    const lacking = [rating === 0 && t.rateFirst, signer.trim() === '' && t.nameFirst].filter(Boolean)
    if (lacking.length > 0) return setProblem(lacking.join('；'))
    setProblem(null)
    answer.mutate({ params: { token }, body: { verdict: 'confirm', rating, comment, signer } })
  }
  const dispute = () => {
    const lacking = [comment.trim() === '' && t.disputeFirst, signer.trim() === '' && t.nameFirst].filter(Boolean)
    if (lacking.length > 0) return setProblem(lacking.join('；'))
    setProblem(null)
    answer.mutate({ params: { token }, body: { verdict: 'dispute', comment, signer } })
  }
  const rate = (level: number) => {
    setRating(level)
    setProblem(null)
  }
  const turn = (to: boolean) => {
    setDisputing(to)
    setProblem(null)
  }
  return (
    <section className="panel confirm-form">
      <RefusalAlert error={answer.error} />
      {disputing ? null : <RatingField value={rating} onChange={rate} />}
      <div className="field">
        <label htmlFor={id}>{disputing ? t.disputeTitle : t.comment}</label>
        <Input.TextArea
          id={id}
          rows={disputing ? 4 : 2}
          maxLength={2000}
          value={comment}
          onChange={(event) => setComment(event.target.value)}
          aria-describedby={disputing ? `${id}-hint` : undefined}
        />
        {disputing ? (
          <div id={`${id}-hint`} className="field-hint">
            {t.disputeHint}
          </div>
        ) : null}
      </div>
      <div className="field">
        <label htmlFor={`${id}-signer`}>{t.signer}</label>
        <Input
          id={`${id}-signer`}
          maxLength={50}
          autoComplete="name"
          value={signer}
          onChange={(event) => setSigner(event.target.value)}
        />
      </div>
      {problem ? (
        <p className="field-error" role="alert">
          {problem}
        </p>
      ) : null}
      <div className="confirm-buttons">
        {disputing ? (
          <>
            <Button danger type="primary" size="large" block loading={answer.isPending} onClick={dispute}>
              {t.disputeSend}
            </Button>
            <Button size="large" block onClick={() => turn(false)}>
              {t.back}
            </Button>
          </>
        ) : (
          <>
            <Button type="primary" size="large" block loading={answer.isPending} onClick={confirm}>
              {t.confirm}
            </Button>
            <Button size="large" block onClick={() => turn(true)}>
              {t.dispute}
            </Button>
          </>
        )}
      </div>
      <p className="soft confirm-once">
        {t.once} {t.until(instantText(expiresAt))}
      </p>
    </section>
  )
}
