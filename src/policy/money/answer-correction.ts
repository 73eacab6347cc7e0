import type { Refusal } from '../../shared/refusal.ts'
import type { NoticeRule } from '../editions/edition-rules.ts'
import { describedFields } from '../guide/described-fields.ts'
import { checkReason, checkWords } from '../guide/reasons.ts'
import { allRefusals, both, refuse } from '../guide/refuse.ts'
import { type Bureau, bureauNames } from '../people/roles.ts'

/** What an answer says at one time. `withheld`: the objection's own words are kept from the public. */
export type Wording = {
  readonly content: string
  readonly withheld: boolean
  /** It took the place of wordings that name a person: those before it are not for the public. */
  readonly hidesFormer: boolean
}

/** An answer from its first wording to the one in force, newest last. */
export type Wordings = readonly [Wording, ...Wording[]]

export function inForce<Said extends Wording>(wordings: readonly [Said, ...Said[]]): Said {
  return wordings.at(-1) ?? wordings[0]
}

/** Former wordings that nobody outside the bureaus reads: all before the last correction that hides them. */
export function hiddenWordings<Said extends Wording>(wordings: readonly Said[]): readonly Said[] {
  return wordings.slice(0, Math.max(0, hidingAt(wordings)))
}

/** Former wordings that stay on the public page beside the one in force, each with the one that took its place. */
export function shownWordings<Said extends Wording>(wordings: readonly Said[]): { former: Said; next: Said }[] {
  return wordings.flatMap((next, at) => {
    const former = wordings[at - 1]
    const told = former && at > hidingAt(wordings) && former.content !== next.content
    return told ? [{ former, next }] : []
  })
}

function hidingAt(wordings: readonly Wording[]): number {
  return wordings.findLastIndex((one) => one.hidesFormer)
}

/**
 * Whether this bureau may correct an answer: the one that gave it. There is no last day, neither that of the notice nor that of
 * the payment: an answer is published beside its objection, and the page stays when the notice is over, taken down or lapsed, so
 * what is wrong on it can be put right as long as it is read (G4.2, H10). A correction opens no payment and closes none.
 */
export function mayCorrectAnswer(
  rule: Pick<NoticeRule, 'clause'>,
  given: { readonly answeredBy: Bureau | null; readonly bureau: Bureau | null },
): Refusal | null {
  const { answeredBy, bureau } = given
  if (!answeredBy) return refuse('notices.not-answered', rule.clause)
  return answeredBy === bureau
    ? null
    : refuse('notices.answered-by-other-bureau', rule.clause, both('bureau', bureauNames[answeredBy]))
}

/** All that keeps a corrected answer from taking the place of the one in force, or null. */
export function checkAnswerCorrection(
  rule: Pick<NoticeRule, 'clause'>,
  given: Wording & { readonly wordings: Wordings; readonly reason: string },
): Refusal | null {
  const { clause } = rule
  const { content, withheld, wordings, reason } = given
  const stands = inForce(wordings)
  const hidden = hiddenWordings([...wordings, given]).some((one) => one.content === content)
  return allRefusals(
    checkWords(content, describedFields.answer, 'notices.answer-missing', clause, { field: 'text' }),
    hidden ? refuse('notices.answer-hidden', clause, {}, 'text') : null,
    checkReason(reason, 'common.reason-missing', clause),
    content === stands.content && withheld === stands.withheld ? refuse('common.nothing-changed', clause) : null,
  )
}
