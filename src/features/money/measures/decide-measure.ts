import { command } from '../../../platform/command.ts'
import { allRefusals, both, refuse } from '../../../policy/guide/refuse.ts'
import { measureClause } from '../../../policy/money/measure-grounds.ts'
import * as policy from '../../../policy/money/measures.ts'
import { measureSums } from '../../../policy/money/measures-sums.ts'
import { seatOf } from '../../../policy/people/roles.ts'
import { dayOf } from '../../../shared/dates.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import { bindFile, checkUnbound } from '../../programme/files/public.ts'
import { requirePilot } from '../../programme/pilots/public.ts'
import { lapsePrepared, type TwoPersonAct, twoPersonCommand } from '../../programme/signing/public.ts'
import { balances } from '../funds/public.ts'
import * as contract from './contract.ts'
import { lockedMeasure } from './locked-measure.ts'
import * as store from './store.ts'

/** The economy bureau decides what is done against a pilot (G5.3); nothing moves before finance confirms. */
export const deciding: TwoPersonAct<typeof contract.decideMeasure> = {
  act: 'measure',
  route: contract.decideMeasure,
  guards: {},
  async decide({ params, body }, { tx, actor, now, newId, record }, decisionPreparedBy) {
    const { id: pilotId, scope, edition, countyId } = await requirePilot(tx, params.pilotId)
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
    const named = body.fileId
    const decided = { clause, level, decidedBy: actor.accountId, decidedAt: now }
    const { kind, ground, amountFen, dueOn } = policy.newMeasure(body, decided)
    return {
      ...{ subject: pilotId, scope, seat: seatOf(actor.unitKind, actor.bureau), countyId, edition, clause },
      async carryOut() {
        const { id: fileId } = await bindFile(tx, named, scope, 'fileId')
        const after = {
          ...{ id: newId(), pilotId, kind, ground, amountFen, dueOn, ...decided, decisionPreparedBy, scope, fileId },
          ...{ provenOn: body.provenOn, reason: body.reason.trim() },
        }
        await store.insertMeasure(tx, after)
        record('measure.decided', { subject: after.id, scope, clause, after })
        return { measureId: after.id }
      },
    }
  },
}

export const decideMeasure = twoPersonCommand(deciding)

/** Either bureau of its level takes it back with a reason while it is not confirmed. */
export const withdrawMeasure = command(contract.withdrawMeasure, async ({ params, body }, acting) => {
  const { measure: before, by, level } = await lockedMeasure(acting, params.measureId)
  const next = policy.withdrawMeasure(before, { by, level, reason: body.reason })
  if (isRefusal(next)) throw next
  const { id, scope } = before
  const step = { state: 'withdrawn', withdrawnBy: by, withdrawnAt: acting.now, endReason: body.reason.trim() } as const
  await store.saveStep(acting.tx, id, step)
  await lapsePrepared(acting, id, ['measure-confirmation'])
  acting.record('measure.withdrawn', { subject: id, scope, before, after: step })
  return { state: next.state }
})
