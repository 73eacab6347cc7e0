import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'

export const returnScreens: Screens = {
  routes: [
    page(
      '/pilots/$pilotId/returns',
      lazyRouteComponent(() => import('./ReturnsPage.tsx'), 'ReturnsPage'),
    ),
  ],
  places: [],
}
