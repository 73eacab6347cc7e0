import { lazyScreen } from '../../../../ui/lazy-screen.ts'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'

/** The money of one pilot; reached from its page and from tasks, so it has no entry of its own in the navigation. */
export const fundScreens: Screens = {
  routes: [
    page(
      '/pilots/$pilotId/money',
      lazyScreen(() => import('./TranchesPage.tsx'), 'TranchesPage'),
    ),
    page(
      '/pilots/$pilotId/money/lines',
      lazyScreen(() => import('./FundLinesPage.tsx'), 'FundLinesPage'),
    ),
    page(
      '/pilots/$pilotId/money/ledger',
      lazyScreen(() => import('./LedgerPage.tsx'), 'LedgerPage'),
    ),
    page(
      '/pilots/$pilotId/money/signature/$preparedId',
      lazyScreen(() => import('./SignaturePage.tsx'), 'SignaturePage'),
    ),
  ],
  places: [],
}
