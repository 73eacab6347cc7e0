import { command } from '../../../platform/command.ts'
import { describedFields } from '../../../policy/guide/described-fields.ts'
import { checkWords } from '../../../policy/guide/reasons.ts'
import { allRefusals } from '../../../policy/guide/refuse.ts'
import { mayObject } from '../../../policy/money/notices.ts'
import { dayOf } from '../../../shared/dates.ts'
import * as contract from './contract.ts'
import { lockedNotice, noSuchNotice } from './locked-notice.ts'
import { insertObjection, objectionsSince, scopeOfNotice } from './store.ts'

/** Anybody objects, by name or without; from then on the payment waits for an answer (G4.2, H10). */
export const fileObjection = command(
  contract.fileObjection,
  async ({ params, body }, { tx, now, newId, record, enterScope }) => {
    const scope = await scopeOfNotice(tx, params.noticeId)
    if (scope === null) throw noSuchNotice
    await enterScope(scope)
    const { notice, rule } = await lockedNotice(tx, params.noticeId)
    const lastMinute = await objectionsSince(tx, notice.id, new Date(now.getTime() - 60_000))
    const { name, contact, content } = body
    const refusal = mayObject(rule, notice, { today: dayOf(now), received: notice.objections, lastMinute })
    const vague = checkWords(content, describedFields.objection, 'notices.objection-missing', rule.clause, {
      field: 'content',
    })
    const no = allRefusals(refusal, vague)
    if (no) throw no
    const [id, nth] = [newId(), notice.objections + 1]
    await insertObjection(tx, { id, noticeId: notice.id, no: nth, name, contact, content, receivedAt: now, scope })
    // Who objected is for the two bureaus alone and stays out of the trail.
    record('objection.received', { subject: notice.id, scope, after: { no: nth, named: name !== '' } })
    return { no: nth }
  },
  {},
  { atOnce: 3, fitted: true },
)
