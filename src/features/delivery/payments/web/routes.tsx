import { lazyScreen } from '../../../../ui/lazy-screen.ts'
import type { Screens } from '../../../../ui/places.ts'
import { page } from '../../../../ui/routing.tsx'

/** Reached from a service, from the pilot's money and from tasks, so without an entry of its own in the navigation. */
export const paymentScreens: Screens = {
  routes: [
    page(
      '/services/$serviceId/payments',
      lazyScreen(() => import('./ServicePaymentsPage.tsx'), 'ServicePaymentsPage'),
    ),
    page(
      '/pilots/$pilotId/payments',
      lazyScreen(() => import('./PilotPaymentsPage.tsx'), 'PilotPaymentsPage'),
    ),
  ],
  places: [],
}
