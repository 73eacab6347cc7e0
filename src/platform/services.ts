import type { Refusal } from '../shared/refusal.ts'
import type { Text } from '../shared/words.ts'
import type { Allowance } from './allowance.ts'
import type { Follow } from './command.ts'
import type { Database } from './database/connect.ts'
import type { Previews } from './files/preview.ts'
import type { FileStore } from './files/store.ts'
import type { Messenger } from './messages/messenger.ts'
import type { Closed } from './session-actor.ts'
import type { Turns } from './turns/turns.ts'

/** What the machine gives the pipeline, and the few questions it must ask of the programme it knows nothing about. */
export type Services = {
  readonly database: Database
  /** Acts take turns, so that some connections are always left for pages. */
  readonly actTurns: Turns
  readonly files: FileStore
  readonly previews: Previews
  /** In bytes: what the files of one unit may take together. */
  readonly roomOfUnit: number
  readonly messenger: Messenger
  readonly clock: () => Date
  readonly newId: () => string
  /** Why this post may not use a route with this permission, and who may; null when it may. */
  readonly whyNotPermitted: (post: string, permission: string) => Text | null
  /** What a session that has something else to do first is told. */
  readonly whyDue: (due: string) => Text
  /** The one password that everybody may have although all know it: of the demo; null in production. */
  readonly sharedPassword: string | null
  /** Whether acts of this permission go on about what is closed. */
  readonly goesOnAfterClosing: (permission: string) => boolean
  /** Why nothing is written about what is closed for good. */
  readonly whyClosed: (closed: Closed) => Refusal
  /** What the database says of rows that standing service does not have. */
  readonly outsideAward: () => Refusal
  /** The address that people open the product at, as it stands on papers; null where nobody has set it. */
  readonly site: string | null
  /** What else is written in the transaction of an act, by what it has recorded. */
  readonly follow: Follow
  /** The sentence of a rule's refusal. */
  readonly refusalText: (refusal: Refusal) => Text
  /** Whether one more refusal of this account is recorded. */
  readonly recordsRefusal: Allowance
  /** Replies that do not match their contract stop the request in tests and are logged in production. */
  readonly strict: boolean
  /** What went wrong inside; `request`: the id of the request in which it did. */
  readonly log: (message: string, error: unknown, request?: string) => void
}

/** The part of it that every handler is given. */
export function machineOf({
  files,
  previews,
  roomOfUnit,
  messenger,
  site,
  sharedPassword,
}: Services): Pick<Services, 'files' | 'previews' | 'roomOfUnit' | 'messenger' | 'site' | 'sharedPassword'> {
  return { files, previews, roomOfUnit, messenger, site, sharedPassword }
}
