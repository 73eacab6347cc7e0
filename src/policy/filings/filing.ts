import type { Refusal } from '../../shared/refusal.ts'
import type { Text } from '../../shared/words.ts'
import type { ObligationRule } from '../editions/edition-rules.ts'
import { checkReason, checkReasonIfGiven } from '../guide/reasons.ts'
import { allRefusals, both, refuse } from '../guide/refuse.ts'
import { type Lifecycle, nextState, notInState } from '../lifecycle.ts'
import { namesOf, type Post, type Seat } from '../people/roles.ts'
import { isNamed } from '../people/two-persons.ts'
import { type FilingKind, filingKinds } from './filing-kinds.ts'

export type FilingState = 'draft' | 'submitted' | 'returned' | 'approved' | 'recorded'
export type FilingAction = 'save' | 'submit' | 'approve' | 'return' | 'withdraw' | 'record' | 'reopen'
export type Verdict = 'approve' | 'return'
export type Mark = { readonly section: string; readonly reason: string }

/** `at` is an ISO instant. */
export type Opinion = {
  readonly seat: Seat
  readonly verdict: Verdict
  readonly marks: readonly Mark[]
  /** Who gave it, or where it takes two persons who signed it. */
  readonly accountId: string
  readonly at: string
  /** Where it takes two persons: who prepared it. */
  readonly preparedBy?: string | null
}

/** An opinion that an officer has prepared for a seat whose opinions a leader signs (`policy/filings/opinions.ts`). */
export type PreparedOpinion = Opinion

/** What the edition says about this kind of filing: its name, who prepares it, who speaks, in which order and by how many persons, who records it, by which clause. */
export type FilingRule = Text & Pick<ObligationRule, 'by' | 'opinions' | 'order' | 'records' | 'clause' | 'signed'>

/** One filing: what is open for writing, who has to speak, who has spoken on the version submitted last. */
export type Filing = {
  readonly kind: FilingKind
  readonly rule: FilingRule
  readonly state: FilingState
  readonly openSections: readonly string[]
  /** Opinions on the last submitted version; a resubmission clears them. */
  readonly opinions: readonly Opinion[]
  /** Opinions on that version which wait for a signature, one a seat at most. */
  readonly prepared: readonly PreparedOpinion[]
  /** Seats that ask for two persons because their own bureau is stricter than the edition. */
  readonly signedHere: readonly Seat[]
  /** Accounts that wrote or submitted any of it. */
  readonly makers: readonly string[]
}

export const filingLifecycle: Lifecycle<FilingState, FilingAction> = {
  draft: { save: 'draft', submit: 'submitted' },
  submitted: { approve: 'approved', return: 'returned', withdraw: 'draft' },
  returned: { save: 'returned', submit: 'submitted' },
  approved: { record: 'recorded', reopen: 'returned' },
  recorded: { reopen: 'returned' },
}

export const filingStateNames: Readonly<Record<FilingState, Text>> = {
  draft: { zh: '编制中', en: 'in draft' },
  submitted: { zh: '审核中', en: 'under review' },
  returned: { zh: '已退回', en: 'returned' },
  approved: { zh: '已通过', en: 'approved' },
  recorded: { zh: '已备案', en: 'on record' },
}

export const filingStates = Object.keys(filingStateNames) as [FilingState, ...FilingState[]]

export const filingActionNames: Readonly<Record<FilingAction, Text>> = {
  save: { zh: '修改', en: 'edit' },
  submit: { zh: '提交', en: 'submit' },
  approve: { zh: '审核', en: 'review' },
  return: { zh: '退回', en: 'return' },
  withdraw: { zh: '撤回', en: 'withdraw' },
  record: { zh: '备案', en: 'record' },
  reopen: { zh: '重新开放', en: 're-open' },
}

export function newFiling(kind: FilingKind, rule: FilingRule): Filing {
  return {
    kind,
    rule,
    state: 'draft',
    openSections: filingKinds[kind].sections,
    opinions: [],
    prepared: [],
    signedHere: [],
    makers: [],
  }
}

/** Somebody (`by`, an account id) writes a section: only while drafting, and after a return only what was marked (G3.1). */
export function saveSection(filing: Filing, section: string, by: string): Filing | Refusal {
  const { sections } = filingKinds[filing.kind]
  const { clause } = filing.rule
  if (!sections.includes(section)) return refuse('review.unknown-section', clause, { section }, 'section')
  const state = nextState(filingLifecycle, filing.state, 'save')
  if (filing.kind === 'plan' && isDone(filing)) return refuse('review.baseline-locked', 'G5.5')
  if (!state) return notNow(filing, 'save')
  if (!filing.openSections.includes(section)) return refuse('review.section-closed', clause, { section }, 'section')
  return { ...filing, state, makers: added(filing.makers, by) }
}

/** `gaps`: what `planGaps` found; one error among them stops it. Clears the opinions on the version before. */
export function submitFiling(
  filing: Filing,
  given: { readonly by: string; readonly gaps: readonly { readonly severity: 'error' | 'warning' }[] },
): Filing | Refusal {
  const state = nextState(filingLifecycle, filing.state, 'submit')
  if (!state) return notNow(filing, 'submit')
  const errors = given.gaps.filter((gap) => gap.severity === 'error').length
  if (errors > 0) return refuse('review.gaps-remain', filing.rule.clause, { count: errors })
  return { ...filing, state, openSections: [], opinions: [], prepared: [], makers: added(filing.makers, given.by) }
}

