import { AlertOutlined, SafetyOutlined } from '@ant-design/icons'
import { lazyScreen } from '../../../../ui/lazy-screen.ts'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'
import { words } from '../words.ts'

export const incidentScreens: Screens = {
  routes: [
    page(
      '/incidents',
      lazyScreen(() => import('./IncidentsPage.tsx'), 'IncidentsPage'),
    ),
    page(
      '/incidents/new',
      lazyScreen(() => import('./NewIncidentPage.tsx'), 'NewIncidentPage'),
    ),
    page(
      '/incidents/$incidentId',
      lazyScreen(() => import('./IncidentPage.tsx'), 'IncidentPage'),
    ),
  ],
  places: [
    {
      to: '/incidents',
      group: 'rules',
      text: words.title,
      icon: <SafetyOutlined />,
      seenBy: ({ permissions }) => permissions.includes('incident.view'),
    },
    { to: '/incidents/new', group: 'rules', text: words.notice, icon: <AlertOutlined /> },
  ],
}
