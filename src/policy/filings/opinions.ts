import type { Refusal } from '../../shared/refusal.ts'
import { listed } from '../../shared/words.ts'
import { checkReason } from '../guide/reasons.ts'
import { allRefusals, both, refuse } from '../guide/refuse.ts'
import { nextState } from '../lifecycle.ts'
import { type Seat, seatNames } from '../people/roles.ts'
import { whyNotDiscarded, whyNotPrepared, whyNotPreparer, whyNotSigner } from '../people/two-persons.ts'
import { type Filing, filingLifecycle, type Mark, notNow, type Opinion, type Verdict, waitingFor } from './filing.ts'
import { filingKinds } from './filing-kinds.ts'

type Speaker = { readonly seat: Seat | null; readonly by: string }

/** Whether this seat's opinion takes two persons, one who prepares it and one who signs it. */
export function needsSignature(
  { rule, signedHere }: { readonly rule: Pick<Filing['rule'], 'signed'>; readonly signedHere: readonly Seat[] },
  seat: Seat,
): boolean {
  return (rule.signed ?? []).includes(seat) || signedHere.includes(seat)
}

/** Whether this person may give, or where two persons are asked for prepare, an opinion from this seat now. */
export function mayGiveOpinion(filing: Filing, given: Speaker & { readonly post: string }): Refusal | null {
  const { seat, post } = given
  const { clause } = filing.rule
  const no = maySpeak(filing, given) ?? whyNotPrepared(waitingOf(filing, seat), clause)
  return no ?? (seat && needsSignature(filing, seat) ? whyNotPreparer(seat, post, clause) : null)
}

/** What a seat has prepared, as the rules of two persons see it. */
function waitingOf({ prepared }: Pick<Filing, 'prepared'>, seat: Seat | null) {
  const found = prepared.find((one) => one.seat === seat)
  return found ? { seat: found.seat, by: found.accountId } : null
}

/**
 * The opinion of one seat on the submitted version. A return takes effect at once, an approval when every seat has approved;
 * where the seat asks for two persons, nothing does before the second one has signed.
 */
export function giveOpinion(
  filing: Filing,
  given: {
    readonly seat: Seat
    readonly verdict: Verdict
    readonly marks: readonly Mark[]
    readonly by: string
    readonly post: string
    /** ISO instant. */
    readonly at: string
  },
): Filing | Refusal {
  const no = mayGiveOpinion(filing, given)
  if (no) return no
  const marks = checkedMarks(filing, given)
  if (!isMarks(marks)) return marks
  const { seat, verdict, by, at } = given
  const opinion: Opinion = { seat, verdict, marks, accountId: by, at }
  if (needsSignature(filing, seat)) return { ...filing, prepared: [...filing.prepared, opinion] }
  return withOpinion(filing, opinion)
}

/** Whether this person may sign the opinion that was prepared for their seat: the leader, never who prepared it. */
export function maySign(filing: Filing, given: Speaker & { readonly post: string }): Refusal | null {
  return maySpeak(filing, given) ?? whyNotSigner(waitingOf(filing, given.seat), given, filing.rule.clause)
}

/** The prepared opinion takes effect, signed: it is the signer's, and keeps who prepared it. */
export function signOpinion(
  filing: Filing,
  given: { readonly seat: Seat; readonly by: string; readonly post: string; readonly at: string },
): Filing | Refusal {
  const no = maySign(filing, given)
  if (no) return no
  const { seat, by, at } = given
  const [prepared] = filing.prepared.filter((one) => one.seat === seat)
  if (!prepared) return refuse('review.nothing-to-sign', filing.rule.clause)
  const rest = filing.prepared.filter((one) => one !== prepared)
  const opinion: Opinion = { ...prepared, accountId: by, at, preparedBy: prepared.accountId }
  return withOpinion({ ...filing, prepared: rest }, opinion)
}

