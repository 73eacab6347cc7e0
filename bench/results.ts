import type { BrowserRow } from './browser.ts'
import type { Loaded } from './load.ts'

/** Work done again and again by ten connections, by the product and, where it is compared, by the bare driver. */
export type Repeated = {
  readonly work: 'list' | 'command' | 'table' | 'province' | 'evaluation' | 'evaluations'
  readonly services: number
  readonly product: Loaded
  readonly bare: Loaded
  /** Asked by one person alone, where the bound is on one answer. */
  readonly alone: Loaded | null
}

/** Work done once. */
export type Single = {
  readonly work: 'excel-out' | 'excel-in' | 'start'
  readonly milliseconds: number
  readonly extraBytes: number
}

/** Answers to one person alone: milliseconds; bytes of one answer, unpacked. */
export type Clicked = {
  readonly work: string
  readonly median: number
  readonly max: number
  readonly bytes: number
  /** For how long one piece of it kept all others waiting, milliseconds. */
  readonly longestHold: number
}

/** `session`: who asked; empty for nobody. `statements`: how often the database was asked for one answer. */
export type RouteCost = Clicked & { readonly session: string; readonly statements: number }

/** The list at rest, and beside what others do meanwhile. */
export type Beside = { readonly what: string; readonly rest: Loaded; readonly beside: Loaded }

/** Requests a second of the product and of a peer, in turn over the same rows. */
export type Paired = { readonly work: string; readonly product: number; readonly peer: number }

export type Machine = {
  readonly cores: number
  readonly processor: string
  readonly memoryBytes: number
  readonly node: string
  readonly postgres: string
  readonly date: string
  /** Cores that others kept busy before the first measurement. */
  readonly busyBefore: number
}

export type Results = {
  readonly machine: Machine
  readonly repeated: readonly Repeated[]
  readonly singles: readonly Single[]
  readonly clicks: readonly Clicked[]
  /** After fifteen seconds of silence. */
  readonly firsts: readonly Pick<Clicked, 'work' | 'median' | 'max'>[]
  readonly routes: readonly RouteCost[]
  /** Cold, in a throttled browser. */
  readonly pages: readonly BrowserRow[]
  /** Beside Directus, at the smallest size. */
  readonly paired: readonly Paired[]
  /** At the largest size. */
  readonly beside: readonly Beside[]
  /** Resident memory of the product's process after its load. */
  readonly memoryAfterLoad: number
  readonly seconds: number
  readonly runs: number
}
