import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screens } from '../../../../ui/places.ts'
import { publicPage } from '../../../../ui/routing.tsx'

const verifyPage = () => import('./VerifyPage.tsx')

export const paperScreens: Screens = {
  routes: [
    publicPage('/verify', lazyRouteComponent(verifyPage, 'VerifyPage')),
    publicPage('/verify/$code', lazyRouteComponent(verifyPage, 'VerifyPath')),
  ],
  places: [],
}
