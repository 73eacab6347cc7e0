import { lazyScreen } from '../../../../ui/lazy-screen.ts'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'

export const closeOutScreens: Screens = {
  routes: [
    page(
      '/pilots/$pilotId/close-out',
      lazyScreen(() => import('./CloseOutPage.tsx'), 'CloseOutPage'),
    ),
  ],
  places: [],
}
