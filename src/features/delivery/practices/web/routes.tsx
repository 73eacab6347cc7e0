import { lazyScreen } from '../../../../ui/lazy-screen.ts'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'
import { ofAward } from '../../../programme/pilots/web/public.ts'

export const practiceScreens: Screens = {
  routes: [
    page('/pilots/$pilotId/practices', ofAward(lazyScreen(() => import('./PracticesPage.tsx'), 'PracticesPage'))),
  ],
  places: [],
}
