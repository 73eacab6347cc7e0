import type { Day } from '../../shared/dates.ts'
import { countAnswers, satisfiedFrom } from './answers.ts'
import type { MeasuredRecord, Records } from './records.ts'
import { registerMeasures } from './register-measures.ts'
import { isServiceKind, isTailored } from './service-kinds.ts'

/** A filing counts from its due day on: a table's own day lies after its cut-off, so that it first counts in the next one. */
function filingRecord({ id, dueOn, isFiled, inTime }: Records['filings'][number]): MeasuredRecord {
  return { kind: 'filing', recordId: id, day: dueOn, value: inTime ? 1 : 0, of: 1, proofs: isFiled ? 1 : 0 }
}

/** Proofs of a payment: the invoice and the bank receipt; of money that came back, below zero: the bank's receipt alone. */
const proofsOf = ({ provincialFen, times = 1 }: Records['payments'][number]) => (provincialFen < 0 ? times : 2 * times)

function alike(times: number | undefined): { times?: number } {
  return times === undefined ? {} : { times }
}

const later = (...days: readonly [Day, Day]): Day => days.toSorted()[1] ?? days[1]

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
    payments.map((one) => ({
      kind: 'payment',
      recordId: one.id,
      day: one.paidOn,
      value: isServiceKind(one.kind) && isTailored(one.kind) ? one.provincialFen : 0,
      of: one.provincialFen,
      proofs: proofsOf(one),
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
  'activity-satisfaction': ({ activities }) =>
    activities.flatMap(({ id, countedOn, answers }) => {
      if (answers === null) return []
      const { all, satisfied } = countAnswers(answers.rated)
      return [
        {
          kind: 'activity',
          recordId: id,
          day: later(answers.on, countedOn),
          value: satisfied,
          of: all,
          proofs: answers.papers,
        },
      ]
    }),
  'filings-in-time': ({ filings }) => filings.map(filingRecord),
  'tables-in-time': ({ filings }) => filings.filter(({ kind }) => kind === 'target-table').map(filingRecord),
  'practices-adopted': ({ practices }) =>
    practices.map(({ id, on }) => ({ kind: 'practice', recordId: id, day: on, value: 1, proofs: 1 })),
  'money-spent': ({ payments, tranches }) => [
    ...payments.map((one) => ({
      kind: 'payment' as const,
      recordId: one.id,
      day: one.paidOn,
      value: one.provincialFen,
      of: 0,
      proofs: proofsOf(one),
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
  ...registerMeasures,
} as const satisfies Record<string, (records: Records, cutOff: Day) => MeasuredRecord[]>

export type MeasureId = keyof typeof measures

/** Those that ask people: without a record they have no answer yet. */
const asking: readonly MeasureId[] = ['satisfaction', 'activity-satisfaction']

/** What an indicator counts: answers of people, or any other record. */
export function whatCounts({ measure }: { readonly measure: MeasureId | null }): 'answers' | 'records' {
  return measure !== null && asking.includes(measure) ? 'answers' : 'records'
}
