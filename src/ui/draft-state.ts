import type { ApiError } from './api-error.ts'
import type { DraftStorage } from './draft-shelf.ts'
import type { Merged } from './merge.ts'

export type Loaded<Value> = { readonly value: Value; readonly revision: number }

export type DraftState =
  | { readonly kind: 'unchanged' | 'waiting' | 'saving' | 'offline' }
  | { readonly kind: 'saved'; readonly at: Date }
  | { readonly kind: 'refused'; readonly error: ApiError }
  | { readonly kind: 'conflict'; readonly error: ApiError }

export type DraftSnapshot<Value> = {
  readonly value: Value
  readonly state: DraftState
  readonly restored: boolean
  /** What somebody else saved meanwhile was taken in, field by field, since the page was opened. */
  readonly merged: boolean
}

/** What stands on this device: the text, and what of the server's it goes back to. */
export type Kept<Value> = Loaded<Value> & { readonly base?: Value }

/** What was refused, what stood on the server as it was read, and what it said; how often it is read again. */
export type Asked<Value> = {
  readonly sent: Value
  readonly theirs: Loaded<Value>
  readonly error: ApiError
  readonly tries: number
}

export type DraftOptions<Value> = {
  readonly storageKey: string
  readonly storage: DraftStorage
  readonly delayMs: number
  /** Saves and returns the new revision; throws `ApiError` (409 when somebody else saved meanwhile). */
  readonly save: (value: Value, revision: number) => Promise<{ readonly revision: number }>
  /** What stands on the server now. */
  readonly load: () => Promise<Loaded<Value>>
  /** Unless its fields are merged one by one. */
  readonly merge?: (base: Value | undefined, mine: Value, theirs: Value) => Merged<Value>
}
