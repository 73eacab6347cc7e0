import type { Edition } from '../../../policy/editions/edition.ts'
import type { ObligationId, ObligationRule } from '../../../policy/editions/edition-rules.ts'
import type { FilingKind } from '../../../policy/filings/filing-kinds.ts'
import type { Day } from '../../../shared/dates.ts'
import type { Fen } from '../../../shared/money.ts'

/** A pilot that a filing is about; award in fen. `planOn`: since when its plan is approved, null while it is not. */
export type FilingPilot = {
  readonly id: string
  readonly parkId: string
  readonly parkName: string
  readonly countyId: string
  readonly awardFen: Fen
  readonly admittedOn: Day
  readonly planOn: Day | null
  readonly scope: string
}

export type DutyBatch = {
  readonly id: string
  readonly name: string
  readonly firstYear: number
  readonly edition: Edition
}

/** A unit that has to file something in a batch. */
export type ObligedUnit = {
  /** The pilot that files; null for what a county or the province files. */
  readonly pilotId: string | null
  readonly unit: { readonly id: string; readonly kind: string; readonly name: string; readonly scope: string }
  /** The county that speaks on it: the owner itself, or the one its park lies in; null for what the province files. */
  readonly countyId: string | null
  /** Since when it takes part: the admission of its first pilot. */
  readonly joinedOn: Day
  /** The pilots it is about: the county's or the province's in the batch, or the one that files. */
  readonly pilots: readonly FilingPilot[]
}

/**
 * What is owed: by whom, for which batch and period, under which rule of its edition. `period`: empty where it is owed once;
 * for what is due at once the running number of the filing (`2026-001`), empty before it has one.
 */
export type Duty<K extends ObligationId = FilingKind> = ObligedUnit & {
  readonly kind: K
  readonly rule: ObligationRule
  readonly period: string
  readonly batch: DutyBatch
}

/** What a filing is about. */
export type FilingKey = {
  readonly batchId: string
  readonly unitId: string
  readonly kind: string
  readonly period: string
}

/** What a filing is about, as one text. */
export function keyOf({ batchId, unitId, kind, period }: FilingKey): string {
  return `${batchId} ${unitId} ${kind} ${period}`
}

/** What a duty is filed under. */
export function filingKeyOf({ batch, unit, kind, period }: Duty<ObligationId>): FilingKey {
  return { batchId: batch.id, unitId: unit.id, kind, period }
}
