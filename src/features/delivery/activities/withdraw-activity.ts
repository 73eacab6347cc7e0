import { command } from '../../../platform/command.ts'
import { notFound } from '../../../platform/errors.ts'
import * as policy from '../../../policy/services/activity.ts'
import * as contract from './contract.ts'
import { correctingOf } from './correcting.ts'
import * as store from './store.ts'

/** It did not take place as recorded, or stands twice: it stays on record with the reason, and counts nowhere (G1.2). */
export const withdrawActivity = command(
  contract.withdrawActivity,
  async ({ params, body }, { tx, actor, now, record }) => {
    const before = await store.lockActivity(tx, params.activityId)
    if (!before) throw notFound({ zh: '活动', en: 'activity' })
    const no =
      policy.mayCorrectActivity(correctingOf(before, actor)) ??
      policy.checkActivityCorrection({ reason: body.reason, changed: true })
    if (no) throw no
    const { id, scope } = before
    const written = { reason: body.reason.trim(), by: actor.accountId, at: now }
    await store.saveRevision(tx, before, { withdrawn: true, countedOn: null }, written)
    record('activity.withdrawn', { subject: id, scope, before, after: { withdrawn: true, reason: written.reason } })
    return { activityId: id, countedOn: null }
  },
)
