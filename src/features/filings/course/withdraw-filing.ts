import { command } from '../../../platform/command.ts'
import * as policy from '../../../policy/filings/filing.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import * as contract from './act-contract.ts'
import { lockCourseFiling, whyNotFiler } from './course-filing.ts'
import type { Kinds } from './kind.ts'
import { lastOpened } from './reopening-store.ts'
import { dropPrepared, saveState } from './store.ts'
import { addWithdrawal } from './withdrawal-store.ts'

export const withdrawFiling = (kinds: Kinds) =>
  command(contract.withdrawFiling, async ({ params, body: { reason } }, { tx, actor, now, newId, record }) => {
    const course = await lockCourseFiling(tx, actor, params.filingId)
    const { row, filing, duty } = course
    const no = whyNotFiler(duty, actor)
    if (no) throw no
    // A resubmission taken back opens again what had come back, and nothing more.
    const after = policy.withdrawFiling(filing, { reason, reopened: await lastOpened(tx, row.id) })
    if (isRefusal(after)) throw after
    for (const { seat } of filing.prepared) await dropPrepared(tx, row, seat)
    await addWithdrawal(tx, row, { id: newId(), reason, by: actor.accountId, at: now })
    await saveState(tx, row.id, after.state, after.openSections)
    await kinds[duty.kind].onState?.(tx, course, after.state)
    record('filing.withdrawn', {
      subject: row.id,
      scope: row.scope,
      clause: duty.rule.clause,
      before: { state: filing.state },
      after: { state: after.state, openSections: after.openSections, reason },
    })
    return {}
  })
