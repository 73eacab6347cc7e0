import { ToolOutlined } from '@ant-design/icons'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'
import { words } from '../words.ts'

export const serviceScreens: Screens = {
  routes: [
    page(
      '/services',
      lazyRouteComponent(() => import('./ServicesPage.tsx'), 'ServicesPage'),
    ),
    page(
      '/services/$serviceId',
      lazyRouteComponent(() => import('./ServicePage.tsx'), 'ServicePage'),
    ),
    page(
      '/pilots/$pilotId/services',
      lazyRouteComponent(() => import('./PilotServicesPage.tsx'), 'PilotServicesPage'),
    ),
    page(
      '/pilots/$pilotId/services/new',
      lazyRouteComponent(() => import('./NewNeedPage.tsx'), 'NewNeedPage'),
    ),
  ],
  places: [
    {
      to: '/services',
      group: 'services',
      text: words.services,
      icon: <ToolOutlined />,
      permission: 'service.view',
      quick: true,
    },
  ],
}
