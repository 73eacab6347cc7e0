import { lazyScreen } from '../../../../ui/lazy-screen.ts'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'

export const returnScreens: Screens = {
  routes: [
    page(
      '/pilots/$pilotId/returns',
      lazyScreen(() => import('./ReturnsPage.tsx'), 'ReturnsPage'),
    ),
  ],
  places: [],
}
