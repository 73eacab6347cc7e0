import { lazyScreen } from '../../../../ui/lazy-screen.ts'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'

export const registerScreens: Screens = {
  routes: [
    page(
      '/pilots/$pilotId/enterprises/$enterpriseId/register',
      lazyScreen(() => import('./RegisterPage.tsx'), 'RegisterPage'),
    ),
  ],
  places: [],
}
