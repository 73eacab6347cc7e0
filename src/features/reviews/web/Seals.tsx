import { bureauNames } from '../../../policy/roles.ts'
import { useText, useWords } from '../../../ui/language.tsx'
import { instantText } from '../../../ui/Values.tsx'
import type { PilotView } from '../../pilots/contract.ts'
import { words } from '../words.ts'
import type { ReviewView, ShownVersion } from './review-view.ts'

type Props = { review: ReviewView; shown: ShownVersion; pilot: PilotView }

/** On paper only: the boxes for opinions and seals of the park and both bureaus. */
export function Seals({ review, shown, pilot }: Props) {
  const t = useWords(words)
  const say = useText()
  const version = review.versions.find((one) => one.no === shown.no)
  return (
    <section className="review-seals print-only">
      <div className="review-seal">
        <h3>{pilot.parkName}</h3>
        <p>{version ? `${t.submittedBy(version.submittedByName)} ${instantText(version.submittedAt)}` : ''}</p>
        <p className="review-seal-line">{t.sealLine}</p>
      </div>
      {review.reviewers.map((bureau) => {
        const opinion = version?.opinions.find((one) => one.bureau === bureau)
        return (
          <div key={bureau} className="review-seal">
            <h3>
              {pilot.countyName} {say(bureauNames[bureau])}
            </h3>
            <p>
              {opinion
                ? `${opinion.verdict === 'approve' ? t.approved : t.returned} ${opinion.accountName} ${instantText(opinion.at)}`
                : t.waiting}
            </p>
            <p className="review-seal-line">{t.sealLine}</p>
          </div>
        )
      })}
      <p className="review-print-note">
        {t.version(shown.no)} · {t.hash} {shown.hash}
      </p>
    </section>
  )
}
