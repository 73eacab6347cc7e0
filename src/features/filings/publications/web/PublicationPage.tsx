import { App } from 'antd'
import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { Async } from '../../../../ui/Async.tsx'
import { abilityFor } from '../../../../ui/ability.ts'
import { useView } from '../../../../ui/api.ts'
import { ButtonRow } from '../../../../ui/ButtonRow.tsx'
import { Section } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { usePathParam, useUrl } from '../../../../ui/url.ts'
import { DayText } from '../../../../ui/Values.tsx'
import { NoticeStateTag } from '../../../money/notices/web/public.ts'
import { type PublicationView, showPublication, type WholePublication } from '../contract.ts'
import { words } from '../words.ts'
import { PublishDialog } from './PublishDialog.tsx'
import { PublicationFacts, ResultsTable } from './PublishedResults.tsx'
import { WithdrawDialog } from './WithdrawDialog.tsx'

/** The publication of a report: what everybody would read, what stands, what ended (G5.3). */
export function PublicationPage() {
  const t = useWords(words)
  const say = useText()
  const { message } = App.useApp()
  const filingId = usePathParam('filingId')
  const { search, setSearch } = useUrl()
  const view = useView(showPublication, { params: { filingId } })
  const { data } = view
  const close = () => setSearch({ act: null })
  const done = (text: string) => {
    void message.success(text)
    close()
  }
  const open = (act: string) => setSearch({ act }, { replace: false })
  return (
    <Page
      title={t.title}
      subtitle={data ? t.titleOf(data.batchName, data.unitName, say(data.name)) : undefined}
      status={data?.standing ? <NoticeStateTag state={data.standing.state} /> : undefined}
      back={{ text: t.back, to: '/evaluations' }}
    >
      <Async view={view}>
        {(shown) => (
          <>
            <Acts view={shown} onAct={open} />
            {shown.standing ? <Published title={t.published} publication={shown.standing} /> : null}
            {shown.draft ? (
              <Section id="draft" title={t.toPublish} note={t.toPublishNote}>
                <ResultsTable results={shown.draft.results} />
              </Section>
            ) : null}
            {shown.former.length > 0 ? <h2>{t.former}</h2> : null}
            {shown.former.map((one) => (
              <Published
                key={one.publicationId}
                title={<NoticeStateTag state={one.state} />}
                note={<Ended publication={one} />}
                publication={one}
              />
            ))}
            {search.act === 'publish' && shown.draft ? (
              <PublishDialog
                filingId={filingId}
                draft={shown.draft}
                onClose={close}
                onDone={() => done(t.publishedNow)}
              />
            ) : null}
            {search.act === 'withdraw' && shown.standing ? (
              <WithdrawDialog
                publicationId={shown.standing.publicationId}
                onClose={close}
                onDone={() => done(t.withdrawn)}
              />
            ) : null}
          </>
        )}
      </Async>
    </Page>
  )
}

function Acts({ view, onAct }: { view: PublicationView; onAct: (act: string) => void }) {
  const t = useWords(words)
  const say = useText()
  return (
    <section className="panel">
      <p className="soft">
        {view.standing ? t.publicationsNote : t.notPublishedYet} {t.reportState(say(view.reportState))}
      </p>
      <ButtonRow className="button-row no-print">
        {view.standing ? (
          <ActionButton danger action={abilityFor(view.actions, 'withdraw')} onClick={() => onAct('withdraw')}>
            {t.withdraw}
          </ActionButton>
        ) : (
          <ActionButton type="primary" action={abilityFor(view.actions, 'publish')} onClick={() => onAct('publish')}>
            {t.publish}
          </ActionButton>
        )}
        <AppLink to={`/filings/${view.filingId}`}>{t.openReport}</AppLink>
        {view.standing ? (
          <AppLink to={`/public/evaluations/${view.standing.publicationId}`}>{t.openOnPublicPage}</AppLink>
        ) : null}
      </ButtonRow>
    </section>
  )
}

type PublishedProps = { title: React.ReactNode; note?: React.ReactNode; publication: WholePublication }

function Published({ title, note, publication }: PublishedProps) {
  return (
    <Section id={publication.publicationId} title={title} note={note}>
      <PublicationFacts publication={publication} />
      <ResultsTable results={publication.results} />
    </Section>
  )
}

function Ended({ publication: { publicationId, endedOn } }: { publication: PublicationView['former'][number] }) {
  const t = useWords(words)
  return (
    <>
      {t.endedOn} <DayText day={endedOn} />{' '}
      <AppLink to={`/public/evaluations/${publicationId}`}>{t.openOnPublicPage}</AppLink>
    </>
  )
}
