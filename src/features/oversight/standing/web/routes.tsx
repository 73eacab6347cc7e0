import { CustomerServiceOutlined } from '@ant-design/icons'
import { lazyScreen } from '../../../../ui/lazy-screen.ts'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'
import { words } from '../words.ts'

export const standingScreens: Screens = {
  routes: [
    page(
      '/standing',
      lazyScreen(() => import('./StandingPage.tsx'), 'StandingPage'),
    ),
    page(
      '/pilots/$pilotId/lists',
      lazyScreen(() => import('./ListsPage.tsx'), 'ListsPage'),
    ),
  ],
  places: [
    {
      to: '/standing',
      group: 'services',
      text: words.title,
      icon: <CustomerServiceOutlined />,
      permission: 'pilot.view',
    },
  ],
}
