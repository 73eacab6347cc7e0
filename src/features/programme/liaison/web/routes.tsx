import { ContactsOutlined } from '@ant-design/icons'
import { lazyScreen } from '../../../../ui/lazy-screen.ts'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'
import { words } from '../words.ts'

export const liaisonScreens: Screens = {
  routes: [
    page(
      '/liaison',
      lazyScreen(() => import('./LiaisonPage.tsx'), 'LiaisonPage'),
    ),
  ],
  places: [
    { to: '/liaison', group: 'contacts', text: words.title, icon: <ContactsOutlined />, permission: 'liaison.view' },
  ],
}
