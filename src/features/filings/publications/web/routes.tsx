import { lazyScreen } from '../../../../ui/lazy-screen.ts'
import type { Screens } from '../../../../ui/places.ts'
import { page, publicPage } from '../../../../ui/routing.tsx'

export const publicationScreens: Screens = {
  routes: [
    publicPage(
      '/public/evaluations',
      lazyScreen(() => import('./PublicEvaluationsPage.tsx'), 'PublicEvaluationsPage'),
    ),
    publicPage(
      '/public/evaluations/$publicationId',
      lazyScreen(() => import('./PublicEvaluationPage.tsx'), 'PublicEvaluationPage'),
    ),
    page(
      '/evaluation-reports/$filingId/publication',
      lazyScreen(() => import('./PublicationPage.tsx'), 'PublicationPage'),
    ),
  ],
  places: [],
}
