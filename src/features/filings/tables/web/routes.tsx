import { TableOutlined } from '@ant-design/icons'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'
import { words } from '../words.ts'

export const tableScreens: Screens = {
  routes: [
    page(
      '/tables',
      lazyRouteComponent(() => import('./TablesPage.tsx'), 'TablesPage'),
    ),
  ],
  places: [{ to: '/tables', group: 'duties', text: words.title, icon: <TableOutlined />, permission: 'table.view' }],
}
