import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screens } from '../../../../ui/places.ts'
import { publicPage } from '../../../../ui/routing.tsx'

export const confirmationScreens: Screens = {
  routes: [
    publicPage(
      '/c/$token',
      lazyRouteComponent(() => import('./ConfirmPage.tsx'), 'ConfirmPage'),
    ),
  ],
  places: [],
}
