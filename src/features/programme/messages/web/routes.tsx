import { lazyScreen } from '../../../../ui/lazy-screen.ts'
import type { Screens } from '../../../../ui/places.ts'
import { publicPage } from '../../../../ui/routing.tsx'

export const messageScreens: Screens = {
  routes: [
    publicPage(
      '/simulated-phone',
      lazyScreen(() => import('./SimulatedPhonePage.tsx'), 'SimulatedPhonePage'),
    ),
  ],
  places: [],
}
