import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screens } from '../../../../ui/places.ts'
import { publicPage } from '../../../../ui/routing.tsx'

export const paperScreens: Screens = {
  routes: [
    publicPage(
      '/verify',
      lazyRouteComponent(() => import('./VerifyPage.tsx'), 'VerifyPage'),
    ),
  ],
  places: [],
}
