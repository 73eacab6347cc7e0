import { WarningOutlined } from '@ant-design/icons'
import { lazyScreen } from '../../../../ui/lazy-screen.ts'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'
import { words } from '../words.ts'

export const findingScreens: Screens = {
  routes: [
    page(
      '/findings',
      lazyScreen(() => import('./FindingsPage.tsx'), 'FindingsPage'),
    ),
  ],
  places: [
    { to: '/findings', group: 'services', text: words.title, icon: <WarningOutlined />, permission: 'finding.view' },
  ],
}
