import { NotificationOutlined } from '@ant-design/icons'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screens } from '../../../../ui/places.ts'
import { page, publicPage } from '../../../../ui/routing.tsx'
import { words } from '../words.ts'

export const noticeScreens: Screens = {
  routes: [
    publicPage(
      '/public/notices',
      lazyRouteComponent(() => import('./PublicNoticesPage.tsx'), 'PublicNoticesPage'),
    ),
    publicPage(
      '/public/notices/$noticeId',
      lazyRouteComponent(() => import('./PublicNoticePage.tsx'), 'PublicNoticePage'),
    ),
    page(
      '/notices',
      lazyRouteComponent(() => import('./NoticesPage.tsx'), 'NoticesPage'),
    ),
    page(
      '/notices/$noticeId',
      lazyRouteComponent(() => import('./NoticePage.tsx'), 'NoticePage'),
    ),
  ],
  places: [
    {
      to: '/notices',
      group: 'money',
      text: words.nav,
      icon: <NotificationOutlined />,
      permission: 'notice.view',
      guestTo: '/public/notices',
    },
  ],
}
