import { lazyScreen } from '../../../../ui/lazy-screen.ts'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'
import { ofAward } from '../../../programme/pilots/web/public.ts'

const filingPage = lazyScreen(() => import('./FilingPage.tsx'), 'FilingPage')
const planPage = ofAward(lazyScreen(() => import('./PlanPage.tsx'), 'PlanPage'))

/** Every filing at its own address, and at those under which its kind is known. */
export const filingKindScreens: Screens = {
  routes: [
    page('/filings/$filingId', filingPage),
    page('/matters/$filingId', filingPage),
    page('/returns/$filingId', filingPage),
    page('/pilots/$pilotId/plan', planPage),
    page('/pilots/$pilotId/plan/review', planPage),
  ],
  places: [],
}
