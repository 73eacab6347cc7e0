import { Button } from 'antd'
import { Async, EmptyState } from '../../../ui/Async.tsx'
import { useView } from '../../../ui/api.ts'
import { useWords } from '../../../ui/language.tsx'
import { Page } from '../../../ui/Page.tsx'
import { useGo, usePathParam, useUrl } from '../../../ui/url.ts'
import { showPilot } from '../../pilots/contract.ts'
import { showPlan } from '../../plans/contract.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { ReviewOfVersion } from './ReviewOfVersion.tsx'
import './review.css'

/** The joint review of a plan: one version with what changed in it, both opinions, and the place to give one. */
export function ReviewPage() {
  const pilotId = usePathParam('pilotId')
  const pilot = useView(showPilot, { params: { pilotId } })
  const plan = useView(showPlan, { params: { pilotId } })
  return (
    <Async view={pilot}>
      {(shownPilot) => (
        <Async view={plan}>{(shownPlan) => <Review pilot={shownPilot} filingId={shownPlan.filingId} />}</Async>
      )}
    </Async>
  )
}

type ReviewProps = { pilot: Parameters<typeof ReviewOfVersion>[0]['pilot']; filingId: string }

function Review({ pilot, filingId }: ReviewProps) {
  const t = useWords(words)
  const go = useGo()
  const { search } = useUrl()
  const version = Number(search.version) || undefined
  const review = useView(contract.showReview, { params: { filingId }, search: { version } }, { keepPrevious: true })
  const { versions = [], shown = null } = review.data ?? {}
  const former = versions.find((one) => shown !== null && one.no < shown.no)
  // The version before, to put every change into words and marks.
  const before = useView(
    contract.showReview,
    { params: { filingId }, search: { version: former?.no } },
    { enabled: former !== undefined },
  )
  return (
    <Async view={review}>
      {(view) =>
        view.shown === null ? (
          <Page
            title={t.title}
            crumbs={[
              { text: t.pilots, to: '/pilots' },
              { text: pilot.parkName, to: `/pilots/${pilot.pilotId}` },
            ]}
          >
            <EmptyState>
              <p>{t.notSubmitted}</p>
              <Button onClick={() => go(`/pilots/${pilot.pilotId}/plan`)}>{t.openPlan}</Button>
            </EmptyState>
          </Page>
        ) : former && !before.data ? (
          <Async view={before}>{() => null}</Async>
        ) : (
          <ReviewOfVersion
            pilot={pilot}
            review={view}
            shown={view.shown}
            former={former && before.data?.shown ? before.data.shown : null}
          />
        )
      }
    </Async>
  )
}
