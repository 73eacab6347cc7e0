import type { RouteComponent } from '@tanstack/react-router'
import { refusalText } from '../../../../policy/guide/refuse.ts'
import { notInStanding } from '../../../../policy/oversight/standing.ts'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { useView } from '../../../../ui/api.ts'
import { DeadEnd } from '../../../../ui/DeadEnd.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { usePathParam } from '../../../../ui/url.ts'
import { type PilotView, showPilot } from '../contract.ts'
import { standingWords } from '../words.ts'
import { usePilotTabs } from './pilot-tabs.ts'

/** A page of a pilot that is about its plan, award, filings or evaluation: standing service says that it has none (G6.1). */
export function ofAward(Screen: RouteComponent): RouteComponent {
  function OfAward() {
    const pilotId = usePathParam('pilotId')
    const pilot = useView(showPilot, { params: { pilotId } })
    return pilot.data?.standing ? <NotInStanding pilot={pilot.data} /> : <Screen />
  }
  return Object.assign(OfAward, Screen.preload ? { preload: Screen.preload } : {})
}

function NotInStanding({ pilot: { pilotId, parkName } }: { pilot: PilotView }) {
  const t = useWords(standingWords)
  const say = useText()
  return (
    <Page title={parkName} crumbs={[{ text: t.title, to: '/standing' }]} tabs={usePilotTabs(pilotId)}>
      <DeadEnd says={say(refusalText(notInStanding()))} hint="">
        <AppLink to={`/pilots/${pilotId}`}>{t.goTo}</AppLink>
      </DeadEnd>
    </Page>
  )
}
