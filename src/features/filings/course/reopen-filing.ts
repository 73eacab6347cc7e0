import { command } from '../../../platform/command.ts'
import * as policy from '../../../policy/filings/filing.ts'
import { mayReopen } from '../../../policy/filings/filing-posts.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import { lapsePrepared } from '../../programme/signing/public.ts'
import * as contract from './act-contract.ts'
import { lockCourseFiling, seatOfActor } from './course-filing.ts'
import type { Kinds } from './kind.ts'
import { addReopening } from './reopening-store.ts'

export const reopenFiling = (kinds: Kinds) =>
  command(contract.reopenFiling, async ({ params, body }, acting) => {
    const { tx, actor, now, newId, record } = acting
    const course = await lockCourseFiling(tx, actor, params.filingId)
    const { row, filing, duty } = course
    const no = mayReopen(duty.rule, { post: actor.post, seat: seatOfActor(duty, actor) })
    if (no) throw no
    const sections = [...new Set(body.sections)]
    const reason = body.reason.trim()
    const builtUpon = (await kinds[duty.kind].builtUpon?.(tx, duty)) ?? false
    const after = policy.reopenFiling(filing, { sections, reason, builtUpon })
    if (isRefusal(after)) throw after
    await addReopening(tx, row, { id: newId(), sections, reason, by: actor.accountId, at: now })
    await lapsePrepared(acting, row.id, ['recording'])
    await kinds[duty.kind].onState?.(tx, course, after.state)
    await kinds[duty.kind].onReopened?.(acting, course)
    record('filing.reopened', {
      subject: row.id,
      scope: row.scope,
      clause: duty.rule.clause,
      before: { state: filing.state },
      after: { state: after.state, openSections: after.openSections, reason },
    })
    return { state: after.state }
  })
