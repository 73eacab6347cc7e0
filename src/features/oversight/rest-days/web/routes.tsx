import { ScheduleOutlined } from '@ant-design/icons'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'
import { words } from '../words.ts'

export const restDayScreens: Screens = {
  routes: [
    page(
      '/rest-days',
      lazyRouteComponent(() => import('./RestDaysPage.tsx'), 'RestDaysPage'),
    ),
    page(
      '/rest-days/new',
      lazyRouteComponent(() => import('./NewListPage.tsx'), 'NewListPage'),
    ),
  ],
  places: [
    { to: '/rest-days', group: 'rules', text: words.title, icon: <ScheduleOutlined />, permission: 'rest-day.view' },
  ],
}
