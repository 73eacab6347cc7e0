import type { Day } from '../../shared/dates.ts'
import type { Fen } from '../../shared/money.ts'
import { type RegisterKind, type RegisterSort, stepOf, stepSorts } from './register.ts'
import { isServiceKind, isTailored } from './service-kinds.ts'

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
  }[]
  /** Every version of the approved list, each row with the day its list was locked. */
  readonly agencies: readonly { readonly id: string; readonly listedOn: Day }[]
  readonly payments: readonly {
    readonly id: string
    readonly kind: string
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

/** A rating from which the enterprise is satisfied (inferred; 1 poor … 5 very good). */
const satisfiedFrom = 4

/** A filing counts from its due day on: a table's own day lies after its cut-off, so that it first counts in the next one. */
function filingRecord({ id, dueOn, isFiled, inTime }: Records['filings'][number]): MeasuredRecord {
  return { kind: 'filing', recordId: id, day: dueOn, value: inTime ? 1 : 0, of: 1, proofs: isFiled ? 1 : 0 }
}

/** Proofs of a payment: the invoice and the bank receipt. */
const paymentProofs = 2

function alike(times: number | undefined): { times?: number } {
  return times === undefined ? {} : { times }
}

const fenInWan = 1_000_000

type Entry = Records['register'][number]

function entryRecord({ id, uscc, on }: Entry, value = 1): MeasuredRecord {
  return { kind: 'register-entry', recordId: id, day: on, value, subject: uscc, proofs: 1 }
}

/** Titles of these sorts that are new to the firm: one renewed, under the old word or the new, is not. */
function newTitles(register: Records['register'], sorts: readonly RegisterSort[]): MeasuredRecord[] {
  const first = new Map<string, Entry>()
  for (const entry of register.filter(({ kind, sort }) => kind === 'title' && sorts.includes(sort))) {
    const key = `${entry.uscc} ${stepOf(entry.sort)}`
    const before = first.get(key)
    if (!before || entry.on < before.on || (entry.on === before.on && entry.id < before.id)) first.set(key, entry)
  }
  return [...first.values()].map((entry) => entryRecord(entry))
}

function entriesOf(register: Records['register'], kind: RegisterKind): readonly Entry[] {
  return register.filter((entry) => entry.kind === kind)
}

/** How an indicator is counted from records at a cut-off (G3.5); an edition names one for each indicator it computes. */
export const measures = {
  'enterprises-served': ({ services }) =>
    services.flatMap(({ id, uscc, countedOn, proofs, times }) =>
      countedOn
        ? [{ kind: 'service', recordId: id, day: countedOn, value: 1, subject: uscc, proofs, ...alike(times) }]
        : [],
    ),
  'enterprises-diagnosed': ({ diagnoses }) =>
    diagnoses.map(({ id, uscc, on, proofs }) => ({
      kind: 'diagnosis',
      recordId: id,
      day: on,
      value: 1,
      subject: uscc,
      proofs,
    })),
  'services-completed': ({ services }) =>
    services.flatMap(({ id, countedOn, proofs, times }) =>
      countedOn ? [{ kind: 'service', recordId: id, day: countedOn, value: 1, proofs, ...alike(times) }] : [],
    ),
  activities: ({ activities }) =>
    activities.map(({ id, countedOn, proofs }) => ({
      kind: 'activity',
      recordId: id,
      day: countedOn,
      value: 1,
      proofs,
    })),
  attendances: ({ activities }) =>
    activities.map(({ id, countedOn, enterprises, proofs }) => ({
      kind: 'activity',
      recordId: id,
      day: countedOn,
      value: enterprises,
      proofs,
    })),
  agencies: ({ agencies }, cutOff) => {
    const standing = agencies
      .map((agency) => agency.listedOn)
      .filter((day) => day <= cutOff)
      .sort()
      .at(-1)
    return agencies
      .filter((agency) => agency.listedOn === standing)
      .map(({ id, listedOn }) => ({ kind: 'agency', recordId: id, day: listedOn, value: 1, proofs: 1 }))
  },
  'services-accepted': ({ services }, cutOff) =>
    services.flatMap(({ id, deliveredOn, confirmedOn, proofs, times }) => {
      const accepted = confirmedOn !== null && confirmedOn <= cutOff
      return deliveredOn
        ? [{ kind: 'service', recordId: id, day: deliveredOn, value: accepted ? 1 : 0, of: 1, proofs, ...alike(times) }]
        : []
    }),
  'price-within-market': ({ services }) =>
    services.flatMap(({ id, cancelled, signedOn, priceFen, marketPriceFen, times }) => {
      if (cancelled || signedOn === null || priceFen === null || marketPriceFen === null) return []
      const value = priceFen <= marketPriceFen ? 1 : 0
      return [{ kind: 'contract', recordId: id, day: signedOn, value, of: 1, proofs: times ?? 1, ...alike(times) }]
    }),
  'tailored-spending': ({ payments }) =>
    payments.map(({ id, kind, provincialFen, paidOn, times = 1 }) => ({
      kind: 'payment',
      recordId: id,
      day: paidOn,
      value: isServiceKind(kind) && isTailored(kind) ? provincialFen : 0,
      of: provincialFen,
      proofs: times * paymentProofs,
    })),
  satisfaction: ({ services }) =>
    services.flatMap(({ confirmationId, confirmedOn, rating, times }) => {
      if (confirmationId === null || confirmedOn === null || rating === null) return []
      const value = rating >= satisfiedFrom ? 1 : 0
      const proofs = times ?? 1
      return [
        { kind: 'confirmation', recordId: confirmationId, day: confirmedOn, value, of: 1, proofs, ...alike(times) },
      ]
    }),
  'filings-in-time': ({ filings }) => filings.map(filingRecord),
  'tables-in-time': ({ filings }) => filings.filter(({ kind }) => kind === 'target-table').map(filingRecord),
  'practices-adopted': ({ practices }) =>
    practices.map(({ id, on }) => ({ kind: 'practice', recordId: id, day: on, value: 1, proofs: 1 })),
  'money-spent': ({ payments, tranches }) => [
    ...payments.map(({ id, provincialFen, paidOn, times = 1 }) => ({
      kind: 'payment' as const,
      recordId: id,
      day: paidOn,
      value: provincialFen,
      of: 0,
      proofs: times * paymentProofs,
    })),
    ...tranches.map(({ id, amountFen, receivedOn }) => ({
      kind: 'tranche' as const,
      recordId: id,
      day: receivedOn,
      value: 0,
      of: amountFen,
      proofs: 1,
    })),
  ],
  'first-step-titles': ({ register }) => newTitles(register, stepSorts.first),
  'srdi-titles': ({ register }) => newTitles(register, stepSorts.srdi),
  'scale-or-high-tech': ({ register }) => newTitles(register, stepSorts['scale-or-high-tech']),
  'rights-granted': ({ register }) => entriesOf(register, 'intellectual-property').map((entry) => entryRecord(entry)),
  'financing-arrived': ({ register }) =>
    entriesOf(register, 'financing').map((entry) => entryRecord(entry, (entry.amountFen ?? 0) / fenInWan)),
  certified: ({ register }) => entriesOf(register, 'certificate').map((entry) => entryRecord(entry)),
} as const satisfies Record<string, (records: Records, cutOff: Day) => MeasuredRecord[]>

export type MeasureId = keyof typeof measures
