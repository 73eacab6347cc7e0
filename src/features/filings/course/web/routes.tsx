import { FileDoneOutlined, SignatureOutlined } from '@ant-design/icons'
import { lazyScreen } from '../../../../ui/lazy-screen.ts'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'
import { words } from '../words.ts'

export const filingScreens: Screens = {
  routes: [
    page(
      '/filings',
      lazyScreen(() => import('./FilingsPage.tsx'), 'FilingsPage'),
    ),
    page(
      '/signing',
      lazyScreen(() => import('./SigningPage.tsx'), 'SigningPage'),
    ),
  ],
  places: [
    {
      to: '/filings',
      group: 'duties',
      text: words.title,
      icon: <FileDoneOutlined />,
      permission: 'filing.view',
      // What counties and the province file; a park sees none of it.
      seenBy: ({ bureau }) => bureau !== null,
    },
    {
      to: '/signing',
      group: 'rules',
      text: words.signing,
      icon: <SignatureOutlined />,
      permission: 'signing.view',
      seenBy: ({ bureau }) => bureau !== null,
    },
  ],
}
