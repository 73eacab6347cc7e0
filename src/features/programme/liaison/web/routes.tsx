import { ContactsOutlined } from '@ant-design/icons'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'
import { words } from '../words.ts'

export const liaisonScreens: Screens = {
  routes: [
    page(
      '/liaison',
      lazyRouteComponent(() => import('./LiaisonPage.tsx'), 'LiaisonPage'),
    ),
  ],
  places: [
    { to: '/liaison', group: 'contacts', text: words.title, icon: <ContactsOutlined />, permission: 'liaison.view' },
  ],
}