/** What came back is changed, or says why it is not; the same words alone answer no return. */
export function checkResubmission(
  { state, rule }: Pick<Filing, 'state' | 'rule'>,
  given: { readonly returnedHash: string | null; readonly hash: string; readonly reason: string },
): Refusal | null {
  if (state !== 'returned' || given.hash !== given.returnedHash) return checkReasonIfGiven(given.reason, rule.clause)
  return checkReason(given.reason, 'filing.resubmitted-unchanged', rule.clause)
}

/** The authority above records an approved filing; never who made it or spoke on it, nor prepares its recording. */
export function recordFiling(
  filing: Filing,
  given: { readonly post: Post; readonly by: string; readonly preparedBy?: string | null },
): Filing | Refusal {
  const { clause, records } = filing.rule
  const state = nextState(filingLifecycle, filing.state, 'record')
  if (!state) return notNow(filing, 'record')
  if (!isNamed(records, given.post)) return notTheRecorder(filing.rule)
  const hands = filing.opinions.flatMap(({ accountId, preparedBy }) => [accountId, preparedBy ?? null])
  const involved = [...hands, ...filing.makers]
  if ([given.by, given.preparedBy ?? null].some((one) => one !== null && involved.includes(one)))
    return refuse('review.maker-cannot-review', clause)
  return { ...filing, state }
}

/** Told to whoever does not record it: who does. */
export function notTheRecorder({ records, clause }: Pick<FilingRule, 'records' | 'clause'>): Refusal {
  return refuse('filing.not-the-recorder', clause, both('who', namesOf(records)))
}

/** Whether a filing of this kind is over in this state: on record, or approved where nobody records it. */
export function isDone({ rule, state }: Pick<Filing, 'rule' | 'state'>): boolean {
  return state === 'recorded' || (state === 'approved' && rule.records.length === 0)
}

/**
 * Opens a finished filing for a correction: as a whole, or, when a later one already builds on it, its text only. Who has the
 * last word on it opens it; nobody opens the locked plan again (G5.5).
 */
export function reopenFiling(
  filing: Filing,
  given: { readonly sections: readonly string[]; readonly builtUpon: boolean; readonly reason: string },
): Filing | Refusal {
  const { clause } = filing.rule
  const { sections, textSections, reopens, returnable } = filingKinds[filing.kind]
  // What waits for its record is not in force: whoever records it may send it back, unless its figures are frozen for good.
  if (!reopens && (isDone(filing) || !returnable)) return refuse('review.baseline-locked', 'G5.5')
  const state = nextState(filingLifecycle, filing.state, 'reopen')
  if (!state) return notNow(filing, 'reopen')
  const unknown = given.sections.find((section) => !sections.includes(section))
  const frozen = given.builtUpon ? given.sections.find((section) => !textSections.includes(section)) : undefined
  const no = allRefusals(
    checkReason(given.reason, 'filing.reopened-without-reason', clause),
    given.sections.length === 0 ? refuse('filing.nothing-reopened', clause, {}, 'sections') : null,
    unknown === undefined ? null : refuse('review.unknown-section', clause, { section: unknown }, 'sections'),
    frozen === undefined ? null : refuse('filing.built-upon', clause, { section: frozen }, 'sections'),
  )
  return no ?? { ...filing, state, openSections: given.sections, opinions: [], prepared: [] }
}

/** Takes a submission back, for a reason, as long as nobody has spoken; all sections open again, or after a return those that were open. */
export function withdrawFiling(
  filing: Filing,
  { reason, reopened }: { readonly reason: string; readonly reopened?: readonly string[] | undefined },
): Filing | Refusal {
  const { clause } = filing.rule
  const state = nextState(filingLifecycle, filing.state, 'withdraw')
  if (!state) return notNow(filing, 'withdraw')
  if (!filingKinds[filing.kind].withdrawable) return refuse('filing.never-withdrawn', clause, both('kind', filing.rule))
  if (filing.opinions.length > 0) return refuse('review.already-under-review', clause)
  const vague = checkReason(reason, 'filing.withdrawn-without-reason', clause)
  if (vague) return vague
  return { ...filing, state, prepared: [], openSections: reopened ?? filingKinds[filing.kind].sections }
}

/** Every seat that gives an opinion on it, in the edition's order. */
export function seatsOf({ rule }: { readonly rule: Pick<FilingRule, 'opinions'> }): readonly Seat[] {
  return rule.opinions
}

export function orderOf({ rule }: Pick<Filing, 'rule'>): ObligationRule['order'] {
  return rule.order
}

/** Who records it once every seat has approved; nobody where the last approval ends it. */
export function recordersOf({ rule }: { readonly rule: Pick<FilingRule, 'records'> }): readonly Post[] {
  return rule.records
}

/** Seats whose opinion on the submitted version is still missing, in their order. */
export function waitingFor(filing: Filing): Seat[] {
  if (filing.state !== 'submitted') return []
  return filing.rule.opinions.filter((seat) => !filing.opinions.some((opinion) => opinion.seat === seat))
}

/** The refusal of an act that this state does not know. */
export function notNow(filing: Filing, action: FilingAction): Refusal {
  return notInState(filingStateNames[filing.state], filingActionNames[action], filing.rule.clause)
}

function added(makers: readonly string[], by: string): readonly string[] {
  return makers.includes(by) ? makers : [...makers, by]
}
