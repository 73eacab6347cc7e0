import { AppstoreOutlined, ClusterOutlined } from '@ant-design/icons'
import { lazyScreen } from '../../../../ui/lazy-screen.ts'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'
import { words } from '../words.ts'
import { words as batchWords } from './batch-words.ts'

export const pilotScreens: Screens = {
  routes: [
    page(
      '/pilots',
      lazyScreen(() => import('./PilotListPage.tsx'), 'PilotListPage'),
    ),
    page(
      '/batches',
      lazyScreen(() => import('./BatchesPage.tsx'), 'BatchesPage'),
    ),
    page(
      '/batches/$batchId',
      lazyScreen(() => import('./BatchPage.tsx'), 'BatchPage'),
    ),
    page(
      '/batches/$batchId/rules',
      lazyScreen(() => import('./BatchRulesPage.tsx'), 'BatchRulesPage'),
    ),
  ],
  places: [
    { to: '/pilots', text: words.title, icon: <ClusterOutlined />, permission: 'pilot.view', quick: true },
    { to: '/batches', group: 'rules', text: batchWords.title, icon: <AppstoreOutlined />, permission: 'batch.view' },
  ],
}
