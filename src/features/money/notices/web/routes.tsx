import { NotificationOutlined } from '@ant-design/icons'
import { lazyScreen } from '../../../../ui/lazy-screen.ts'
import type { Screens } from '../../../../ui/places.ts'
import { page, publicPage } from '../../../../ui/routing.tsx'
import { words } from '../words.ts'

export const noticeScreens: Screens = {
  routes: [
    publicPage(
      '/public/notices',
      lazyScreen(() => import('./PublicNoticesPage.tsx'), 'PublicNoticesPage'),
    ),
    publicPage(
      '/public/notices/$noticeId',
      lazyScreen(() => import('./PublicNoticePage.tsx'), 'PublicNoticePage'),
    ),
    page(
      '/notices',
      lazyScreen(() => import('./NoticesPage.tsx'), 'NoticesPage'),
    ),
    page(
      '/notices/$noticeId',
      lazyScreen(() => import('./NoticePage.tsx'), 'NoticePage'),
    ),
  ],
  places: [
    {
      to: '/notices',
      group: 'money',
      text: words.nav,
      icon: <NotificationOutlined />,
      permission: 'notice.view',
    },
  ],
}
