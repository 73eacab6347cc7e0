import { lazyScreen } from '../../../../ui/lazy-screen.ts'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'
import { ofAward } from '../../../programme/pilots/web/public.ts'

export const returnScreens: Screens = {
  routes: [page('/pilots/$pilotId/returns', ofAward(lazyScreen(() => import('./ReturnsPage.tsx'), 'ReturnsPage')))],
  places: [],
}
