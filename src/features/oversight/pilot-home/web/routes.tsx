import { lazyScreen } from '../../../../ui/lazy-screen.ts'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'

export const pilotHomeScreens: Screens = {
  routes: [
    page(
      '/pilots/$pilotId',
      lazyScreen(() => import('./PilotPage.tsx'), 'PilotPage'),
    ),
  ],
  places: [],
}