/** Takes a prepared opinion off the table: who prepared it, or who would have signed it; both say why. */
export function discardPrepared(
  filing: Filing,
  given: { readonly seat: Seat | null; readonly by: string; readonly post: string; readonly reason: string },
): Filing | Refusal {
  const waiting = waitingOf(filing, given.seat)
  const isOwn = waiting?.by === given.by
  const no = waiting && !isOwn ? maySpeak(filing, given) : null
  const refused = no ?? whyNotDiscarded(waiting, given, filing.rule.clause)
  if (refused) return refused
  return { ...filing, prepared: filing.prepared.filter((one) => one.seat !== waiting?.seat) }
}

/** Whoever speaks from no seat of this review, told whose seats they are. */
export function notAReviewer({ opinions, clause }: Pick<Filing['rule'], 'opinions' | 'clause'>): Refusal {
  return refuse('review.not-a-reviewer', clause, both('seats', listed(opinions.map((seat) => seatNames[seat]))))
}

/** What holds for everybody at a seat: the version is open for opinions, theirs is missing, and they made none of it. */
function maySpeak(filing: Filing, { seat, by }: Speaker): Refusal | null {
  const { clause, opinions, order } = filing.rule
  if (seat === null || !opinions.includes(seat)) return notAReviewer(filing.rule)
  if (!nextState(filingLifecycle, filing.state, 'approve')) return notNow(filing, 'approve')
  if (filing.makers.includes(by)) return refuse('review.maker-cannot-review', clause)
  if (filing.opinions.some((opinion) => opinion.seat === seat)) {
    return refuse('review.bureau-has-spoken', clause, both('bureau', seatNames[seat]))
  }
  const elsewhere = filing.prepared.some((one) => one.seat !== seat && one.accountId === by)
  if (elsewhere || filing.opinions.some((opinion) => opinion.accountId === by || opinion.preparedBy === by))
    return refuse('review.one-person-two-bureaus', clause)
  const [first] = waitingFor(filing)
  if (order === 'in-turn' && first && first !== seat)
    return refuse('review.not-your-turn', clause, both('seat', seatNames[first]))
  return null
}

function checkedMarks(
  { kind, rule }: Filing,
  given: { readonly verdict: Verdict; readonly marks: readonly Mark[] },
): readonly Mark[] | Refusal {
  const { sections, returnable } = filingKinds[kind]
  const { clause } = rule
  const { verdict } = given
  const marks = given.marks.map((mark) => ({ section: mark.section, reason: mark.reason.trim() }))
  if (verdict === 'return' && !returnable) return refuse('filing.never-returned', clause, both('kind', rule), 'verdict')
  if (verdict === 'approve' && marks.length > 0) return refuse('review.approval-has-marks', clause, {}, 'marks')
  if (verdict === 'return' && marks.length === 0) return refuse('review.return-without-marks', clause, {}, 'marks')
  const wrong = marks.flatMap(({ section, reason }, i) => {
    const field = `marks.${i}`
    const isFirst = marks.findIndex((other) => other.section === section) === i
    return [
      sections.includes(section) ? null : refuse('review.unknown-section', clause, { section }, `${field}.section`),
      checkReason(reason, 'review.mark-without-reason', clause, { field: `${field}.reason` }),
      isFirst ? null : refuse('review.section-marked-twice', clause, {}, `${field}.section`),
    ]
  })
  return allRefusals(...wrong) ?? marks
}

function isMarks(value: readonly Mark[] | Refusal): value is readonly Mark[] {
  return Array.isArray(value)
}

function withOpinion(filing: Filing, opinion: Opinion): Filing {
  const opinions = [...filing.opinions, opinion]
  if (opinion.verdict === 'return')
    return {
      ...filing,
      state: 'returned',
      opinions,
      prepared: [],
      openSections: opinion.marks.map((mark) => mark.section),
    }
  const all = filing.rule.opinions.every((one) => opinions.some((given) => given.seat === one))
  return { ...filing, state: all ? 'approved' : 'submitted', opinions }
}
