import { type ServiceKind, serviceKinds } from '../../../../policy/records/service-kinds.ts'
import { classNames, type Diagnosis } from '../../../../policy/services/diagnosis.ts'
import { problems } from '../../../../policy/services/diagnosis-questions.ts'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { Section } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { StatusTag } from '../../../../ui/Values.tsx'
import { words } from '../words.ts'

type OutcomeProps = {
  title: string
  outcome: Diagnosis
  /** Said where no problem was found. */
  noProblems: string
  /** Where a service of this kind is ordered, for those who may. */
  orderAt?: (kind: ServiceKind) => string
}

/** The class and why, the problems, and the services that help. */
export function Outcome({ title, outcome, noProblems, orderAt }: OutcomeProps) {
  const t = useWords(words)
  const say = useText()
  return (
    <Section title={title}>
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
          {outcome.problems.length === 0 ? <p className="soft">{noProblems}</p> : null}
          <ul>
            {outcome.problems.map((id) => (
              <li key={id}>{say(problems[id])}</li>
            ))}
          </ul>
        </div>
        <div>
          <h3>{t.recommended}</h3>
          {outcome.recommendedKinds.length === 0 ? <p className="soft">{t.none}</p> : null}
          <ul className="recommended">
            {outcome.recommendedKinds.map((kind) => (
              <li key={kind}>
                {say(serviceKinds[kind])}
                {orderAt ? <AppLink to={orderAt(kind)}>{t.order}</AppLink> : null}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </Section>
  )
}
