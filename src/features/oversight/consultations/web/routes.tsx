import { CommentOutlined } from '@ant-design/icons'
import { lazyScreen } from '../../../../ui/lazy-screen.ts'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'
import { words } from '../words.ts'

export const consultationScreens: Screens = {
  routes: [
    page(
      '/consultations',
      lazyScreen(() => import('./ConsultationsPage.tsx'), 'ConsultationsPage'),
    ),
    page(
      '/consultations/new',
      lazyScreen(() => import('./NewConsultationPage.tsx'), 'NewConsultationPage'),
    ),
    page(
      '/consultations/$consultationId',
      lazyScreen(() => import('./ConsultationPage.tsx'), 'ConsultationPage'),
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
