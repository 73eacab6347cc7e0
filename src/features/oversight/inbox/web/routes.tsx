import { InboxOutlined } from '@ant-design/icons'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'
import { words } from '../words.ts'

export const inboxScreens: Screens = {
  routes: [
    page(
      '/',
      lazyRouteComponent(() => import('./InboxPage.tsx'), 'InboxPage'),
    ),
  ],
  places: [{ to: '/', text: words.title, icon: <InboxOutlined />, permission: 'inbox.view', quick: true }],
}
