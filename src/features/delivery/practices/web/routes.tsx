import { lazyScreen } from '../../../../ui/lazy-screen.ts'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'

export const practiceScreens: Screens = {
  routes: [
    page(
      '/pilots/$pilotId/practices',
      lazyScreen(() => import('./PracticesPage.tsx'), 'PracticesPage'),
    ),
  ],
  places: [],
}
