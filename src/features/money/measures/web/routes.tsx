import { AlertOutlined } from '@ant-design/icons'
import { lazyScreen } from '../../../../ui/lazy-screen.ts'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'
import { ofAward } from '../../../programme/pilots/web/public.ts'
import { words } from '../words.ts'

export const measureScreens: Screens = {
  routes: [
    page('/pilots/$pilotId/measures', ofAward(lazyScreen(() => import('./MeasuresPage.tsx'), 'MeasuresPage'))),
    page(
      '/measures',
      lazyScreen(() => import('./AllMeasuresPage.tsx'), 'AllMeasuresPage'),
    ),
  ],
  places: [
    {
      to: '/measures',
      group: 'money',
      text: words.nav,
      icon: <AlertOutlined />,
      permission: 'measure.view',
      // A park reads its own beside its tranches.
      seenBy: (session) => session.unitKind !== 'park',
    },
  ],
}
