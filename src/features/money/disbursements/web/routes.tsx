import { AuditOutlined } from '@ant-design/icons'
import { lazyScreen } from '../../../../ui/lazy-screen.ts'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'
import { words } from '../words.ts'

export const disbursementScreens: Screens = {
  routes: [
    page(
      '/disbursements',
      lazyScreen(() => import('./DisbursementsPage.tsx'), 'DisbursementsPage'),
    ),
  ],
  // A park finds its own on the page of its money.
  places: [
    {
      to: '/disbursements',
      group: 'money',
      text: words.nav,
      icon: <AuditOutlined />,
      permission: 'funds.view',
      // A park reads its own beside its tranches.
      seenBy: (session) => session.unitKind !== 'park',
    },
  ],
}
