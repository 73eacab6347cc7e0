import type { Refusal } from '../../shared/refusal.ts'
import type { Text } from '../../shared/words.ts'
import { type Edition, findEdition } from '../editions/edition.ts'
import { clauseIn } from '../editions/edition-clauses.ts'
import type { Clause } from '../guide/clauses.ts'
import { checkReason } from '../guide/reasons.ts'
import { refuse } from '../guide/refuse.ts'
import { type Lifecycle, nextState, notInState } from '../lifecycle.ts'
import type { Permission, Seat } from '../people/roles.ts'
import { type CloseOutFacts, whyNotSettled } from './close-out-conditions.ts'

export const closeOutStates = {
  proposed: { zh: '待县财政确认', en: 'waits for the county finance bureau' },
  confirmed: { zh: '待省级备案', en: 'waits for the province' },
  recorded: { zh: '已结项', en: 'closed' },
  ended: { zh: '已退回或撤回', en: 'sent or taken back' },
} as const satisfies Record<string, Text>
export type CloseOutState = keyof typeof closeOutStates
export const closeOutStateList = Object.keys(closeOutStates) as [CloseOutState, ...CloseOutState[]]

export type CloseOutStep = 'confirm' | 'record' | 'end'

export const closeOutLifecycle: Lifecycle<CloseOutState, CloseOutStep> = {
  proposed: { confirm: 'confirmed', end: 'ended' },
  confirmed: { record: 'recorded', end: 'ended' },
  recorded: {},
  ended: {},
}

/** Every act of closing, with who does it. */
export const closeOutActs = {
  propose: { zh: '提出结项', en: 'propose to close it', permission: 'close-out.propose' },
  confirm: { zh: '确认结项', en: 'confirm the close-out', permission: 'close-out.confirm' },
  record: { zh: '结项备案', en: 'record the close-out', permission: 'close-out.record' },
  end: { zh: '退回或撤回', en: 'send or take it back', permission: 'close-out.end' },
} as const satisfies Record<string, Text & { readonly permission: Permission }>
export type CloseOutAct = keyof typeof closeOutActs

/** The clause by which a pilot of this edition is closed. */
export function closingClause(edition: Edition): Clause {
  return clauseIn(edition, 'G5.3')
}

/** A pilot that is closed: its park, the id of its edition, the day. */
export type ClosedPilot = { readonly park: string; readonly edition: string; readonly on: string }

/** Nothing about a closed pilot is written any more (G5.3). */
export function whyClosed({ park, edition, on }: ClosedPilot): Refusal {
  const rules = findEdition(edition)
  return refuse('pilot.closed', rules && closingClause(rules), { park, on })
}

/** `standing`: the proposal that is on its way or on record, null without one. */
export type Closing = { readonly standing: CloseOutState | null; readonly facts: CloseOutFacts }

/** Why the county's economy bureau cannot propose to close the pilot (G5.3). */
export function whyNotProposed({ standing, facts }: Closing): Refusal | null {
  const clause = closingClause(facts.edition)
  if (standing === 'recorded') return refuse('closing.closed-before', clause)
  return standing ? refuse('closing.proposed-before', clause) : whyNotSettled(facts)
}

/** Why the next step cannot be taken: all conditions are asked about anew with each (G5.3). */
export function whyNotStep({ standing, facts }: Closing, step: 'confirm' | 'record'): Refusal | null {
  const clause = closingClause(facts.edition)
  if (standing === 'recorded') return refuse('closing.closed-before', clause)
  if (standing === null) return refuse('closing.not-proposed', clause)
  const to = nextState(closeOutLifecycle, standing, step)
  return to ? whyNotSettled(facts) : notInState(closeOutStates[standing], closeOutActs[step], clause)
}

/** Whose turn each state is: theirs to send back, as it is the proposer's to take back. */
const turnOf: Readonly<Partial<Record<CloseOutState, readonly Seat[]>>> = {
  proposed: ['county-finance'],
  confirmed: ['province-economy', 'province-finance'],
}

/** Why this seat neither sends the proposal back nor takes it back. */
export function whyNotEnded(
  { standing, facts }: Closing,
  { seat, reason }: { readonly seat: Seat | null; readonly reason: string | null },
): Refusal | null {
  const clause = closingClause(facts.edition)
  if (standing === 'recorded') return refuse('closing.closed-before', clause)
  if (standing === null) return refuse('closing.not-proposed', clause)
  const turn = turnOf[standing]
  if (!turn) return notInState(closeOutStates[standing], closeOutActs.end, clause)
  if (seat === null || !['county-economy', ...turn].includes(seat)) return refuse('closing.not-your-turn', clause)
  return reason === null ? null : checkReason(reason, 'common.reason-missing', clause)
}

/** Why there is no archive of the pilot yet: it is made of what does not change any more (G5.3). */
export function whyNotArchived(edition: Edition, standing: CloseOutState | null): Refusal | null {
  return standing === 'recorded' ? null : refuse('pilot.not-closed', closingClause(edition))
}
