import { AppLink } from '../../../../ui/AppLink.tsx'
import { Async } from '../../../../ui/Async.tsx'
import { useView } from '../../../../ui/api.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { useUrl } from '../../../../ui/url.ts'
import { NoticePeriod, NoticeStateTag, PublicFrame } from '../../../money/notices/web/public.ts'
import { listPublicEvaluations } from '../contract.ts'
import { words } from '../words.ts'

/** All published results, newest first; no account. */
export function PublicEvaluationsPage() {
  const t = useWords(words)
  const say = useText()
  const { search } = useUrl()
  const view = useView(listPublicEvaluations, { search: search.before ? { before: search.before } : {} })
  return (
    <PublicFrame title={t.publicTitle}>
      <p className="soft">{t.publicLead}</p>
      <Async
        view={view}
        isEmpty={(data) => data.publications.length === 0}
        empty={
          <>
            <strong>{t.noneYet}</strong>
            <p className="soft">{t.noneYetHint}</p>
          </>
        }
      >
        {({ publications, next }) => (
          <>
            <ul className="notice-list">
              {publications.map((one) => (
                <li key={one.publicationId} className="panel">
                  <div className="notice-list-head">
                    <AppLink to={`/public/evaluations/${one.publicationId}`}>
                      {t.titleOf(one.batchName, one.unitName, say(one.name))}
                    </AppLink>
                    <NoticeStateTag state={one.state} />
                  </div>
                  <div>{t.parks(one.firstParks.join(t.comma), one.parks)}</div>
                  <div className="soft">
                    <NoticePeriod notice={one} />
                  </div>
                </li>
              ))}
            </ul>
            <p className="button-row">
              {search.before ? <AppLink to="/public/evaluations">{t.newest}</AppLink> : null}
              {next ? <AppLink to={`/public/evaluations?before=${encodeURIComponent(next)}`}>{t.older}</AppLink> : null}
            </p>
          </>
        )}
      </Async>
    </PublicFrame>
  )
}
