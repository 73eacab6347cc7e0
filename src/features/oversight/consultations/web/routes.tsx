import { CommentOutlined } from '@ant-design/icons'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'
import { words } from '../words.ts'

export const consultationScreens: Screens = {
  routes: [
    page(
      '/consultations',
      lazyRouteComponent(() => import('./ConsultationsPage.tsx'), 'ConsultationsPage'),
    ),
    page(
      '/consultations/new',
      lazyRouteComponent(() => import('./NewConsultationPage.tsx'), 'NewConsultationPage'),
    ),
    page(
      '/consultations/$consultationId',
      lazyRouteComponent(() => import('./ConsultationPage.tsx'), 'ConsultationPage'),
    ),
  ],
  places: [
    {
      to: '/consultations',
      group: 'contacts',
      text: words.title,
      icon: <CommentOutlined />,
      permission: 'consultation.view',
    },
  ],
}
