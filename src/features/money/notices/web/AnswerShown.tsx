import type { ReactNode } from 'react'
import { bureauNames } from '../../../../policy/people/roles.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { DayText } from '../../../../ui/Values.tsx'
import { answerWords } from '../answer-words.ts'
import type { NoticeView, PublicNotice } from '../contract.ts'
import { words } from '../words.ts'

type BureauAnswer = NonNullable<NoticeView['objections'][number]['answer']>
type PublicAnswer = PublicNotice['objections'][number]['answer']

type FrameProps = {
  answer: Pick<PublicAnswer, 'bureau' | 'answeredOn' | 'content'>
  correctedOn: string | null
  by?: string
  note?: string | null
  children?: ReactNode
}

function Frame({ answer, correctedOn, by, note, children }: FrameProps) {
  const t = useWords(words)
  const own = useWords(answerWords)
  const say = useText()
  return (
    <div className="objection-answer">
      <div className="soft">
        {t.answerOf(say(bureauNames[answer.bureau]))} · {by ? `${by} · ` : ''}
        <DayText day={answer.answeredOn} />
        {correctedOn ? (
          <>
            {' · '}
            {own.correctedOn} <DayText day={correctedOn} />
          </>
        ) : null}
        {note ? ` · ${note}` : ''}
      </div>
      <p className="objection-text">{answer.content}</p>
      {children}
    </div>
  )
}

/** The answer in force for everybody, with the former wordings that are not kept back. */
export function PublicAnswerShown({ answer }: { answer: PublicAnswer }) {
  const t = useWords(answerWords)
  return (
    <Frame answer={answer} correctedOn={answer.correctedOn}>
      {answer.hidesFormer ? <p className="objection-former soft">{t.formerHidden}</p> : null}
      {answer.former.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: wordings are only ever added.
        <Former key={at} {...one} />
      ))}
    </Frame>
  )
}

/** The same for the authorities: who wrote each wording and why it was corrected, also what the public does not read. */
export function BureauAnswerShown({ answer, children }: { answer: BureauAnswer; children: ReactNode }) {
  const t = useWords(answerWords)
  const page = useWords(words)
  const { corrections, byName, withheld } = answer
  return (
    <Frame
      answer={answer}
      correctedOn={corrections[0]?.correctedOn ?? null}
      by={byName}
      note={withheld ? page.withheld : null}
    >
      {corrections.map(({ no, former, isHidden, withheld: kept, ...one }) => {
        const changed = kept.before === kept.since ? null : kept.since ? t.nowWithheld : t.nowShown
        const notes = [isHidden ? t.hiddenFromPublic : null, changed].filter((note) => note !== null)
        return <Former key={no} content={former} {...one} notes={notes} />
      })}
      {children}
    </Frame>
  )
}

type FormerProps = {
  content: string
  correctedOn: string
  reason: string
  byName?: string
  notes?: readonly string[]
}

function Former({ content, correctedOn, reason, byName, notes = [] }: FormerProps) {
  const t = useWords(answerWords)
  return (
    <div className="objection-former soft">
      <div>
        {[t.formerAnswer, ...notes].join(' · ')} · {byName ? `${byName} ` : ''}
        {t.correctedOn} <DayText day={correctedOn} />
      </div>
      <p className="objection-text">{content}</p>
      <p className="objection-text">{t.correctedBecause(reason)}</p>
    </div>
  )
}
