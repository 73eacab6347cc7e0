import { lazyScreen } from '../../../../ui/lazy-screen.ts'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'

export const baselineScreens: Screens = {
  routes: [
    page(
      '/pilots/$pilotId/baselines',
      lazyScreen(() => import('./BaselinesPage.tsx'), 'BaselinesPage'),
    ),
  ],
  places: [],
}
