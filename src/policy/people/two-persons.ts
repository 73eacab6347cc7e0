import type { Refusal } from '../../shared/refusal.ts'
import type { Text } from '../../shared/words.ts'
import type { Clause } from '../guide/clauses.ts'
import { checkReason } from '../guide/reasons.ts'
import { both, refuse } from '../guide/refuse.ts'
import { type Bureau, bureauOf, bureauOfSeat, type Post, posts, type Seat, seatOf } from './roles.ts'
import { type SignedAct, seatsOfAct, signedActList } from './signed-acts.ts'

/** Who is asked for what a seat has to say, and who signs it where it takes two persons. */
const postsOfSeat: Readonly<Record<Seat, { readonly reviews: Post; readonly signs: Post }>> = {
  'county-economy': { reviews: 'economy-officer', signs: 'economy-leader' },
  'county-finance': { reviews: 'finance-officer', signs: 'finance-leader' },
  'province-economy': { reviews: 'province-economy', signs: 'province-economy-leader' },
  'province-finance': { reviews: 'province-finance', signs: 'province-finance-leader' },
}

export function reviewerOf(seat: Seat): Post {
  return postsOfSeat[seat].reviews
}

/** The leader of the bureau. */
export function signerOf(seat: Seat): Post {
  return postsOfSeat[seat].signs
}

/** The seat that people of a post speak from; null for those who have none. */
export function seatOfPost(post: Post): Seat | null {
  return seatOf(posts[post].unitKinds[0], bureauOf(post))
}

/** Whether an edition that names these posts means this one too: a post stands for its bureau, whose leader may do the same. */
export function isNamed(named: readonly Post[], post: Post): boolean {
  return named.some((one) => {
    const seat = seatOfPost(one)
    return one === post || (seat !== null && signerOf(seat) === post)
  })
}

/** What an act is called to whoever prepares it for another to sign, in tasks and on buttons alike. */
export const preparing = {
  zh: (act: string) => `${act}（拟定）`,
  en: (act: string) => `${act} (prepare)`,
} as const

export function asPrepared({ zh, en }: Text, byTwo: boolean): Text {
  return byTwo ? { zh: preparing.zh(zh), en: preparing.en(en) } : { zh, en }
}

/** The rows of an edition that ask for two persons, or none. */
export type Rules = {
  readonly signatures?: readonly { readonly act: SignedAct; readonly seats: readonly Seat[] }[] | undefined
}

/** Whether this act takes two persons of the seat: its edition asks for it, or the bureau itself is stricter. */
export function takesTwo(rules: Rules, act: SignedAct, seat: Seat, signedHere: readonly Seat[]): boolean {
  const asked = rules.signatures?.some((row) => row.act === act && row.seats.includes(seat)) ?? false
  return asked || signedHere.includes(seat)
}

/** Every act of a bureau that takes two persons of it. */
export function actsByTwo(rules: Rules, signedHere: readonly Seat[]): { act: SignedAct; bureau: Bureau }[] {
  return signedActList.flatMap((act) =>
    seatsOfAct[act]
      .filter((seat) => takesTwo(rules, act, seat, signedHere))
      .map((seat) => ({ act, bureau: bureauOfSeat(seat) })),
  )
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
  if (post !== signs) return null
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
