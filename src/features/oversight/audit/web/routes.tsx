import { AuditOutlined } from '@ant-design/icons'
import { lazyScreen } from '../../../../ui/lazy-screen.ts'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'
import { words } from '../words.ts'

export const auditScreens: Screens = {
  routes: [
    page(
      '/audit',
      lazyScreen(() => import('./AuditPage.tsx'), 'AuditPage'),
    ),
    page(
      '/audit/seals',
      lazyScreen(() => import('./SealsPage.tsx'), 'SealsPage'),
    ),
    page(
      '/audit/$eventId',
      lazyScreen(() => import('./EventPage.tsx'), 'EventPage'),
    ),
  ],
  places: [{ to: '/audit', group: 'rules', text: words.title, icon: <AuditOutlined />, permission: 'audit.view' }],
}
