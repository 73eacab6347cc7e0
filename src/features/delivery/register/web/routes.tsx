import { TrophyOutlined } from '@ant-design/icons'
import { lazyScreen } from '../../../../ui/lazy-screen.ts'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'
import { words } from '../words.ts'

export const registerScreens: Screens = {
  routes: [
    page(
      '/registers',
      lazyScreen(() => import('./OwnRegisters.tsx'), 'OwnRegisters'),
    ),
    page(
      '/pilots/$pilotId/enterprises/$enterpriseId/register',
      lazyScreen(() => import('./RegisterPage.tsx'), 'RegisterPage'),
    ),
  ],
  places: [
    {
      to: '/registers',
      group: 'services',
      text: words.own,
      icon: <TrophyOutlined />,
      permission: 'register.record',
    },
  ],
}
