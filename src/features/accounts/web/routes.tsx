import type { Screens } from '../../../ui/places.ts'
import { publicPage } from '../../../ui/routing.tsx'
import { SignInPage } from './SignInPage.tsx'

export const accountScreens: Screens = {
  routes: [publicPage('/sign-in', SignInPage)],
  places: [],
}
