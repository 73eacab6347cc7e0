import type { Day } from '../../shared/dates.ts'
import type { Fen } from '../../shared/money.ts'
import type { Grade } from '../editions/edition-rules.ts'
import { type ServiceState, serviceStates } from '../services/service.ts'
import type { Judgments } from './tranche-judgments.ts'

/** One row of the county's disbursement plan on record (G4.1); fen. */
export type PlannedTranche = { readonly no: number; readonly amountFen: Fen; readonly plannedOn: Day }

/** The standing public notice: its last day (null: no countdown), whether that day is past, working days left. */
export type NoticeFacts = {
  readonly untilOn: Day | null
  readonly over: boolean
  readonly daysLeft: number
}

/** How many services stand in each state. */
export type ServicesByState = Readonly<Partial<Record<ServiceState, number>>>

/** What the service mechanism is seen by: the fund-control rules in the approved plan. */
export type MechanismFacts = { readonly controlFile: boolean }

/**
 * What a gate looks at. `releasedFen`: all released in other tranches. `deductedFen`: taken off the award by measures in force (G5.3). `evaluation`: the result, once there is one.
 * `plan`: the county's disbursement plan on record, null without one.
 */
export type TrancheFacts = {
  readonly planApproved: boolean
  readonly mechanism: MechanismFacts
  readonly enterprisesDiagnosed: { readonly done: number; readonly all: number }
  readonly services: ServicesByState
  readonly judgments: Judgments
  readonly evaluation: { readonly grade: Grade; readonly rectified: boolean } | null
  readonly notice: NoticeFacts | null
  /** Objections without an answer to any notice of the tranche, also to one that was taken down. */
  readonly openObjections: number
  readonly plan: readonly PlannedTranche[] | null
  readonly releasedFen: Fen
  readonly deductedFen: Fen
  readonly awardFen: Fen
  readonly previousReceived: boolean
}

/** States in which a service is ordered: somebody has signed for it. */
const ordered: Readonly<Record<ServiceState, boolean>> = {
  needed: false,
  selected: false,
  contracted: true,
  'under-way': true,
  delivered: true,
  confirmed: true,
  disputed: true,
  invoiced: true,
  paid: true,
  closed: true,
  cancelled: false,
}

/** The mechanism stands when the plan's fund-control rules are on file (G4.2). */
export function mechanismReady({ controlFile }: MechanismFacts): boolean {
  return controlFile
}

/** Services under contract, begun or not. */
export function servicesOrdered(services: ServicesByState): number {
  return count(services, (state) => ordered[state])
}

/** States in which a service has really begun: a contract alone is none (G4.2). */
export const begunStates = serviceStates.filter((state) => ordered[state] && state !== 'contracted')

/** Services that have really begun. */
export function servicesUnderWay(services: ServicesByState): number {
  return count(services, (state) => begunStates.includes(state))
}

function count(services: ServicesByState, counts: (state: ServiceState) => boolean): number {
  return Object.entries(services).reduce((sum, [state, n]) => sum + (counts(state as ServiceState) ? n : 0), 0)
}
