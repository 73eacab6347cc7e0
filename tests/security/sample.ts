import type { z } from 'zod'
import type { Route } from '../../src/shared/route.ts'
import type { Side } from './side.ts'

/** A sound request of one endpoint on a record of one side, and where that record hangs. */
export type Sample = {
  readonly params: Readonly<Record<string, unknown>>
  readonly search: Readonly<Record<string, unknown>>
  readonly body: unknown
  readonly upload: { readonly name: string; readonly content: Buffer } | null
  /** The scope of the record it names; null when it names none. */
  readonly scope: string | null
  /** An enterprise sees this record of its park, though it hangs above it. */
  readonly seenFromBelow: boolean
  /** It ends the session it comes with. */
  readonly endsSession: boolean
  /** The record is gone once somebody got through. */
  readonly endsRecord: boolean
}

type Given<R extends Route> = {
  params?: z.input<R['params']>
  search?: z.input<R['search']>
  body?: z.input<R['body']>
  upload?: Sample['upload']
  scope: string | null
  seenFromBelow?: boolean
  endsSession?: boolean
  endsRecord?: boolean
}

/** `of`: what it is about where one endpoint serves several kinds of record. */
export type Making = {
  readonly route: Route
  readonly of: string
  readonly make: (side: Side) => Promise<Sample>
}

/** How a sound request of this endpoint is made, typed by its contract. */
export function sample<R extends Route>(route: R, make: (side: Side) => Given<R> | Promise<Given<R>>, of = ''): Making {
  return {
    route,
    of,
    make: async (side) => {
      const { params = {}, search = {}, body, ...given } = (await make(side)) as Given<Route>
      return {
        params: params as Sample['params'],
        search: search as Sample['search'],
        body: body ?? {},
        scope: given.scope,
        upload: given.upload ?? null,
        seenFromBelow: given.seenFromBelow ?? false,
        endsSession: given.endsSession ?? false,
        endsRecord: given.endsRecord ?? false,
      }
    },
  }
}

/** `POST /api/services` */
export function keyOf({ method, path }: Pick<Route, 'method' | 'path'>): string {
  return `${method} ${path}`
}
