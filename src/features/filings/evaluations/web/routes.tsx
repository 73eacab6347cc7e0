import { TrophyOutlined } from '@ant-design/icons'
import { lazyScreen } from '../../../../ui/lazy-screen.ts'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'
import { ofAward } from '../../../programme/pilots/web/public.ts'
import { words } from '../words.ts'

export const evaluationScreens: Screens = {
  routes: [
    page(
      '/evaluations',
      lazyScreen(() => import('./OverviewPage.tsx'), 'OverviewPage'),
    ),
    page(
      '/pilots/$pilotId/evaluations',
      ofAward(lazyScreen(() => import('./PilotEvaluationsPage.tsx'), 'PilotEvaluationsPage')),
    ),
    page(
      '/evaluations/$evaluationId',
      lazyScreen(() => import('./EvaluationPage.tsx'), 'EvaluationPage'),
    ),
  ],
  places: [
    {
      to: '/evaluations',
      group: 'duties',
      text: words.overview,
      icon: <TrophyOutlined />,
      permission: 'evaluations.view',
    },
  ],
}
