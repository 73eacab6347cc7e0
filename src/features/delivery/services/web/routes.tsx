import { ToolOutlined } from '@ant-design/icons'
import { lazyScreen, screenAhead } from '../../../../ui/lazy-screen.ts'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'
import { words } from '../words.ts'
import { firstServices } from './first-view.ts'

export const serviceScreens: Screens = {
  routes: [
    page('/services', screenAhead(firstServices.load, 'ServicesPage')),
    page(
      '/services/$serviceId',
      screenAhead(() => import('./ServicePage.tsx'), 'ServicePage'),
    ),
    page(
      '/services/$serviceId/slip',
      lazyScreen(() => import('./SlipPage.tsx'), 'SlipPage'),
    ),
    page(
      '/pilots/$pilotId/services',
      screenAhead(() => import('./PilotServicesPage.tsx'), 'PilotServicesPage'),
    ),
    page(
      '/pilots/$pilotId/services/new',
      lazyScreen(() => import('./NewNeedPage.tsx'), 'NewNeedPage'),
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
