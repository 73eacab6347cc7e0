import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'

export const activityScreens: Screens = {
  routes: [
    page(
      '/pilots/$pilotId/activities',
      lazyRouteComponent(() => import('./ActivitiesPage.tsx'), 'ActivitiesPage'),
    ),
    page(
      '/pilots/$pilotId/activities/new',
      lazyRouteComponent(() => import('./NewActivityPage.tsx'), 'NewActivityPage'),
    ),
    page(
      '/activities/$activityId',
      lazyRouteComponent(() => import('./ActivityPage.tsx'), 'ActivityPage'),
    ),
  ],
  places: [],
}
