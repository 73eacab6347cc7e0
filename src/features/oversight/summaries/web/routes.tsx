import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'

/** Reached from the list of filings. */
export const summaryScreens: Screens = {
  routes: [
    page(
      '/summaries',
      lazyRouteComponent(() => import('./SummariesPage.tsx'), 'SummariesPage'),
    ),
  ],
  places: [],
}
