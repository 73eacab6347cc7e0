import { lazyScreen } from '../../../../ui/lazy-screen.ts'
import type { Screens } from '../../../../ui/places.ts'
import { publicPage } from '../../../../ui/routing.tsx'

const verifyPage = () => import('./VerifyPage.tsx')

export const paperScreens: Screens = {
  routes: [
    publicPage('/verify', lazyScreen(verifyPage, 'VerifyPage')),
    publicPage('/verify/$code', lazyScreen(verifyPage, 'VerifyPath')),
  ],
  places: [],
}
