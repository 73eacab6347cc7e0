import type { Actor } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { measureClause } from '../../../policy/money/measure-grounds.ts'
import * as policy from '../../../policy/money/measures.ts'
import type { MeasureSums } from '../../../policy/money/measures-sums.ts'
import { seatOf } from '../../../policy/people/roles.ts'
import { isOfMeasures, type SignedAct, seatsOfAct, signedActList } from '../../../policy/people/signed-acts.ts'
import { takesTwo } from '../../../policy/people/two-persons.ts'
import type { Day } from '../../../shared/dates.ts'
import { isRefusal, type Refusal } from '../../../shared/refusal.ts'
import type { Pilot } from '../../programme/pilots/public.ts'
import {
  type PreparedRow,
  preparedOn,
  preparedViews,
  signedSeatsOf,
  unsignedViews,
} from '../../programme/signing/public.ts'
import * as contract from './contract.ts'

/** What decides whether a prepared act on a measure would be refused now; `receivedFen`: what was paid back on it. */
type Facts = {
  readonly sums: MeasureSums
  readonly today: Day
  readonly closedAt: Date | null
  readonly closedOn: Day | null
  readonly pilot: Pick<Pilot, 'edition'>
}
type OnMeasure = { readonly measure: policy.Measure; readonly receivedFen: number }

/** What was prepared about a pilot's measures, and which acts on them take two persons of the reader's bureau. */
export type Signing = { readonly rows: readonly PreparedRow[]; readonly takesTwo: readonly SignedAct[] }

export async function signingOf(
  tx: Tx,
  { id, edition, countyId }: Pilot,
  measureIds: readonly string[],
  reader: Actor,
): Promise<Signing> {
  const seat = seatOf(reader.unitKind, reader.bureau)
  if (seat === null) return { rows: [], takesTwo: [] }
  const signed = await signedSeatsOf(tx, countyId)
  const ofSeat = signedActList.filter((act) => isOfMeasures(act) && seatsOfAct[act].includes(seat))
  return {
    rows: await preparedOn(tx, [id, ...measureIds]),
    takesTwo: ofSeat.filter((act) => takesTwo(edition, act, seat, signed)),
  }
}

/** What waits on a pilot (a decision) or on one of its measures for the reader's bureau, and what of it was not signed. */
export function signaturesOn(
  { rows }: Signing,
  subject: string,
  reader: Actor,
  facts: Facts,
  on: OnMeasure | null,
): Pick<contract.MeasureView, 'prepared' | 'unsigned'> {
  const own = rows.filter((row) => row.subject === subject && isOfMeasures(row.act))
  return {
    prepared: preparedViews(own, reader, (row) => whyNotNow(row, reader, facts, on)),
    unsigned: unsignedViews(own, reader),
  }
}

/** Why what was prepared would be refused now, were this reader to sign it: the same rules, asked about the facts of today. */
function whyNotNow(row: PreparedRow, reader: Actor, facts: Facts, on: OnMeasure | null): Refusal | null {
  const level = policy.levelOf(reader.unitKind)
  if (row.act === 'measure') {
    const given = contract.decideMeasure.body.parse(row.body)
    return policy.checkDecision(given, { ...facts, clause: measureClause(facts.pilot.edition, given.ground) })
  }
  if (on === null) return null
  const hand = { by: reader.accountId, level, ...facts }
  const answer =
    row.act === 'measure-confirmation'
      ? policy.confirmMeasure(on.measure, hand)
      : policy.reverseMeasure(on.measure, {
          ...{ ...hand, byTwo: true, receivedFen: on.receivedFen },
          reason: contract.reverseMeasure.body.parse(row.body).reason,
        })
  return isRefusal(answer) ? answer : null
}
