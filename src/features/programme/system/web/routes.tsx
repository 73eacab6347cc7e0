import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screens } from '../../../../ui/places.ts'
import { publicPage } from '../../../../ui/routing.tsx'

export const systemScreens: Screens = {
  routes: [
    publicPage(
      '/api-docs',
      lazyRouteComponent(() => import('./ApiPage.tsx'), 'ApiPage'),
    ),
  ],
  places: [],
}
