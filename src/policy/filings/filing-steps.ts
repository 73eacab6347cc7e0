import type { ObligationRule } from '../editions/edition-rules.ts'
import type { Post, Seat } from '../people/roles.ts'
import { namesOf, seatNames } from '../people/roles.ts'
import { reviewerOf, signerOf } from '../people/two-persons.ts'
import type { FilingState } from './filing.ts'
import type { FilingStep } from './filing-kinds.ts'
import { nextSeats } from './filing-posts.ts'

/** One thing to be done about a filing, and the posts that may do it. `seat`: whose opinion it is, null for all else. */
export type NextStep = { readonly step: FilingStep; readonly posts: readonly Post[]; readonly seat: Seat | null }

/** How far a filing has come. */
export type FilingProgress = {
  readonly state: FilingState
  /** Seats that have given their opinion on the newest version. */
  readonly spoken: readonly Seat[]
  /** Seats whose opinion on it is prepared and waits for a signature. */
  readonly toSign: readonly Seat[]
  /** Its recording is prepared and waits for one: a step of its own. */
  readonly recordingPrepared?: boolean
}

type Rule = Pick<ObligationRule, 'by' | 'opinions' | 'order' | 'records'>

/** Everything that has to be done now about a filing, null while nobody has begun it; nothing once it is over. */
export function nextSteps(rule: Rule, filing: FilingProgress | null): NextStep[] {
  switch (filing?.state) {
    case 'submitted':
      return nextSeats(rule, filing.spoken).map((seat) =>
        filing.toSign.includes(seat)
          ? { step: 'sign', posts: [signerOf(seat)], seat }
          : { step: 'review', posts: [reviewerOf(seat)], seat },
      )
    case 'approved':
      return rule.records.length === 0 || filing.recordingPrepared
        ? []
        : [{ step: 'record', posts: rule.records, seat: null }]
    case 'recorded':
      return []
    case 'returned':
      return [{ step: 'amend', posts: rule.by, seat: null }]
    default:
      return [{ step: 'prepare', posts: rule.by, seat: null }]
  }
}

/** Who is waited for, in words: bureaus for their opinions, posts for everything else. */
export function waitedFor(steps: readonly NextStep[]): { zh: string; en: string }[] {
  return steps.map(({ seat, posts }) => (seat ? { ...seatNames[seat] } : namesOf(posts)))
}

/** What has happened to a filing so far; null for what has not. */
export type FilingMoments = {
  readonly openedAt: Date
  /** Of the newest version. */
  readonly submittedAt: Date | null
  /** The last opinion on the newest version. */
  readonly spokenAt: Date | null
  readonly reopenedAt: Date | null
  readonly recordedAt: Date | null
}

/** Since when the next step waits: the moment the filing came into its state, in turn the moment the seat before had spoken. */
export function waitsSince({ order }: Pick<ObligationRule, 'order'>, state: FilingState, at: FilingMoments): Date {
  const { openedAt, submittedAt, spokenAt, reopenedAt, recordedAt } = at
  switch (state) {
    case 'draft':
      return submittedAt ?? openedAt
    case 'submitted':
      return (order === 'in-turn' ? spokenAt : null) ?? submittedAt ?? openedAt
    case 'returned':
      return latest(spokenAt, reopenedAt) ?? openedAt
    case 'approved':
      return spokenAt ?? submittedAt ?? openedAt
    case 'recorded':
      return recordedAt ?? openedAt
  }
}

function latest(a: Date | null, b: Date | null): Date | null {
  if (a === null || b === null) return a ?? b
  return a > b ? a : b
}
