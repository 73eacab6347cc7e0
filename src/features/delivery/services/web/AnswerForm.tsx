import { Button } from 'antd'
import { useRef, useState } from 'react'
import { useCommand } from '../../../../ui/api.ts'
import { FaultsLeft } from '../../../../ui/FaultsLeft.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { useFaults } from '../../../../ui/faults.ts'
import { fieldTexts } from '../../../../ui/field-texts.ts'
import { LineInput } from '../../../../ui/LineInput.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { ProseInput } from '../../../../ui/ProseInput.tsx'
import { RefusalAlert } from '../../../../ui/RefusalAlert.tsx'
import { TypedFields } from '../../../../ui/typed-texts.tsx'
import { useKept } from '../../../../ui/use-kept.ts'
import { instantText } from '../../../../ui/Values.tsx'
import * as contract from '../confirmation-contract.ts'
import { words } from '../confirmation-words.ts'
import { RatingField } from './RatingField.tsx'

type AnswerFormProps = {
  token: string
  /** A slip: the end of the registered number completes it. */
  asksCode: boolean
  expiresAt: string
  onAnswered: (verdict: 'confirmed' | 'disputed') => void
}

/** Confirm with a rating, or dispute with a reason; once. */
export function AnswerForm({ token, asksCode, expiresAt, onAnswered }: AnswerFormProps) {
  const t = useWords(words)
  const say = useText()
  const { form, change, typed, forget } = useKept(`answer/${token}`, {
    rating: 0,
    comment: '',
    signer: '',
    code: '',
    // What is written as a complaint never comes back as a remark beside a confirmation.
    disputing: false,
  })
  const area = useRef<HTMLElement>(null)
  const { faults, unlessFaulty } = useFaults(area, typed)
  const [asked, setAsked] = useState(false)
  const answer = useCommand(contract.answerLink, {
    onDone: ({ verdict }) => {
      forget()
      onAnswered(verdict)
    },
  })
  const { rating, comment, signer, code, disputing } = form
  const missing = {
    rating: !disputing && rating === 0 ? t.rateFirst : undefined,
    comment: disputing && comment.trim() === '' && !typed.of('comment') ? t.disputeFirst : undefined,
    signer: signer.trim() === '' && !typed.of('signer') ? t.nameFirst : undefined,
    code: asksCode && code.trim() === '' ? t.codeFirst : undefined,
  }
  const errors: Readonly<Record<string, string | undefined>> = asked ? missing : fieldTexts(answer.error, say)
  const send = () => {
    if (Object.values(missing).some(Boolean)) return setAsked(true)
    setAsked(false)
    const body = disputing
      ? { verdict: 'dispute' as const, comment, signer, code }
      : { verdict: 'confirm' as const, rating, comment, signer, code }
    answer.mutate({ params: { token }, body })
  }
  const turn = (to: boolean) => {
    change({ disputing: to })
    setAsked(false)
  }
  return (
    <section ref={area} className="panel confirm-form">
      <RefusalAlert error={answer.error} />
      <TypedFields store={typed}>
        {disputing ? null : (
          <RatingField value={rating} onChange={(level) => change({ rating: level })} error={errors.rating} />
        )}
        <Field
          label={disputing ? t.disputeTitle : t.comment}
          name="comment"
          hint={disputing ? t.disputeHint : undefined}
          error={errors.comment}
        >
          {(bind) => (
            <ProseInput
              {...bind}
              rows={disputing ? 4 : 2}
              most={2000}
              value={comment}
              onChange={(text) => change({ comment: text })}
            />
          )}
        </Field>
        <Field label={t.signer} name="signer" error={errors.signer}>
          {(bind) => (
            <LineInput
              {...bind}
              most={50}
              autoComplete="name"
              value={signer}
              onChange={(text) => change({ signer: text })}
            />
          )}
        </Field>
        {asksCode ? (
          <Field label={t.code} name="code" hint={t.codeHint} error={errors.code}>
            {(bind) => (
              <LineInput
                {...bind}
                most={8}
                inputMode="numeric"
                autoComplete="off"
                value={code}
                onChange={(text) => change({ code: text })}
              />
            )}
          </Field>
        ) : null}
      </TypedFields>
      <FaultsLeft faults={faults} />
      <div className="confirm-buttons">
        {disputing ? (
          <>
            <Button
              danger
              type="primary"
              size="large"
              block
              loading={answer.isPending}
              onClick={() => unlessFaulty(send)}
            >
              {t.disputeSend}
            </Button>
            <Button size="large" block onClick={() => turn(false)}>
              {t.back}
            </Button>
          </>
        ) : (
          <>
            <Button type="primary" size="large" block loading={answer.isPending} onClick={() => unlessFaulty(send)}>
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
