import { type Acting, command } from '../../../platform/command.ts'
import * as policy from '../../../policy/filings/filing.ts'
import { isPost } from '../../../policy/people/roles.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import * as contract from './act-contract.ts'
import { lockCourseFiling } from './course-filing.ts'
import { bringIntoForce, requireVersion } from './give-opinion.ts'
import type { CourseFiling, Kinds } from './kind.ts'
import { saveRecord } from './reopening-store.ts'

/** The authority above records an approved filing under a number, and it comes into force. */
export const recordFiling = (kinds: Kinds) =>
  command(contract.recordFiling, async ({ params, body }, acting) => {
    const course = await lockCourseFiling(acting.tx, acting.actor, params.filingId)
    requireVersion(course.row, body.versionNo)
    return { state: await takeOnRecord(acting, kinds, course, body.recordNo) }
  })

/** The same for one of many filings that are recorded together. @throws Refusal */
export async function takeOnRecord(
  acting: Acting,
  kinds: Kinds,
  course: CourseFiling,
  recordNo: string,
): Promise<policy.FilingState> {
  const { tx, actor, now, record } = acting
  const { row, filing } = course
  if (!isPost(actor.post)) throw new Error(`no post: ${actor.post}`)
  const after = policy.recordFiling(filing, { post: actor.post, by: actor.accountId })
  if (isRefusal(after)) throw after
  const kind = kinds[course.duty.kind]
  await kind.beforeOpinion?.(acting, course, 'record')
  await saveRecord(tx, row.id, { no: recordNo, by: actor.accountId, at: now })
  await kind.onState?.(tx, course, after.state)
  const done = await bringIntoForce(acting, kinds, course)
  record('filing.recorded', {
    subject: row.id,
    scope: row.scope,
    before: { state: filing.state },
    after: { state: after.state, no: row.version?.no, recordNo, done },
  })
  return after.state
}
