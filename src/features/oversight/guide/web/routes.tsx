import { ReadOutlined } from '@ant-design/icons'
import { lazyScreen } from '../../../../ui/lazy-screen.ts'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'
import { words } from '../words.ts'

export const guideScreens: Screens = {
  routes: [
    page(
      '/guide',
      lazyScreen(() => import('./GuidePage.tsx'), 'GuidePage'),
    ),
  ],
  places: [{ to: '/guide', group: 'rules', text: words.title, icon: <ReadOutlined /> }],
}
