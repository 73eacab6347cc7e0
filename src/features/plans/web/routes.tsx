import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screens } from '../../../ui/places.ts'
import { page } from '../../../ui/routing.tsx'

export const planScreens: Screens = {
  routes: [
    page(
      '/pilots/$pilotId/plan',
      lazyRouteComponent(() => import('./PlanPage.tsx'), 'PlanPage'),
    ),
  ],
  places: [],
}
