import type { Refusal } from '../../shared/refusal.ts'
import type { Clause } from '../guide/clauses.ts'
import { checkReason } from '../guide/reasons.ts'
import { both, refuse } from '../guide/refuse.ts'
import { type Post, posts, type Seat } from './roles.ts'
import type { SignedAct } from './signed-acts.ts'

/** Who is asked for what a seat has to say, and who signs it where it takes two persons. */
const postsOfSeat: Readonly<Record<Seat, { readonly reviews: Post; readonly signs: Post }>> = {
  'county-economy': { reviews: 'economy-officer', signs: 'economy-leader' },
  'county-finance': { reviews: 'finance-officer', signs: 'finance-leader' },
  'province-economy': { reviews: 'province-economy', signs: 'province-economy' },
  'province-finance': { reviews: 'province-finance', signs: 'province-finance' },
}

export function reviewerOf(seat: Seat): Post {
  return postsOfSeat[seat].reviews
}

/** The leader of the bureau; at a level that knows no leader another person of the same post. */
export function signerOf(seat: Seat): Post {
  return postsOfSeat[seat].signs
}

/** The rows of an edition that ask for two persons, or none. */
type Rules = { readonly signatures?: readonly { readonly act: SignedAct; readonly seats: readonly Seat[] }[] }

/** Whether this act takes two persons of the seat: its edition asks for it, or the county itself is stricter. */
export function takesTwo(rules: Rules, act: SignedAct, seat: Seat, signedHere: readonly Seat[]): boolean {
  const asked = rules.signatures?.some((row) => row.act === act && row.seats.includes(seat)) ?? false
  return asked || signedHere.includes(seat)
}

/** What waits for a signature: whose it is, and who prepared it (an account id). */
type Waiting = { readonly seat: Seat; readonly by: string }
type Person = { readonly seat: Seat | null; readonly by: string; readonly post: string }

/** Why a seat prepares nothing: the same waits for its signature already. */
export function whyNotPrepared(waiting: Waiting | null, clause: Clause): Refusal | null {
  return waiting && refuse('review.waits-for-signature', clause, both('post', posts[signerOf(waiting.seat)]))
}

/** Why this person prepares nothing where it takes two: nobody else could sign what the signer of a seat prepares. */
export function whyNotPreparer(seat: Seat, post: string, clause: Clause): Refusal | null {
  const { reviews, signs } = postsOfSeat[seat]
  if (post !== signs || reviews === signs) return null
  return refuse('review.officer-prepares', clause, {
    ...both('reviewer', posts[reviews]),
    ...both('signer', posts[signs]),
  })
}

/** Why this person does not sign it: not the seat's signer, or the one who prepared it. */
export function whyNotSigner(waiting: Waiting | null, person: Person, clause: Clause): Refusal | null {
  if (waiting === null || waiting.seat !== person.seat) return refuse('review.nothing-to-sign', clause)
  const signer = signerOf(waiting.seat)
  if (person.post !== signer) return refuse('review.leader-signs', clause, both('post', posts[signer]))
  return waiting.by === person.by ? refuse('review.preparer-cannot-sign', clause, both('post', posts[signer])) : null
}

/** Why this person does not take it off the table: it is neither theirs to take back nor theirs to send back, or says not why. */
export function whyNotDiscarded(
  waiting: Waiting | null,
  person: Person & { readonly reason: string },
  clause: Clause,
): Refusal | null {
  const { reason } = person
  const isOwn = waiting !== null && waiting.seat === person.seat && waiting.by === person.by
  const no = isOwn ? null : whyNotSigner(waiting, person, clause)
  return (
    no ?? checkReason(reason, isOwn ? 'review.taken-back-without-reason' : 'review.sent-back-without-reason', clause)
  )
}
