import { CalendarOutlined, FieldTimeOutlined, UnlockOutlined } from '@ant-design/icons'
import { lazyScreen } from '../../../../ui/lazy-screen.ts'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'
import { words } from '../words.ts'

export const calendarScreens: Screens = {
  routes: [
    page(
      '/calendar',
      lazyScreen(() => import('./CalendarPage.tsx'), 'CalendarPage'),
    ),
    page(
      '/lateness',
      lazyScreen(() => import('./LatenessPage.tsx'), 'LatenessPage'),
    ),
    page(
      '/exceptions',
      lazyScreen(() => import('./ExceptionsPage.tsx'), 'ExceptionsPage'),
    ),
  ],
  places: [
    { to: '/calendar', group: 'duties', text: words.title, icon: <CalendarOutlined />, permission: 'calendar.view' },
    {
      to: '/lateness',
      group: 'duties',
      text: words.lateness,
      icon: <FieldTimeOutlined />,
      permission: 'calendar.view',
    },
    {
      to: '/exceptions',
      group: 'duties',
      text: words.exceptions,
      icon: <UnlockOutlined />,
      permission: 'exception.view',
    },
  ],
}
