import { serviceKinds } from '../../../../policy/records/service-kinds.ts'
import { type Answers, classify, classNames, type DiagnosisFacts } from '../../../../policy/services/diagnosis.ts'
import { problems, questions } from '../../../../policy/services/diagnosis-questions.ts'
import { dayOf } from '../../../../shared/dates.ts'
import { Section } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { StatusTag } from '../../../../ui/Values.tsx'
import { words } from '../words.ts'

type ExpectedOutcomeProps = { answers: Answers; facts: Omit<DiagnosisFacts, 'today'> }

/** What would come of the answers given so far, by the same rule that decides. */
export function ExpectedOutcome({ answers, facts }: ExpectedOutcomeProps) {
  const t = useWords(words)
  const say = useText()
  const outcome = classify({ ...facts, today: dayOf(new Date()) })
  const found = questions.flatMap(
    ({ id, options }) => options.find((option) => option.id === answers[id])?.problems ?? [],
  )
  const kinds = [...new Set(found.flatMap((id) => problems[id].kinds))]
  return (
    <Section title={t.expected}>
      <div className="outcome" aria-live="polite">
        <div>
          <h3>{t.class}</h3>
          <StatusTag tone="active">{say(classNames[outcome.class])}</StatusTag>
          <ul>
            {outcome.reasons.map((reason) => (
              <li key={reason.zh} className="soft">
                {say(reason)}
              </li>
            ))}
          </ul>
        </div>
        <div>
          <h3>{t.problems}</h3>
          {found.length === 0 ? <p className="soft">{t.none}</p> : null}
          <ul>
            {[...new Set(found)].map((id) => (
              <li key={id}>{say(problems[id])}</li>
            ))}
          </ul>
        </div>
        <div>
          <h3>{t.recommended}</h3>
          <p>{kinds.map((kind) => say(serviceKinds[kind])).join('、') || t.none}</p>
        </div>
      </div>
    </Section>
  )
}
