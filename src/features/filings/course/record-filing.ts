import type { Acting } from '../../../platform/command.ts'
import * as policy from '../../../policy/filings/filing.ts'
import { bureauOf, isPost, seatOf } from '../../../policy/people/roles.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import { type Decided, doOrPrepare, type TwoPersonAct, twoPersonCommand } from '../../programme/signing/public.ts'
import * as contract from './act-contract.ts'
import { lockCourseFiling } from './course-filing.ts'
import { bringIntoForce, requireVersion } from './give-opinion.ts'
import type { CourseFiling, Kinds } from './kind.ts'
import { saveRecord } from './reopening-store.ts'

/** The authority above records an approved filing under a number, and it comes into force. */
export function recording(kinds: Kinds): TwoPersonAct<typeof contract.recordFiling> {
  return {
    act: 'recording',
    route: contract.recordFiling,
    guards: {},
    async decide({ params, body }, acting, preparedBy) {
      const course = await lockCourseFiling(acting.tx, acting.actor, params.filingId)
      requireVersion(course.row, body.versionNo)
      return decideRecord(acting, kinds, course, { recordNo: body.recordNo, preparedBy })
    },
  }
}

export const recordFiling = (kinds: Kinds) => twoPersonCommand(recording(kinds))

/** The same for one of many filings that are recorded together; false where it is prepared only, for another to sign. @throws Refusal */
export async function takeOnRecord(
  acting: Acting,
  kinds: Kinds,
  course: CourseFiling,
  recordNo: string,
): Promise<boolean> {
  const { row } = course
  const input = { params: { filingId: row.id }, search: {}, body: { versionNo: row.version?.no ?? 0, recordNo } }
  return !('toSign' in (await doOrPrepare(acting, recording(kinds), input)))
}

type Recorded = { state: policy.FilingState }

async function decideRecord(
  acting: Acting,
  kinds: Kinds,
  course: CourseFiling,
  { recordNo, preparedBy }: { recordNo: string; preparedBy: string | null },
): Promise<Decided<Recorded>> {
  const { tx, actor, now, record } = acting
  const { row, filing, duty } = course
  if (!isPost(actor.post)) throw new Error(`no post: ${actor.post}`)
  const by = actor.accountId
  const after = policy.recordFiling(filing, { post: actor.post, by, preparedBy })
  if (isRefusal(after)) throw after
  const seat = seatOf('province', bureauOf(actor.post))
  if (seat === null) throw new Error(`${actor.post} has no seat`)
  const kind = kinds[duty.kind]
  await kind.beforeOpinion?.(acting, course, 'record')
  return {
    ...{
      subject: row.id,
      scope: row.scope,
      seat,
      countyId: null,
      edition: duty.batch.edition,
      clause: duty.rule.clause,
    },
    async carryOut() {
      await saveRecord(tx, row.id, { no: recordNo, by, preparedBy, at: now })
      await kind.onState?.(tx, course, after.state)
      const done = await bringIntoForce(acting, kinds, course)
      record('filing.recorded', {
        subject: row.id,
        scope: row.scope,
        clause: duty.rule.clause,
        before: { state: filing.state },
        after: { state: after.state, no: row.version?.no, recordNo, preparedBy, done },
      })
      return { state: after.state }
    },
  }
}
