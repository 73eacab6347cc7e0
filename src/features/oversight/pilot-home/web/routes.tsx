import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'

export const pilotHomeScreens: Screens = {
  routes: [
    page(
      '/pilots/$pilotId',
      lazyRouteComponent(() => import('./PilotPage.tsx'), 'PilotPage'),
    ),
  ],
  places: [],
}
