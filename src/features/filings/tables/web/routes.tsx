import { TableOutlined } from '@ant-design/icons'
import { lazyScreen } from '../../../../ui/lazy-screen.ts'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'
import { words } from '../words.ts'

export const tableScreens: Screens = {
  routes: [
    page(
      '/tables',
      lazyScreen(() => import('./TablesPage.tsx'), 'TablesPage'),
    ),
  ],
  places: [{ to: '/tables', group: 'duties', text: words.title, icon: <TableOutlined />, permission: 'table.view' }],
}
