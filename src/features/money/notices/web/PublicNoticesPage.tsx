import { AppLink } from '../../../../ui/AppLink.tsx'
import { Async } from '../../../../ui/Async.tsx'
import { useView } from '../../../../ui/api.ts'
import { useWords } from '../../../../ui/language.tsx'
import { useUrl } from '../../../../ui/url.ts'
import { Money } from '../../../../ui/Values.tsx'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { NoticePeriod, NoticeStateTag } from './NoticeFacts.tsx'
import { PublicFrame } from './PublicFrame.tsx'

/** All notices, newest first; no account. */
export function PublicNoticesPage() {
  const t = useWords(words)
  const { search } = useUrl()
  const view = useView(contract.listPublicNotices, { search: search.before ? { before: search.before } : {} })
  return (
    <PublicFrame title={t.publicTitle}>
      <p className="soft">{t.publicLead}</p>
      <Async
        view={view}
        isEmpty={(data) => data.notices.length === 0}
        empty={
          <>
            <strong>{t.noneYet}</strong>
            <p className="soft">{t.noneYetHint}</p>
          </>
        }
      >
        {({ notices, next }) => (
          <>
            <ul className="notice-list">
              {notices.map((notice) => (
                <li key={notice.noticeId} className="panel">
                  <div className="notice-list-head">
                    <AppLink to={`/public/notices/${notice.noticeId}`}>
                      {t.titleOf(notice.parkName, notice.trancheNo)}
                    </AppLink>
                    <NoticeStateTag state={notice.state} />
                  </div>
                  <div>
                    {notice.countyName} · {notice.batchName} · <Money fen={notice.amountFen} />
                  </div>
                  <div className="soft">
                    <NoticePeriod notice={notice} />
                  </div>
                </li>
              ))}
            </ul>
            <p className="button-row">
              {search.before ? <AppLink to="/public/notices">{t.newest}</AppLink> : null}
              {next ? <AppLink to={`/public/notices?before=${encodeURIComponent(next)}`}>{t.older}</AppLink> : null}
            </p>
          </>
        )}
      </Async>
    </PublicFrame>
  )
}
