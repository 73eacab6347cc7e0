import { TeamOutlined } from '@ant-design/icons'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screens } from '../../../../ui/places.ts'
import { page, publicPage } from '../../../../ui/routing.tsx'
import { words } from '../words.ts'
import { SignInPage } from './SignInPage.tsx'

export const accountScreens: Screens = {
  routes: [
    publicPage('/sign-in', SignInPage),
    page(
      '/account/password',
      lazyRouteComponent(() => import('./PasswordPage.tsx'), 'PasswordPage'),
    ),
    page(
      '/accounts',
      lazyRouteComponent(() => import('./AccountsPage.tsx'), 'AccountsPage'),
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
