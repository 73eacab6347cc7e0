import { ReadOutlined } from '@ant-design/icons'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'
import { words } from '../words.ts'

export const guideScreens: Screens = {
  routes: [
    page(
      '/guide',
      lazyRouteComponent(() => import('./GuidePage.tsx'), 'GuidePage'),
    ),
  ],
  places: [{ to: '/guide', group: 'rules', text: words.title, icon: <ReadOutlined /> }],
}
