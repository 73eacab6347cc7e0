import { lazyScreen } from '../../../../ui/lazy-screen.ts'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'
import { ofAward } from '../../../programme/pilots/web/public.ts'

export const closeOutScreens: Screens = {
  routes: [page('/pilots/$pilotId/close-out', ofAward(lazyScreen(() => import('./CloseOutPage.tsx'), 'CloseOutPage')))],
  places: [],
}
