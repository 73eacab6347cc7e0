import { AppstoreOutlined, InboxOutlined } from '@ant-design/icons'
import { lazyScreen } from '../../../../ui/lazy-screen.ts'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'
import { words } from '../words.ts'
import { firstInbox } from './first-view.ts'

export const inboxScreens: Screens = {
  routes: [
    page('/', lazyScreen(firstInbox.load, 'InboxPage')),
    page(
      '/parks',
      lazyScreen(() => import('./ParksPage.tsx'), 'ParksPage'),
    ),
  ],
  places: [
    { to: '/', text: words.title, icon: <InboxOutlined />, permission: 'inbox.view', quick: true },
    {
      to: '/parks',
      text: words.parksTitle,
      icon: <AppstoreOutlined />,
      permission: 'pilot.view',
      seenBy: ({ unitKind }) => unitKind === 'county' || unitKind === 'zone',
    },
  ],
}
