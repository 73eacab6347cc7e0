import type { Refusal } from '../shared/refusal.ts'
import type { Text } from '../shared/words.ts'
import type { Clause } from './clauses.ts'
import { type Lifecycle, nextState, notInState } from './lifecycle.ts'
import { planSections } from './plan.ts'
import { both, refuse } from './refuse.ts'
import { type Bureau, bureauNames } from './roles.ts'

export type FilingState = 'draft' | 'submitted' | 'returned' | 'approved'
export type FilingAction = 'save' | 'submit' | 'approve' | 'return' | 'withdraw'
export type Verdict = 'approve' | 'return'
export type Mark = { readonly section: string; readonly reason: string }

/** `at` is an ISO instant. */
export type Opinion = {
  readonly bureau: Bureau
  readonly verdict: Verdict
  readonly marks: readonly Mark[]
  readonly accountId: string
  readonly at: string
}

export type FilingKind = 'plan'

/** One filing: what is open for writing, who has to speak, who has spoken on the version submitted last. */
export type Filing = {
  readonly kind: FilingKind
  readonly state: FilingState
  readonly openSections: readonly string[]
  readonly reviewers: readonly Bureau[]
  /** Opinions on the last submitted version; a resubmission clears them. */
  readonly opinions: readonly Opinion[]
  /** Accounts that wrote or submitted any of it. */
  readonly makers: readonly string[]
}

/** What each kind of filing consists of, and the clause of its review. */
export const filingKinds: Readonly<
  Record<FilingKind, Text & { readonly sections: readonly string[]; readonly clause: Clause }>
> = {
  plan: { zh: '服务计划与资金使用方案', en: 'Service plan and fund-use plan', sections: planSections, clause: 'G3.1' },
}

export const filingLifecycle: Lifecycle<FilingState, FilingAction> = {
  draft: { save: 'draft', submit: 'submitted' },
  submitted: { approve: 'approved', return: 'returned', withdraw: 'draft' },
  returned: { save: 'returned', submit: 'submitted' },
  approved: {},
}

export const filingStateNames: Readonly<Record<FilingState, Text>> = {
  draft: { zh: '编制中', en: 'in draft' },
  submitted: { zh: '审核中', en: 'under review' },
  returned: { zh: '已退回', en: 'returned' },
  approved: { zh: '已通过', en: 'approved' },
}

export const filingActionNames: Readonly<Record<FilingAction, Text>> = {
  save: { zh: '修改', en: 'edit' },
  submit: { zh: '提交', en: 'submit' },
  approve: { zh: '审核', en: 'review' },
  return: { zh: '退回', en: 'return' },
  withdraw: { zh: '撤回', en: 'withdraw' },
}

export function newFiling(kind: FilingKind, reviewers: readonly Bureau[]): Filing {
  return { kind, state: 'draft', openSections: filingKinds[kind].sections, reviewers, opinions: [], makers: [] }
}

/** Somebody (`by`, an account id) writes a section: only while drafting, and after a return only what was marked (G3.1). */
export function saveSection(filing: Filing, section: string, by: string): Filing | Refusal {
  const { sections, clause } = filingKinds[filing.kind]
  if (!sections.includes(section)) return refuse('review.unknown-section', clause, { section }, 'section')
  const state = nextState(filingLifecycle, filing.state, 'save')
  if (filing.state === 'approved') return refuse('review.baseline-locked', 'G5.5')
  if (!state) return refused(filing, 'save')
  if (!filing.openSections.includes(section)) return refuse('review.section-closed', clause, { section }, 'section')
  return { ...filing, state, makers: added(filing.makers, by) }
}

/** `gaps`: what `planGaps` found; one error among them stops it. Clears the opinions on the version before. */
export function submitFiling(
  filing: Filing,
  given: { readonly by: string; readonly gaps: readonly { readonly severity: 'error' | 'warning' }[] },
): Filing | Refusal {
  const state = nextState(filingLifecycle, filing.state, 'submit')
  if (!state) return refused(filing, 'submit')
  const errors = given.gaps.filter((gap) => gap.severity === 'error').length
  if (errors > 0) return refuse('review.gaps-remain', filingKinds[filing.kind].clause, { count: errors })
  return { ...filing, state, openSections: [], opinions: [], makers: added(filing.makers, given.by) }
}

