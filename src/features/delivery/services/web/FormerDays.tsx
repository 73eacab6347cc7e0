import { useWords } from '../../../../ui/language.tsx'
import type { ServiceView } from '../contract.ts'
import { courseWords } from '../words.ts'

type FormerDaysProps = { service: ServiceView; step: 'need' | 'selection' }

/** What the day of a step was before it was corrected, by whom and why. */
export function FormerDays({ service, step }: FormerDaysProps) {
  const t = useWords(courseWords)
  return service.dayCorrections
    .filter((one) => one.step === step)
    .map(({ formerOn, correctedOn, reason, by, recordedAt }) => (
      <p key={recordedAt} className="soft">
        {t.dayCorrected(formerOn, correctedOn, by)} {reason}
      </p>
    ))
}
