import { TeamOutlined } from '@ant-design/icons'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'
import { words } from '../words.ts'

export const activityScreens: Screens = {
  routes: [
    page(
      '/activities',
      lazyRouteComponent(() => import('./OwnActivities.tsx'), 'OwnActivities'),
    ),
    page(
      '/pilots/$pilotId/activities',
      lazyRouteComponent(() => import('./ActivitiesPage.tsx'), 'ActivitiesPage'),
    ),
    page(
      '/pilots/$pilotId/activities/new',
      lazyRouteComponent(() => import('./NewActivityPage.tsx'), 'NewActivityPage'),
    ),
    page(
      '/activities/$activityId',
      lazyRouteComponent(() => import('./ActivityPage.tsx'), 'ActivityPage'),
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
