import type { AnyRoute } from '@tanstack/react-router'
import { createContext, type ReactNode } from 'react'
import type { Permission } from '../policy/people/roles.ts'
import type { Text } from '../shared/words.ts'
import type { Session } from './session.ts'

/** Headings of the navigation, in their order; what stands under none comes first. */
export const placeGroups = {
  duties: { zh: '报送', en: 'Filings' },
  services: { zh: '服务', en: 'Services' },
  money: { zh: '资金', en: 'Money' },
  contacts: { zh: '联络会商', en: 'Liaison' },
  rules: { zh: '规则与设置', en: 'Rules and settings' },
} as const satisfies Record<string, Text>
export type PlaceGroup = keyof typeof placeGroups

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
  readonly group?: PlaceGroup
  /** One of the three places in the phone's bottom bar (the first three marked ones a person sees). */
  readonly quick?: boolean
}

/** The places group by group, each group in the order in which its features are composed. */
export function inGroups(places: readonly Place[]): readonly Place[] {
  const order = [undefined, ...Object.keys(placeGroups)]
  return places.toSorted((a, b) => order.indexOf(a.group) - order.indexOf(b.group))
}

/** What a feature hands to the composition: its routes and its entries of the navigation. */
export type Screens = { readonly routes: readonly AnyRoute[]; readonly places: readonly Place[] }

/** Whether `path` is at or below the place. */
export function isAt(place: Place, path: string): boolean {
  return place.to === '/' ? path === '/' : path === place.to || path.startsWith(`${place.to}/`)
}

/** The place at this very address, where the person's post may not see it; null for every other address. */
export function barredPlace(session: Session, places: readonly Place[], path: string): Place | null {
  const place = places.find(({ to }) => to === path)
  return place?.permission && !session.permissions.includes(place.permission) ? place : null
}

/** Addresses of the navigation that the reader's post does not see. */
export const BarredContext = createContext<ReadonlySet<string>>(new Set())

export function barredTo(session: Session, places: readonly Place[]): ReadonlySet<string> {
  return new Set(places.filter(({ to }) => barredPlace(session, places, to)).map(({ to }) => to))
}

/** The places a person sees. */
export function placesOf(session: Session, places: readonly Place[]): readonly Place[] {
  return places.filter(
    (place) =>
      (!place.permission || session.permissions.includes(place.permission)) && (place.seenBy?.(session) ?? true),
  )
}
