import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screens } from '../../../ui/places.ts'
import { page } from '../../../ui/routing.tsx'

export const reviewScreens: Screens = {
  routes: [
    page(
      '/pilots/$pilotId/plan/review',
      lazyRouteComponent(() => import('./ReviewPage.tsx'), 'ReviewPage'),
    ),
  ],
  places: [],
}
