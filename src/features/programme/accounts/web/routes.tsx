import { TeamOutlined } from '@ant-design/icons'
import { lazyScreen } from '../../../../ui/lazy-screen.ts'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'
import { words } from '../words.ts'

export const accountScreens: Screens = {
  routes: [
    page(
      '/account/password',
      lazyScreen(() => import('./PasswordPage.tsx'), 'PasswordPage'),
    ),
    page(
      '/accounts',
      lazyScreen(() => import('./AccountsPage.tsx'), 'AccountsPage'),
    ),
  ],
  places: [
    {
      to: '/accounts',
      group: 'rules',
      text: words.title,
      icon: <TeamOutlined />,
      permission: 'account.manage',
      quick: true,
    },
  ],
}
