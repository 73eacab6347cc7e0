import * as policy from '../../../policy/money/measures.ts'
import { seatOf } from '../../../policy/people/roles.ts'
import { takesTwo } from '../../../policy/people/two-persons.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import { signedSeatsOf, type TwoPersonAct, twoPersonCommand } from '../../programme/signing/public.ts'
import { postEntry, undoEntry } from '../funds/public.ts'
import * as contract from './contract.ts'
import { entryBase, lockedMeasure } from './locked-measure.ts'
import * as store from './store.ts'

/** The finance bureau confirms: the deduction or the claim is booked (G5.3, G3.6). */
export const confirming: TwoPersonAct<typeof contract.confirmMeasure> = {
  act: 'measure-confirmation',
  route: contract.confirmMeasure,
  guards: {},
  async decide({ params }, acting, confirmationPreparedBy) {
    const { actor } = acting
    const locked = await lockedMeasure(acting, params.measureId)
    const { measure: before, by, pilot } = locked
    const next = policy.confirmMeasure(before, locked)
    if (isRefusal(next)) throw next
    const { id, scope, kind, clause } = before
    const { edition, countyId } = pilot
    return {
      ...{ subject: id, scope, seat: seatOf(actor.unitKind, actor.bureau), countyId, edition, clause },
      async carryOut() {
        const step = { state: 'confirmed', confirmedBy: by, confirmationPreparedBy, confirmedAt: acting.now } as const
        await store.saveStep(acting.tx, id, step)
        const amountFen = before.amountFen ?? 0
        const booked = kind === 'deduction' ? ('deduct' as const) : ('claim' as const)
        if (kind !== 'criticism')
          await postEntry(acting.tx, { ...entryBase(acting, locked), entry: { kind: booked, amountFen }, subject: id })
        acting.record('measure.confirmed', { subject: id, scope, clause, before, after: step })
        return { state: next.state }
      },
    }
  },
}

/** What is in force is corrected by a reversal with a reason: the ledger takes the entry back (G3.6). */
export const reversing: TwoPersonAct<typeof contract.reverseMeasure> = {
  act: 'measure-reversal',
  route: contract.reverseMeasure,
  guards: {},
  async decide({ params, body }, acting, reversalPreparedBy) {
    const { tx, actor, now } = acting
    const locked = await lockedMeasure(acting, params.measureId)
    const { measure: before, by, level, closedAt, pilot } = locked
    const { edition, countyId } = pilot
    const seat = seatOf(actor.unitKind, actor.bureau)
    const byTwo = seat !== null && takesTwo(edition, 'measure-reversal', seat, await signedSeatsOf(tx, countyId))
    const { receivedFen } = await store.paidBackOn(tx, before.id)
    const next = policy.reverseMeasure(before, { by, byTwo, level, reason: body.reason, receivedFen, closedAt })
    if (isRefusal(next)) throw next
    const { id, scope, clause } = before
    return {
      ...{ subject: id, scope, seat, countyId, edition, clause },
      async carryOut() {
        const endReason = body.reason.trim()
        const step = { state: 'reversed', reversedBy: by, reversalPreparedBy, reversedAt: now, endReason } as const
        await store.saveStep(tx, id, step)
        if (before.kind !== 'criticism')
          await undoEntry(tx, { ...entryBase(acting, locked), subject: id, memo: endReason })
        acting.record('measure.reversed', { subject: id, scope, clause, before, after: step })
        return { state: next.state }
      },
    }
  },
}

export const confirmMeasure = twoPersonCommand(confirming)
export const reverseMeasure = twoPersonCommand(reversing)
