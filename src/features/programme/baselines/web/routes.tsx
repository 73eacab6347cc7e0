import { lazyScreen } from '../../../../ui/lazy-screen.ts'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'
import { ofAward } from '../../pilots/web/public.ts'

export const baselineScreens: Screens = {
  routes: [
    page('/pilots/$pilotId/baselines', ofAward(lazyScreen(() => import('./BaselinesPage.tsx'), 'BaselinesPage'))),
  ],
  places: [],
}
