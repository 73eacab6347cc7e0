import { ShopOutlined } from '@ant-design/icons'
import { lazyScreen } from '../../../../ui/lazy-screen.ts'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'
import { words } from '../words.ts'

export const diagnosisScreens: Screens = {
  routes: [
    page(
      '/enterprises',
      lazyScreen(() => import('./OwnEnterprises.tsx'), 'OwnEnterprises'),
    ),
    page(
      '/pilots/$pilotId/enterprises',
      lazyScreen(() => import('./EnterprisesPage.tsx'), 'EnterprisesPage'),
    ),
    page(
      '/pilots/$pilotId/enterprises/$enterpriseId',
      lazyScreen(() => import('./EnterprisePage.tsx'), 'EnterprisePage'),
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
