import { AppLink } from '../../../../ui/AppLink.tsx'
import { Async } from '../../../../ui/Async.tsx'
import { useView } from '../../../../ui/api.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { PrintButton } from '../../../../ui/PrintButton.tsx'
import { usePathParam } from '../../../../ui/url.ts'
import { NoticeStateTag, PublicFrame } from '../../../money/notices/web/public.ts'
import { showPublicEvaluation, type WholePublication } from '../contract.ts'
import { words } from '../words.ts'
import { PublicationFacts, ResultsTable } from './PublishedResults.tsx'

/** Published results for everybody: what each park came to, until when they stand, and where to object. */
export function PublicEvaluationPage() {
  const t = useWords(words)
  const say = useText()
  const publicationId = usePathParam('publicationId')
  const view = useView(showPublicEvaluation, { params: { publicationId } })
  const { data } = view
  return (
    <PublicFrame title={data ? t.titleOf(data.batchName, data.unitName, say(data.name)) : t.publicTitle}>
      <p className="no-print">
        <AppLink to="/public/evaluations">{t.backToList}</AppLink>
      </p>
      <Async view={view}>
        {(publication) => (
          <>
            <section className="panel">
              <p>
                <NoticeStateTag state={publication.state} />
              </p>
              <PublicationFacts publication={publication} />
              <p className="button-row no-print">
                {publication.newerId ? (
                  <AppLink to={`/public/evaluations/${publication.newerId}`}>{t.newer}</AppLink>
                ) : null}
                <PrintButton />
              </p>
            </section>
            <section className="panel" aria-labelledby="results">
              <h2 id="results">{t.results}</h2>
              <ResultsTable results={publication.results} />
            </section>
            <HowToObject publication={publication} />
          </>
        )}
      </Async>
    </PublicFrame>
  )
}

function HowToObject({ publication: { state, contact, untilOn } }: { publication: WholePublication }) {
  const t = useWords(words)
  return (
    <section className="panel" aria-labelledby="object">
      <h2 id="object">{t.object}</h2>
      <p>{state === 'running' ? t.objectHow(contact, untilOn) : t.objectOver}</p>
    </section>
  )
}
