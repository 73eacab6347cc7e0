import { AppLink } from '../../../../ui/AppLink.tsx'
import { Async } from '../../../../ui/Async.tsx'
import { useView } from '../../../../ui/api.ts'
import { useWords } from '../../../../ui/language.tsx'
import { usePathParam } from '../../../../ui/url.ts'
import { DayText } from '../../../../ui/Values.tsx'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { PublicAnswerShown } from './AnswerShown.tsx'
import { NoticeFacts, NoticeStateTag } from './NoticeFacts.tsx'
import { ObjectionBox } from './ObjectionBox.tsx'
import { PublicFrame } from './PublicFrame.tsx'

/** One notice for everybody: what is to be paid to whom, the answers given, and a box for objections. */
export function PublicNoticePage() {
  const t = useWords(words)
  const noticeId = usePathParam('noticeId')
  const view = useView(contract.showPublicNotice, { params: { noticeId } })
  const { data } = view
  return (
    <PublicFrame title={data ? t.titleOf(data.parkName, data.trancheNo) : t.publicTitle}>
      <p>
        <AppLink to="/public/notices">{t.backToList}</AppLink>
      </p>
      <Async view={view}>
        {(notice) => (
          <>
            <section className="panel">
              <p>
                <NoticeStateTag state={notice.state} />{' '}
                {notice.openObjections > 0 ? <span className="soft">{t.openCount(notice.openObjections)}</span> : null}
              </p>
              <NoticeFacts notice={notice} />
            </section>
            <Answered objections={notice.objections} />
            {notice.takesObjections ? (
              <ObjectionBox noticeId={noticeId} contact={notice.contact} />
            ) : (
              <p className="panel soft">
                {t.closed} {notice.openObjections > 0 ? t.closedOpen(notice.openObjections) : null}
              </p>
            )}
          </>
        )}
      </Async>
    </PublicFrame>
  )
}

function Answered({ objections }: { objections: contract.PublicNotice['objections'] }) {
  const t = useWords(words)
  return (
    <section className="panel" aria-labelledby="objections">
      <h2 id="objections">{t.objections}</h2>
      {objections.length === 0 ? <p className="soft">{t.noObjections}</p> : null}
      {objections.map(({ no, receivedOn, named, content, answer }) => (
        <article key={no} className="objection">
          <h3>
            {t.objectionNo(no)}{' '}
            <span className="soft">
              {named ? t.named : t.anonymous} · <DayText day={receivedOn} />
            </span>
          </h3>
          <p className={content === null ? 'soft' : 'objection-text'}>{content ?? t.withheld}</p>
          <PublicAnswerShown answer={answer} />
        </article>
      ))}
    </section>
  )
}
