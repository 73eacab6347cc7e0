import { command } from '../../../platform/command.ts'
import { notFound } from '../../../platform/errors.ts'
import * as policy from '../../../policy/services/register-entry.ts'
import * as contract from './contract.ts'
import { correctingOf } from './correcting.ts'
import * as store from './store.ts'

/** It was entered wrongly: it stays on record with the reason, counts nowhere, and its number is free again (G3.5). */
export const withdrawEntry = command(contract.withdrawEntry, async ({ params, body }, { tx, actor, now, record }) => {
  const before = await store.lockEntry(tx, params.entryId)
  if (!before) throw notFound({ zh: '登记', en: 'entry' })
  const no =
    policy.mayCorrectEntry(correctingOf(before, actor)) ??
    policy.checkEntryCorrection({ reason: body.reason, changed: true })
  if (no) throw no
  const { id, scope } = before
  const written = { reason: body.reason.trim(), by: actor.accountId, at: now }
  await store.saveRevision(tx, before, 'withdrawn', written)
  record('register.withdrawn', { subject: id, scope, before, after: { withdrawn: true, reason: written.reason } })
  return { entryId: id }
})
