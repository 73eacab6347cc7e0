import { lazyScreen } from '../../../../ui/lazy-screen.ts'
import type { Screens } from '../../../../ui/places.ts'
import { publicPage } from '../../../../ui/routing.tsx'

export const systemScreens: Screens = {
  routes: [
    publicPage(
      '/api-docs',
      lazyScreen(() => import('./ApiPage.tsx'), 'ApiPage'),
    ),
  ],
  places: [],
}
