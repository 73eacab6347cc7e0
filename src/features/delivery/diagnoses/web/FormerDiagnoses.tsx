import { classNames } from '../../../../policy/services/diagnosis.ts'
import { problems } from '../../../../policy/services/diagnosis-questions.ts'
import { listed } from '../../../../shared/words.ts'
import { KeyValue, Section } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { Count, DayText, FactDay } from '../../../../ui/Values.tsx'
import type { DiagnosisView } from '../contract.ts'
import { words } from '../words.ts'

type FormerProps = { standing: DiagnosisView; former: readonly DiagnosisView[] }

/** What the diagnosis said before each correction, and why it was corrected. */
export function FormerDiagnoses({ standing, former }: FormerProps) {
  const t = useWords(words)
  const say = useText()
  if (former.length === 0) return null
  return (
    <Section id="former" title={t.former}>
      {former.map((one, at) => {
        const { correctionReason } = former[at - 1] ?? standing
        return (
          <div key={one.revision}>
            <h3>{t.formerLine(one.revision, say(classNames[one.class]), one.recordedBy)}</h3>
            <KeyValue
              columns={3}
              facts={[
                { label: t.diagnosedOn, value: <FactDay day={one.diagnosedOn} enteredAt={one.recordedAt} /> },
                { label: t.foundedOn, value: <DayText day={one.facts.foundedOn} /> },
                { label: t.revenueWan, value: <Count value={one.facts.revenueWan} /> },
                { label: t.researchWan, value: <Count value={one.facts.researchWan} /> },
                {
                  label: t.problems,
                  value: say(listed(one.problems.map((id) => problems[id]))) || t.none,
                  wide: true,
                },
                { label: t.correctionReason, value: correctionReason, wide: true },
              ]}
            />
          </div>
        )
      })}
    </Section>
  )
}
