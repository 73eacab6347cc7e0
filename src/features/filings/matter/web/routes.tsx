import { AlertOutlined } from '@ant-design/icons'
import { lazyScreen } from '../../../../ui/lazy-screen.ts'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'
import { ofAward } from '../../../programme/pilots/web/public.ts'
import { words } from '../words.ts'

export const matterScreens: Screens = {
  routes: [
    page(
      '/matters',
      lazyScreen(() => import('./MattersPage.tsx'), 'MattersPage'),
    ),
    page('/pilots/$pilotId/matters', ofAward(lazyScreen(() => import('./PilotMattersPage.tsx'), 'PilotMattersPage'))),
  ],
  places: [{ to: '/matters', group: 'duties', text: words.title, icon: <AlertOutlined />, permission: 'filing.view' }],
}
