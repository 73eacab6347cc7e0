import { ClusterOutlined } from '@ant-design/icons'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screens } from '../../../ui/places.ts'
import { page } from '../../../ui/routing.tsx'
import { words } from '../words.ts'

export const pilotScreens: Screens = {
  routes: [
    page(
      '/pilots',
      lazyRouteComponent(() => import('./PilotListPage.tsx'), 'PilotListPage'),
    ),
    page(
      '/pilots/$pilotId',
      lazyRouteComponent(() => import('./PilotPage.tsx'), 'PilotPage'),
    ),
  ],
  places: [{ to: '/pilots', text: words.title, icon: <ClusterOutlined />, permission: 'pilot.view', quick: true }],
}
