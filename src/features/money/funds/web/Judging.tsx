import { CheckCircleFilled, CloseCircleFilled, MinusCircleOutlined } from '@ant-design/icons'
import { bureauNames } from '../../../../policy/people/roles.ts'
import { KeyValue } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { InstantText, Money } from '../../../../ui/Values.tsx'
import { useHands } from '../../../programme/signing/web/public.ts'
import type { TrancheView } from '../contract.ts'
import { cardWords } from './card-words.ts'
import { Detail } from './Detail.tsx'

type Judged = NonNullable<TrancheView['judging']>

/** Both bureaus' words on whether the services are under way, beside what the records say, and what each said before. */
export function Judging({ judging, closed }: { judging: Judged; closed: boolean }) {
  const t = useWords(cardWords)
  const hands = useHands()
  const say = useText()
  const { facts, judgments, clause } = judging
  return (
    <Detail title={t.judging} clause={clause}>
      <div className="judging">
        {closed ? null : (
          <div className="judging-facts">
            <div className="step-name">{t.judgingLead}</div>
            <KeyValue
              facts={[
                { label: t.mechanism, value: facts.mechanismReady ? t.isReady : t.isNotReady },
                { label: t.diagnosedFact, value: `${facts.diagnosed.done}/${facts.diagnosed.all}` },
                { label: t.orderedFact, value: t.orderedCount(facts.ordered, facts.underWay) },
                { label: t.committedFact, value: <Money fen={facts.committedFen} /> },
                { label: t.spentFact, value: <Money fen={facts.spentFen} /> },
              ]}
              columns={1}
            />
          </div>
        )}
        {judgments.map(({ bureau, underWay, reason, given, earlier }) => (
          <div key={bureau} className="judgment">
            <div className="step-name">{say(bureauNames[bureau])}</div>
            <div className={underWay === null ? 'soft' : underWay ? 'is-yes' : 'is-no'}>
              {underWay === null ? <MinusCircleOutlined aria-hidden /> : null}
              {underWay === true ? <CheckCircleFilled aria-hidden /> : null}
              {underWay === false ? <CloseCircleFilled aria-hidden /> : null}{' '}
              {underWay === null ? t.notJudged : underWay ? t.judgedYes : t.judgedNo}
            </div>
            {reason ? <p>{reason}</p> : null}
            {given ? (
              <div className="soft">
                {hands(given.name, given.preparedBy)} <InstantText at={given.at} />
              </div>
            ) : null}
            <Earlier words={earlier} />
          </div>
        ))}
      </div>
    </Detail>
  )
}

/** What a bureau said before its last word, the newest first. */
function Earlier({ words }: { words: Judged['judgments'][number]['earlier'] }) {
  const t = useWords(cardWords)
  const hands = useHands()
  if (words.length === 0) return null
  return (
    <details>
      <summary>{t.judgedBefore(words.length)}</summary>
      {words.toReversed().map(({ underWay, reason, given }) => (
        <p key={given?.at}>
          {underWay ? t.judgedYes : t.judgedNo} · {reason}{' '}
          {given ? (
            <span className="soft">
              {hands(given.name, given.preparedBy)} <InstantText at={given.at} />
            </span>
          ) : null}
        </p>
      ))}
    </details>
  )
}
