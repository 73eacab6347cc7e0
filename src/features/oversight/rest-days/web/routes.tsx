import { ScheduleOutlined } from '@ant-design/icons'
import { lazyScreen } from '../../../../ui/lazy-screen.ts'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'
import { words } from '../words.ts'

export const restDayScreens: Screens = {
  routes: [
    page(
      '/rest-days',
      lazyScreen(() => import('./RestDaysPage.tsx'), 'RestDaysPage'),
    ),
    page(
      '/rest-days/new',
      lazyScreen(() => import('./NewListPage.tsx'), 'NewListPage'),
    ),
  ],
  places: [
    { to: '/rest-days', group: 'rules', text: words.title, icon: <ScheduleOutlined />, permission: 'rest-day.view' },
  ],
}
