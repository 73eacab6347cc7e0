import { TeamOutlined } from '@ant-design/icons'
import { lazyScreen } from '../../../../ui/lazy-screen.ts'
import type { Screens } from '../../../../ui/places.ts'
import { page, publicPage } from '../../../../ui/routing.tsx'
import { words } from '../words.ts'

const PasswordPage = lazyScreen(() => import('./PasswordPage.tsx'), 'PasswordPage')

/** What stands in place of every page until it is done. */
export const duePages = { password: PasswordPage }

export const accountScreens: Screens = {
  routes: [
    page('/account/password', PasswordPage),
    page(
      '/account/sessions',
      lazyScreen(() => import('./SessionsPage.tsx'), 'SessionsPage'),
    ),
    page(
      '/accounts/slips',
      lazyScreen(() => import('./SlipsPage.tsx'), 'SlipsPage'),
    ),
    publicPage(
      '/activate/$token',
      lazyScreen(() => import('./ActivatePage.tsx'), 'ActivatePage'),
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
      permission: 'account.view',
      quick: true,
    },
  ],
}
