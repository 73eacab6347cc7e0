import type { Day } from '../../shared/dates.ts'
import type { Fen } from '../../shared/money.ts'
import type { Answers } from './answers.ts'
import type { RegisterKind, RegisterSort } from './register.ts'

/**
 * A tailored service with what hangs on it. Days are null while the thing is not there; a confirmation only when it confirms. Where
 * only sums are asked for, one stands for as many as `times` says that no figure can tell apart, with the proofs of all of them.
 */
export type ServiceRecord = {
  readonly id: string
  readonly uscc: string
  readonly kind: string
  readonly cancelled: boolean
  readonly countedOn: Day | null
  readonly signedOn: Day | null
  readonly priceFen: Fen | null
  readonly marketPriceFen: Fen | null
  /** The first delivery. */
  readonly deliveredOn: Day | null
  readonly confirmationId: string | null
  readonly confirmedOn: Day | null
  readonly rating: number | null
  readonly proofs: number
  readonly times?: number
}

/** What a quarterly table may count, as the product holds it now. Money in fen. */
export type Records = {
  readonly services: readonly ServiceRecord[]
  readonly diagnoses: readonly {
    readonly id: string
    readonly uscc: string
    readonly on: Day
    readonly proofs: number
  }[]
  readonly activities: readonly {
    readonly id: string
    readonly countedOn: Day
    readonly enterprises: number
    readonly proofs: number
    /** What those who took part answered, from the day it was entered, and how many questionnaires are on file; null without any. */
    readonly answers: { readonly on: Day; readonly rated: Answers; readonly papers: number } | null
  }[]
  /** Every version of the approved list, each row with the day its list was locked. */
  readonly agencies: readonly { readonly id: string; readonly listedOn: Day }[]
  readonly payments: readonly {
    readonly id: string
    readonly kind: string
    /** Below zero: what came back of a payment, on the day it did. */
    readonly provincialFen: Fen
    readonly paidOn: Day
    /** How many it stands for, with the money of all of them. */
    readonly times?: number
  }[]
  readonly tranches: readonly { readonly id: string; readonly amountFen: Fen; readonly receivedOn: Day }[]
  /** Documents of lasting practice that the county has adopted, each from the day of its paper. */
  readonly practices: readonly { readonly id: string; readonly on: Day }[]
  /** What the pilot itself has begun to file, each with its due day. `isFiled`: filed by now; `inTime`: until it was due. */
  readonly filings: readonly {
    readonly id: string
    readonly kind: string
    readonly dueOn: Day
    readonly isFiled: boolean
    readonly inTime: boolean
  }[]
  /** Entries of the enterprises' registers that stand; `on`: published, granted, arrived, certified. */
  readonly register: readonly {
    readonly id: string
    readonly uscc: string
    readonly kind: RegisterKind
    readonly sort: RegisterSort
    readonly on: Day
    readonly amountFen: Fen | null
    /** Of yearly figures: how many years after the base, the last year before the batch; else null. */
    readonly yearsOn: number | null
  }[]
}

export const recordKinds = [
  'service',
  'diagnosis',
  'activity',
  'agency',
  'contract',
  'confirmation',
  'payment',
  'tranche',
  'filing',
  'practice',
  'register-entry',
] as const
export type RecordKind = (typeof recordKinds)[number]

/** A record as one measure counts it, or so many alike; see `IndicatorFact`. A contract goes by its service's id. */
export type MeasuredRecord = {
  readonly kind: RecordKind
  readonly recordId: string
  readonly day: Day
  readonly value: number
  readonly of?: number
  readonly subject?: string
  readonly proofs: number
  readonly times?: number
}
