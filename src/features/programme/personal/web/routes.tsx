import { lazyScreen } from '../../../../ui/lazy-screen.ts'
import type { Screens } from '../../../../ui/places.ts'
import { publicPage } from '../../../../ui/routing.tsx'

export const personalScreens: Screens = {
  routes: [
    publicPage(
      '/public/personal-data',
      lazyScreen(() => import('./PersonalDataPage.tsx'), 'PersonalDataPage'),
    ),
  ],
  places: [],
}
