import { lazyScreen } from '../../../../ui/lazy-screen.ts'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'
import { ofAward } from '../../../programme/pilots/web/public.ts'

/** The money of one pilot; reached from its page and from tasks, so it has no entry of its own in the navigation. */
export const fundScreens: Screens = {
  routes: [
    page('/pilots/$pilotId/money', ofAward(lazyScreen(() => import('./TranchesPage.tsx'), 'TranchesPage'))),
    page('/pilots/$pilotId/money/lines', ofAward(lazyScreen(() => import('./FundLinesPage.tsx'), 'FundLinesPage'))),
    page('/pilots/$pilotId/money/ledger', ofAward(lazyScreen(() => import('./LedgerPage.tsx'), 'LedgerPage'))),
    page(
      '/pilots/$pilotId/money/signature/$preparedId',
      ofAward(lazyScreen(() => import('./SignaturePage.tsx'), 'SignaturePage')),
    ),
  ],
  places: [],
}
