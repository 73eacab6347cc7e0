import { SafetyCertificateOutlined } from '@ant-design/icons'
import { lazyScreen } from '../../../../ui/lazy-screen.ts'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'
import { words } from '../words.ts'

export const fileScreens: Screens = {
  routes: [
    page(
      '/damaged-files',
      lazyScreen(() => import('./DamagedFilesPage.tsx'), 'DamagedFilesPage'),
    ),
  ],
  places: [
    {
      to: '/damaged-files',
      group: 'rules',
      text: words.integrity,
      icon: <SafetyCertificateOutlined />,
      permission: 'file.check',
    },
  ],
}
