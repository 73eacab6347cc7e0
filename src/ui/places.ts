import type { AnyRoute } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Permission } from '../policy/roles.ts'
import type { Text } from '../shared/words.ts'
import type { Session } from './session.ts'

/** An entry of the navigation. */
export type Place = {
  /** The address it opens; pages below it count as being there. */
  readonly to: string
  readonly text: Text
  readonly icon: ReactNode
  /** Who sees it: whose post has this permission; everybody if left out. */
  readonly permission?: Permission
  /** A narrower choice, where the permission is shared by posts with different pages. */
  readonly seenBy?: (session: Session) => boolean
  /** Entries with the same heading stand together. */
  readonly group?: Text
  /** One of the three places in the phone's bottom bar (the first three marked ones a person sees). */
  readonly quick?: boolean
}

/** What a feature hands to the composition: its routes and its entries of the navigation. */
export type Screens = { readonly routes: readonly AnyRoute[]; readonly places: readonly Place[] }

/** Whether `path` is at or below the place. */
export function isAt(place: Place, path: string): boolean {
  return place.to === '/' ? path === '/' : path === place.to || path.startsWith(`${place.to}/`)
}

/** The places a person sees. */
export function placesOf(session: Session, places: readonly Place[]): readonly Place[] {
  return places.filter(
    (place) =>
      (!place.permission || session.permissions.includes(place.permission)) && (place.seenBy?.(session) ?? true),
  )
}
