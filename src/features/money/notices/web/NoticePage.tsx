import { App } from 'antd'
import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { Async } from '../../../../ui/Async.tsx'
import { abilityFor } from '../../../../ui/ability.ts'
import { downloadUrl, useView } from '../../../../ui/api.ts'
import { ButtonRow } from '../../../../ui/ButtonRow.tsx'
import { DownloadPaper } from '../../../../ui/DownloadPaper.tsx'
import { useLanguage, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { usePathParam, useUrl } from '../../../../ui/url.ts'
import { DayText, InstantText } from '../../../../ui/Values.tsx'
import { PersonalText } from '../../../programme/personal/web/public.ts'
import { answerWords } from '../answer-words.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { AnswerDialog } from './AnswerDialog.tsx'
import { BureauAnswerShown } from './AnswerShown.tsx'
import { CorrectAnswerDialog } from './CorrectAnswerDialog.tsx'
import { isStanding, NoticeFacts, NoticeStateTag } from './NoticeFacts.tsx'
import { TakeDownDialog } from './TakeDownDialog.tsx'
import './notices.css'

/** A notice for the bureaus: every objection with its contact and answer; which act is open stands in the address. */
export function NoticePage() {
  const t = useWords(words)
  const { language } = useLanguage()
  const { message } = App.useApp()
  const noticeId = usePathParam('noticeId')
  const { search, setSearch } = useUrl()
  const view = useView(contract.showNotice, { params: { noticeId } })
  const close = () => setSearch({ act: null, objection: null })
  const done = (text: string) => {
    void message.success(text)
    close()
  }
  const { data } = view
  return (
    <Page
      title={data ? t.titleOf(data.parkName, data.trancheNo) : t.title}
      status={data ? <NoticeStateTag state={data.state} /> : undefined}
      back={{ text: t.title, to: '/notices' }}
    >
      <Async view={view}>
        {(notice) => (
          <>
            <section className="panel">
              <NoticeFacts notice={notice} />
              <p className="soft">
                {t.publishedBy} {notice.publishedBy} <DayText day={notice.publishedOn} />
              </p>
              <ButtonRow className="button-row no-print">
                {(isStanding(notice) ? notice.actions : []).map((action) => (
                  <ActionButton
                    key={action.action}
                    action={action}
                    danger
                    onClick={() => setSearch({ act: action.action }, { replace: false })}
                  >
                    {t.takeDown}
                  </ActionButton>
                ))}
                <DownloadPaper word={downloadUrl(contract.noticeWord, { noticeId }, { language })} />
                <AppLink to={`/public/notices/${noticeId}`}>{t.openOnPublicPage}</AppLink>
                <AppLink to={`/pilots/${notice.pilotId}/money`}>{t.openMoney}</AppLink>
              </ButtonRow>
            </section>
            <Objections
              objections={notice.objections}
              onAct={(act, no) => setSearch({ act, objection: no }, { replace: false })}
            />
            <OpenDialog
              noticeId={noticeId}
              objection={notice.objections.find(({ no }) => String(no) === search.objection)}
              act={search.act}
              onClose={close}
              onDone={done}
            />
            {search.act === 'take-down' && abilityFor(notice.actions, 'take-down')?.allowed ? (
              <TakeDownDialog
                noticeId={noticeId}
                trancheNo={notice.trancheNo}
                onClose={close}
                onDone={() => done(t.takenDown)}
              />
            ) : null}
          </>
        )}
      </Async>
    </Page>
  )
}

type OpenDialogProps = {
  noticeId: string
  objection: contract.NoticeView['objections'][number] | undefined
  act: string | undefined
  onClose: () => void
  onDone: (text: string) => void
}

function OpenDialog({ noticeId, objection, act, onClose, onDone }: OpenDialogProps) {
  const t = useWords(words)
  const own = useWords(answerWords)
  if (!objection) return null
  const { actions, answer, no } = objection
  const of = { noticeId, objection, onClose }
  if (act === 'answer' && abilityFor(actions, 'answer')?.allowed)
    return <AnswerDialog key={no} {...of} onDone={() => onDone(t.answered)} />
  if (act === 'correct' && answer && abilityFor(actions, 'correct')?.allowed)
    return <CorrectAnswerDialog key={no} {...of} answer={answer} onDone={() => onDone(own.corrected)} />
  return null
}

function Objections({
  objections,
  onAct,
}: {
  objections: contract.NoticeView['objections']
  onAct: (act: 'answer' | 'correct', no: number) => void
}) {
  const t = useWords(words)
  const own = useWords(answerWords)
  return (
    <section className="panel" aria-labelledby="objections">
      <h2 id="objections">{t.objections}</h2>
      {objections.length === 0 ? <p className="soft">{t.noObjectionsYet}</p> : null}
      {objections.map(({ objectionId, no, receivedAt, name, contact, content, answer, actions }) => (
        <article key={no} className="objection">
          <h3>
            {t.objectionNo(no)}{' '}
            <span className="soft">
              {name || t.anonymous} · <InstantText at={receivedAt} /> · {t.contactLeft}{' '}
              {contact === null ? (
                t.noContact
              ) : (
                <PersonalText of="objection-contact" id={objectionId} value={contact} />
              )}
            </span>
          </h3>
          <p className="objection-text">{content}</p>
          {answer ? (
            <BureauAnswerShown answer={answer}>
              <ActionButton action={abilityFor(actions, 'correct')} onClick={() => onAct('correct', no)}>
                {own.correct}
              </ActionButton>
            </BureauAnswerShown>
          ) : (
            <ActionButton type="primary" action={abilityFor(actions, 'answer')} onClick={() => onAct('answer', no)}>
              {t.answer}
            </ActionButton>
          )}
        </article>
      ))}
    </section>
  )
}
