import type { Client } from '../../../database/demo/client.ts'
import type { StandingState } from '../../../src/policy/calendar/deadlines.ts'
import type { Day } from '../../../src/shared/dates.ts'
import type { World } from '../world.ts'
import type { Expected, Model } from './model.ts'

/** What a surface says of one duty; it need not say all. */
export type Seen = {
  readonly dueOn?: Day
  readonly state?: StandingState
  readonly days?: number
  readonly openBy?: Day | null
  readonly isFiled?: boolean
  readonly isOver?: boolean
}
export type Reader = { readonly name: string; readonly unitId: string; readonly kind: 'park' | 'county' | 'province' }
export type Look = {
  readonly world: World
  readonly client: Client
  readonly reader: Reader
  readonly model: Model
  readonly now: Date
  /** What this reader may see of what is owed. */
  readonly owed: readonly Expected[]
  /** How many papers it opens at the most. */
  readonly papers: number
}

/** `see`: what it shows, by duty; `shows`: which duties it may not leave out. */
export type Surface = {
  readonly name: string
  readonly see: (look: Look) => Promise<Map<string, Seen>>
  readonly shows: (duty: Expected, look: Look) => boolean
}

export const overdue: readonly StandingState[] = ['overdue', 'locked', 'exempted']
