import { serviceKinds } from '../../../../policy/records/service-kinds.ts'
import { classNames, titleNames } from '../../../../policy/services/diagnosis.ts'
import { problems, questions } from '../../../../policy/services/diagnosis-questions.ts'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { KeyValue, Section } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { Count, DayText, StatusTag } from '../../../../ui/Values.tsx'
import { FileLink } from '../../../programme/files/web/public.ts'
import type { DiagnosisView } from '../contract.ts'
import { words } from '../words.ts'

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
        <Section title={t.result}>
          <div className="outcome">
            <div>
              <h3>{t.class}</h3>
              <StatusTag tone="active">{say(classNames[diagnosis.class])}</StatusTag>
              <ul>
                {diagnosis.reasons.map((reason) => (
                  <li key={reason.zh} className="soft">
                    {say(reason)}
                  </li>
                ))}
              </ul>
            </div>
            <div>
              <h3>{t.problems}</h3>
              {diagnosis.problems.length === 0 ? <p className="soft">{t.noProblems}</p> : null}
              <ul>
                {diagnosis.problems.map((id) => (
                  <li key={id}>{say(problems[id])}</li>
                ))}
              </ul>
            </div>
            <div>
              <h3>{t.recommended}</h3>
              <ul className="recommended">
                {diagnosis.recommended.map((kind) => (
                  <li key={kind}>
                    {say(serviceKinds[kind])}
                    {mayOrder ? <AppLink to={need(kind)}>{t.order}</AppLink> : null}
                  </li>
                ))}
              </ul>
            </div>
          </div>
        </Section>
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
              { label: t.diagnosedOn, value: <DayText day={diagnosis.diagnosedOn} /> },
              { label: t.recordedBy, value: diagnosis.recordedBy },
              { label: t.foundedOn, value: <DayText day={facts.foundedOn} /> },
              { label: t.revenueWan, value: <Count value={facts.revenueWan} /> },
              { label: t.researchWan, value: <Count value={facts.researchWan} /> },
              { label: t.titles, value: facts.titles.map((title) => say(titleNames[title])).join('、') || t.none },
              diagnosis.report !== null && { label: t.report, value: <FileLink file={diagnosis.report} /> },
            ]}
          />
        </Section>
      </div>
    </div>
  )
}
