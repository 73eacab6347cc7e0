import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'

export const diagnosisScreens: Screens = {
  routes: [
    page(
      '/pilots/$pilotId/enterprises',
      lazyRouteComponent(() => import('./EnterprisesPage.tsx'), 'EnterprisesPage'),
    ),
    page(
      '/pilots/$pilotId/enterprises/$enterpriseId',
      lazyRouteComponent(() => import('./EnterprisePage.tsx'), 'EnterprisePage'),
    ),
  ],
  places: [],
}
