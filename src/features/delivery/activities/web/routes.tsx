import { TeamOutlined } from '@ant-design/icons'
import { screenAhead } from '../../../../ui/lazy-screen.ts'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'
import { words } from '../words.ts'

export const activityScreens: Screens = {
  routes: [
    page(
      '/activities',
      screenAhead(() => import('./OwnActivities.tsx'), 'OwnActivities'),
    ),
    page(
      '/pilots/$pilotId/activities',
      screenAhead(() => import('./ActivitiesPage.tsx'), 'ActivitiesPage'),
    ),
    page(
      '/pilots/$pilotId/activities/new',
      screenAhead(() => import('./NewActivityPage.tsx'), 'NewActivityPage'),
    ),
    page(
      '/activities/$activityId',
      screenAhead(() => import('./ActivityPage.tsx'), 'ActivityPage'),
    ),
  ],
  places: [
    {
      to: '/activities',
      group: 'services',
      text: words.title,
      icon: <TeamOutlined />,
      permission: 'service.view',
      seenBy: ({ unitKind }) => unitKind === 'park',
    },
  ],
}
