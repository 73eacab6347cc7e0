import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'

export const baselineScreens: Screens = {
  routes: [
    page(
      '/pilots/$pilotId/baselines',
      lazyRouteComponent(() => import('./BaselinesPage.tsx'), 'BaselinesPage'),
    ),
  ],
  places: [],
}
