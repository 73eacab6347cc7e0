import { lazyScreen } from '../../../../ui/lazy-screen.ts'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'

/** Reached from the list of filings. */
export const summaryScreens: Screens = {
  routes: [
    page(
      '/summaries',
      lazyScreen(() => import('./SummariesPage.tsx'), 'SummariesPage'),
    ),
  ],
  places: [],
}
