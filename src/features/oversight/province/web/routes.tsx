import { DashboardOutlined } from '@ant-design/icons'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'
import { words } from '../words.ts'

export const provinceScreens: Screens = {
  routes: [
    page(
      '/province',
      lazyRouteComponent(() => import('./ProvincePage.tsx'), 'ProvincePage'),
    ),
  ],
  places: [
    { to: '/province', text: words.title, icon: <DashboardOutlined />, permission: 'province.view', quick: true },
  ],
}
