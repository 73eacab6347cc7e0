import { command } from '../../../platform/command.ts'
import { allRefusals, both, refuse } from '../../../policy/guide/refuse.ts'
import { measureClause } from '../../../policy/money/measure-grounds.ts'
import * as policy from '../../../policy/money/measures.ts'
import { measureSums } from '../../../policy/money/measures-sums.ts'
import { dayOf } from '../../../shared/dates.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import { bindFile, checkUnbound } from '../../programme/files/public.ts'
import { requirePilot } from '../../programme/pilots/public.ts'
import { balances, postEntry, undoEntry } from '../funds/public.ts'
import * as contract from './contract.ts'
import { entryBase, lockedMeasure } from './locked-measure.ts'
import * as store from './store.ts'

/** The economy bureau decides what is done against a pilot (G5.3); nothing moves before finance confirms. */
export const decideMeasure = command(
  contract.decideMeasure,
  async ({ params, body }, { tx, actor, now, newId, record }) => {
    const { id: pilotId, scope, edition } = await requirePilot(tx, params.pilotId)
    const clause = measureClause(edition, body.ground)
    const level = policy.levelOf(actor.unitKind)
    const sums = measureSums(await balances(tx, pilotId))
    const closed = await store.closedAt(tx, pilotId)
    const no = allRefusals(
      level ? null : refuse('measures.other-level', clause, both('level', policy.measureLevels.county)),
      policy.checkDecision(body, { clause, sums, today: dayOf(now), closedOn: closed && dayOf(closed) }),
      body.fileId ? await checkUnbound(tx, body.fileId, clause, 'fileId') : null,
    )
    if (no || !level || body.fileId === null) throw no
    const { id: fileId } = await bindFile(tx, body.fileId, scope, 'fileId')
    const { kind, ground, amountFen, dueOn } = policy.newMeasure(body, {
      clause,
      level,
      decidedBy: actor.accountId,
      decidedAt: now,
    })
    const after = {
      ...{ id: newId(), pilotId, kind, ground, amountFen, dueOn, clause, level, scope, fileId },
      ...{ provenOn: body.provenOn, reason: body.reason.trim(), decidedBy: actor.accountId, decidedAt: now },
    }
    await store.insertMeasure(tx, after)
    record('measure.decided', { subject: after.id, scope, after })
    return { measureId: after.id }
  },
)

/** Either bureau of its level takes it back with a reason while it is not confirmed. */
export const withdrawMeasure = command(contract.withdrawMeasure, async ({ params, body }, acting) => {
  const { measure: before, by, level } = await lockedMeasure(acting, params.measureId)
  const next = policy.withdrawMeasure(before, { by, level, reason: body.reason })
  if (isRefusal(next)) throw next
  const { id, scope } = before
  const step = { state: 'withdrawn', withdrawnBy: by, withdrawnAt: acting.now, endReason: body.reason.trim() } as const
  await store.saveStep(acting.tx, id, step)
  acting.record('measure.withdrawn', { subject: id, scope, before, after: step })
  return { state: next.state }
})

/** The finance bureau confirms: the deduction or the claim is booked (G5.3, G3.6). */
export const confirmMeasure = command(contract.confirmMeasure, async ({ params }, acting) => {
  const locked = await lockedMeasure(acting, params.measureId)
  const { measure: before, by } = locked
  const next = policy.confirmMeasure(before, locked)
  if (isRefusal(next)) throw next
  const { id, scope, kind, amountFen } = before
  const step = { state: 'confirmed', confirmedBy: by, confirmedAt: acting.now } as const
  await store.saveStep(acting.tx, id, step)
  if (kind !== 'criticism') {
    const entry = { kind: kind === 'deduction' ? ('deduct' as const) : ('claim' as const), amountFen: amountFen ?? 0 }
    await postEntry(acting.tx, { ...entryBase(acting, locked), entry, subject: id })
  }
  acting.record('measure.confirmed', { subject: id, scope, before, after: step })
  return { state: next.state }
})

/** What is in force is corrected by a reversal with a reason: the ledger takes the entry back (G3.6). */
export const reverseMeasure = command(contract.reverseMeasure, async ({ params, body }, acting) => {
  const locked = await lockedMeasure(acting, params.measureId)
  const { measure: before, by, level, closedAt } = locked
  const { receivedFen } = await store.paidBackOn(acting.tx, before.id)
  const next = policy.reverseMeasure(before, { by, level, reason: body.reason, receivedFen, closedAt })
  if (isRefusal(next)) throw next
  const { id, scope } = before
  const endReason = body.reason.trim()
  const step = { state: 'reversed', reversedBy: by, reversedAt: acting.now, endReason } as const
  await store.saveStep(acting.tx, id, step)
  if (before.kind !== 'criticism')
    await undoEntry(acting.tx, { ...entryBase(acting, locked), subject: id, memo: endReason })
  acting.record('measure.reversed', { subject: id, scope, before, after: step })
  return { state: next.state }
})
