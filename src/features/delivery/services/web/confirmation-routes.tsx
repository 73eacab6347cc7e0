import { lazyScreen } from '../../../../ui/lazy-screen.ts'
import type { Screens } from '../../../../ui/places.ts'
import { publicPage } from '../../../../ui/routing.tsx'

export const confirmationScreens: Screens = {
  routes: [
    publicPage(
      '/c/$token',
      lazyScreen(() => import('./ConfirmPage.tsx'), 'ConfirmPage'),
    ),
  ],
  places: [],
}
