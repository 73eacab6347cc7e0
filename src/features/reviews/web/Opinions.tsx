import { CheckCircleOutlined, ClockCircleOutlined, RollbackOutlined } from '@ant-design/icons'
import { type PlanSection, planSectionNames } from '../../../policy/plan.ts'
import { bureauNames } from '../../../policy/roles.ts'
import { AppLink } from '../../../ui/AppLink.tsx'
import { useText, useWords } from '../../../ui/language.tsx'
import { useUrl } from '../../../ui/url.ts'
import { InstantText, StatusTag } from '../../../ui/Values.tsx'
import { words } from '../words.ts'
import type { ReviewView } from './review-view.ts'

type Opinion = ReviewView['versions'][number]['opinions'][number]

/** What both bureaus say on the version shown, and what they said on the versions before. */
export function Opinions({ review, shownNo }: { review: ReviewView; shownNo: number }) {
  const t = useWords(words)
  const say = useText()
  const { path } = useUrl()
  const version = review.versions.find((one) => one.no === shownNo)
  const newest = review.versions[0]?.no === shownNo
  const earlier = review.versions.filter((one) => one.no < shownNo && one.opinions.length > 0)
  return (
    <section className="panel" aria-label={t.opinions}>
      <div className="section-head">
        <h2>{t.opinions}</h2>
      </div>
      <div className="review-opinions">
        {review.reviewers.map((bureau) => {
          const opinion = version?.opinions.find((one) => one.bureau === bureau)
          return (
            <div key={bureau} className="review-opinion">
              <h3>{say(bureauNames[bureau])}</h3>
              {opinion ? (
                <OpinionText opinion={opinion} />
              ) : (
                <p className="soft">
                  <ClockCircleOutlined aria-hidden /> {newest && review.state === 'submitted' ? t.waiting : t.noOpinion}
                </p>
              )}
            </div>
          )
        })}
      </div>
      {earlier.length > 0 ? (
        <details className="review-earlier no-print">
          <summary>{t.earlier(earlier.length)}</summary>
          {earlier.map((one) => (
            <div key={one.no} className="review-earlier-version">
              <AppLink to={`${path}?version=${one.no}`}>{t.version(one.no)}</AppLink>
              {one.opinions.map((opinion) => (
                <div key={opinion.bureau} className="review-opinion">
                  <h3>{say(bureauNames[opinion.bureau])}</h3>
                  <OpinionText opinion={opinion} />
                </div>
              ))}
            </div>
          ))}
        </details>
      ) : null}
    </section>
  )
}

function OpinionText({ opinion }: { opinion: Opinion }) {
  const t = useWords(words)
  const say = useText()
  const approved = opinion.verdict === 'approve'
  return (
    <>
      <p>
        <StatusTag tone={approved ? 'good' : 'warning'}>
          {approved ? <CheckCircleOutlined aria-hidden /> : <RollbackOutlined aria-hidden />}{' '}
          {approved ? t.approved : t.returned}
        </StatusTag>{' '}
        {opinion.accountName} <InstantText at={opinion.at} />
      </p>
      {opinion.marks.length > 0 ? (
        <ul className="review-summary">
          {opinion.marks.map((mark) => (
            <li key={mark.section}>
              <strong>{say(planSectionNames[mark.section as PlanSection])}</strong>
              <div className="review-reason">{mark.reason}</div>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}
