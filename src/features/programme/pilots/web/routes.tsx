import { AppstoreOutlined, ClusterOutlined } from '@ant-design/icons'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'
import { words } from '../words.ts'
import { words as batchWords } from './batch-words.ts'

export const pilotScreens: Screens = {
  routes: [
    page(
      '/pilots',
      lazyRouteComponent(() => import('./PilotListPage.tsx'), 'PilotListPage'),
    ),
    page(
      '/batches',
      lazyRouteComponent(() => import('./BatchesPage.tsx'), 'BatchesPage'),
    ),
    page(
      '/batches/$batchId',
      lazyRouteComponent(() => import('./BatchPage.tsx'), 'BatchPage'),
    ),
    page(
      '/batches/$batchId/rules',
      lazyRouteComponent(() => import('./BatchRulesPage.tsx'), 'BatchRulesPage'),
    ),
  ],
  places: [
    { to: '/pilots', text: words.title, icon: <ClusterOutlined />, permission: 'pilot.view', quick: true },
    { to: '/batches', group: 'rules', text: batchWords.title, icon: <AppstoreOutlined />, permission: 'batch.view' },
  ],
}
