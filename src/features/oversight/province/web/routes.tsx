import { DashboardOutlined } from '@ant-design/icons'
import { lazyScreen } from '../../../../ui/lazy-screen.ts'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'
import { words } from '../words.ts'

export const provinceScreens: Screens = {
  routes: [
    page(
      '/province',
      lazyScreen(() => import('./ProvincePage.tsx'), 'ProvincePage'),
    ),
  ],
  places: [
    { to: '/province', text: words.title, icon: <DashboardOutlined />, permission: 'province.view', quick: true },
  ],
}
