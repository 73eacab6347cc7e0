import { titleNames } from '../../../../policy/services/diagnosis.ts'
import { questions } from '../../../../policy/services/diagnosis-questions.ts'
import { listed } from '../../../../shared/words.ts'
import { KeyValue, Section } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { Count, DayText, FactDay } from '../../../../ui/Values.tsx'
import { FileLink } from '../../../programme/files/web/public.ts'
import type { DiagnosisView } from '../contract.ts'
import { words } from '../words.ts'
import { Outcome } from './Outcome.tsx'

type DiagnosisResultProps = { diagnosis: DiagnosisView; pilotId: string; enterpriseId: string; mayOrder: boolean }

/** What the diagnosis found: problems, the services that help, the class and why. */
export function DiagnosisResult({ diagnosis, pilotId, enterpriseId, mayOrder }: DiagnosisResultProps) {
  const t = useWords(words)
  const say = useText()
  const need = (kind: string) => `/pilots/${pilotId}/services/new?enterprise=${enterpriseId}&kind=${kind}`
  const { facts } = diagnosis
  return (
    <div className="columns">
      <div>
        <Outcome
          title={t.result}
          outcome={{ ...diagnosis, recommendedKinds: diagnosis.recommended }}
          noProblems={t.noProblems}
          {...(mayOrder ? { orderAt: need } : {})}
        />
        <Section title={t.answers}>
          <dl className="answers">
            {questions.map((question) => (
              <div key={question.id}>
                <dt className="soft">{say(question)}</dt>
                <dd>{say(question.options.find((one) => one.id === diagnosis.answers[question.id]))}</dd>
              </div>
            ))}
          </dl>
        </Section>
      </div>
      <div>
        <Section title={t.facts}>
          <KeyValue
            columns={1}
            facts={[
              { label: t.diagnosedOn, value: <FactDay day={diagnosis.diagnosedOn} enteredAt={diagnosis.recordedAt} /> },
              { label: t.recordedBy, value: diagnosis.recordedBy },
              { label: t.foundedOn, value: <DayText day={facts.foundedOn} /> },
              { label: t.revenueWan, value: <Count value={facts.revenueWan} /> },
              { label: t.researchWan, value: <Count value={facts.researchWan} /> },
              { label: t.titles, value: say(listed(facts.titles.map((title) => titleNames[title]))) || t.none },
              diagnosis.report !== null && { label: t.report, value: <FileLink file={diagnosis.report} /> },
            ]}
          />
        </Section>
      </div>
    </div>
  )
}
