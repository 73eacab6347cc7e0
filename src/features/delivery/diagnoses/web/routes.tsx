import { ShopOutlined } from '@ant-design/icons'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'
import { words } from '../words.ts'

export const diagnosisScreens: Screens = {
  routes: [
    page(
      '/enterprises',
      lazyRouteComponent(() => import('./OwnEnterprises.tsx'), 'OwnEnterprises'),
    ),
    page(
      '/pilots/$pilotId/enterprises',
      lazyRouteComponent(() => import('./EnterprisesPage.tsx'), 'EnterprisesPage'),
    ),
    page(
      '/pilots/$pilotId/enterprises/$enterpriseId',
      lazyRouteComponent(() => import('./EnterprisePage.tsx'), 'EnterprisePage'),
    ),
  ],
  places: [
    {
      to: '/enterprises',
      group: 'services',
      text: words.title,
      icon: <ShopOutlined />,
      permission: 'pilot.view',
      seenBy: ({ unitKind }) => unitKind === 'park',
    },
  ],
}
