import { command } from '../../../platform/command.ts'
import { whyNotEnded, whyNotStep } from '../../../policy/oversight/close-out.ts'
import { seatOf } from '../../../policy/people/roles.ts'
import { closeOutStep, lockClosing, settledGuard } from './closing.ts'
import * as contract from './contract.ts'

/** The county finance bureau confirms it: a second bureau, which asks about every condition anew (G5.3). */
export const confirmCloseOut = command(contract.confirmCloseOut, async ({ params }, acting) => {
  const { before, closing } = await lockClosing(acting, params.closeOutId)
  const no = whyNotStep(closing, 'confirm')
  if (no) throw no
  const { actor, now } = acting
  return closeOutStep(acting, before, { state: 'confirmed', confirmedBy: actor.accountId, confirmedAt: now })
})

/** The province puts it on record; from now on nothing of the pilot changes any more (G5.3). */
export const recordCloseOut = command(
  contract.recordCloseOut,
  async ({ params }, acting) => {
    const { before, closing } = await lockClosing(acting, params.closeOutId)
    const no = whyNotStep(closing, 'record')
    if (no) throw no
    const { actor, now } = acting
    return closeOutStep(acting, before, { state: 'recorded', recordedBy: actor.accountId, recordedAt: now })
  },
  settledGuard,
)

/** Taken back by the bureau that proposed it, or sent back by the one whose turn it is, with the reason. */
export const endCloseOut = command(contract.endCloseOut, async ({ params, body }, acting) => {
  const { before, closing } = await lockClosing(acting, params.closeOutId)
  const { actor, now } = acting
  const reason = body.reason.trim()
  const no = whyNotEnded(closing, { seat: seatOf(actor.unitKind, actor.bureau), reason })
  if (no) throw no
  return closeOutStep(acting, before, { state: 'ended', endedBy: actor.accountId, endedAt: now, endReason: reason })
})
