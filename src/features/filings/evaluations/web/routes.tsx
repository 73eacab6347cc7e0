import { lazyScreen } from '../../../../ui/lazy-screen.ts'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'

export const evaluationScreens: Screens = {
  routes: [
    page(
      '/pilots/$pilotId/evaluations',
      lazyScreen(() => import('./PilotEvaluationsPage.tsx'), 'PilotEvaluationsPage'),
    ),
    page(
      '/evaluations/$evaluationId',
      lazyScreen(() => import('./EvaluationPage.tsx'), 'EvaluationPage'),
    ),
  ],
  places: [],
}