/** Whether this person may speak for this bureau now; also feeds the button that explains itself. */
export function mayGiveOpinion(
  filing: Filing,
  given: { readonly bureau: Bureau | null; readonly by: string },
): Refusal | null {
  const { clause } = filingKinds[filing.kind]
  const { bureau, by } = given
  if (bureau === null || !filing.reviewers.includes(bureau)) return refuse('review.not-a-reviewer', clause)
  if (!nextState(filingLifecycle, filing.state, 'approve')) return refused(filing, 'approve')
  if (filing.makers.includes(by)) return refuse('review.maker-cannot-review', clause)
  if (filing.opinions.some((opinion) => opinion.bureau === bureau)) {
    return refuse('review.bureau-has-spoken', clause, both('bureau', bureauNames[bureau]))
  }
  if (filing.opinions.some((opinion) => opinion.accountId === by))
    return refuse('review.one-person-two-bureaus', clause)
  return null
}

/** One bureau's word on the submitted version: a return takes effect at once, an approval when every reviewer has approved (G3.1). */
export function giveOpinion(
  filing: Filing,
  given: {
    readonly bureau: Bureau
    readonly verdict: Verdict
    readonly marks: readonly Mark[]
    readonly by: string
    readonly at: string
  },
): Filing | Refusal {
  const no = mayGiveOpinion(filing, given)
  if (no) return no
  const { clause, sections } = filingKinds[filing.kind]
  const { bureau, verdict, by, at } = given
  const marks = given.marks.map((mark) => ({ section: mark.section, reason: mark.reason.trim() }))
  if (verdict === 'approve' && marks.length > 0) return refuse('review.approval-has-marks', clause, {}, 'marks')
  if (verdict === 'return' && marks.length === 0) return refuse('review.return-without-marks', clause, {}, 'marks')
  for (const [i, mark] of marks.entries()) {
    if (!sections.includes(mark.section))
      return refuse('review.unknown-section', clause, { section: mark.section }, `marks.${i}.section`)
    if (mark.reason === '') return refuse('review.mark-without-reason', clause, {}, `marks.${i}.reason`)
    if (marks.findIndex((other) => other.section === mark.section) < i) {
      return refuse('review.section-marked-twice', clause, {}, `marks.${i}.section`)
    }
  }
  const opinions = [...filing.opinions, { bureau, verdict, marks, accountId: by, at }]
  if (verdict === 'return')
    return { ...filing, state: 'returned', opinions, openSections: marks.map((mark) => mark.section) }
  const all = filing.reviewers.every((reviewer) => opinions.some((opinion) => opinion.bureau === reviewer))
  return { ...filing, state: all ? 'approved' : 'submitted', opinions }
}

/** Takes a submission back, as long as nobody has spoken; all sections open again, or after a return those that were open. */
export function withdrawFiling(filing: Filing, reopened?: readonly string[]): Filing | Refusal {
  const state = nextState(filingLifecycle, filing.state, 'withdraw')
  if (!state) return refused(filing, 'withdraw')
  if (filing.opinions.length > 0) return refuse('review.already-under-review', filingKinds[filing.kind].clause)
  return { ...filing, state, openSections: reopened ?? filingKinds[filing.kind].sections }
}

/** Bureaus whose opinion on the submitted version is still missing. */
export function waitingFor(filing: Filing): Bureau[] {
  if (filing.state !== 'submitted') return []
  return filing.reviewers.filter((bureau) => !filing.opinions.some((opinion) => opinion.bureau === bureau))
}

function refused(filing: Filing, action: FilingAction): Refusal {
  return notInState(filingStateNames[filing.state], filingActionNames[action], filingKinds[filing.kind].clause)
}

function added(makers: readonly string[], by: string): readonly string[] {
  return makers.includes(by) ? makers : [...makers, by]
}
