import { AuditOutlined } from '@ant-design/icons'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'
import { words } from '../words.ts'

export const disbursementScreens: Screens = {
  routes: [
    page(
      '/disbursements',
      lazyRouteComponent(() => import('./DisbursementsPage.tsx'), 'DisbursementsPage'),
    ),
  ],
  // A park finds its own on the page of its money.
  places: [
    { to: '/disbursements', group: 'money', text: words.nav, icon: <AuditOutlined />, permission: 'notice.view' },
  ],
}
