import { AimOutlined } from '@ant-design/icons'
import { lazyScreen } from '../../../../ui/lazy-screen.ts'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'
import { words } from '../words.ts'

export const samplingScreens: Screens = {
  routes: [
    page(
      '/sampling-plans',
      lazyScreen(() => import('./SamplingPlansPage.tsx'), 'SamplingPlansPage'),
    ),
    page(
      '/sampling-plans/new',
      lazyScreen(() => import('./NewSamplingPlanPage.tsx'), 'NewSamplingPlanPage'),
    ),
    page(
      '/sampling-plans/$planId',
      lazyScreen(() => import('./SamplingPlanPage.tsx'), 'SamplingPlanPage'),
    ),
  ],
  places: [
    { to: '/sampling-plans', group: 'services', text: words.title, icon: <AimOutlined />, permission: 'sampling.view' },
  ],
}
