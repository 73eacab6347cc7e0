import { command } from '../../../platform/command.ts'
import { describedFields } from '../../../policy/guide/described-fields.ts'
import { checkWords } from '../../../policy/guide/reasons.ts'
import { allRefusals } from '../../../policy/guide/refuse.ts'
import { mayObject, placeObjection } from '../../../policy/money/notices.ts'
import { dayOf } from '../../../shared/dates.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import { countObjection, insertAddition, numberOf, objectionsFrom } from './addition-store.ts'
import * as contract from './contract.ts'
import { lockedNotice, noSuchNotice } from './locked-notice.ts'
import { enterNotice, insertObjection } from './store.ts'
import { objectionByNo } from './views.ts'

/**
 * Anybody objects, by name or without; from then on the payment waits for an answer (G4.2, H10). Beyond a sender's share, or a crowd's,
 * it is added to an objection that waits for its answer already.
 */
export const fileObjection = command(
  contract.fileObjection,
  async ({ params, body }, { tx, caller, now, newId, record }) => {
    const scope = await enterNotice(tx, params.noticeId)
    if (scope === null) throw noSuchNotice
    const { notice, rule } = await lockedNotice(tx, params.noticeId)
    const { name, contact, content } = body
    const vague = checkWords(content, describedFields.objection, 'notices.objection-missing', rule.clause, {
      field: 'content',
    })
    const no = allRefusals(mayObject(rule, notice, dayOf(now)), vague)
    if (no) throw no
    const sender = { noticeId: notice.id, network: caller.network }
    const from = await objectionsFrom(tx, sender)
    const standing = async (nth: number | null) => (nth ? objectionByNo(tx, notice.id, nth) : null)
    const own = await standing(from.lastId === null ? null : await numberOf(tx, from.lastId))
    const received = notice.objections
    const placed = placeObjection(rule, { fromSender: from.n, own, received, last: await standing(received) })
    if (isRefusal(placed)) throw placed
    const said = { name, contact, content, receivedAt: now }
    // Who objected is for the two bureaus alone and stays out of the trail.
    const named = name !== ''
    const to = await standing(placed.joins)
    if (to) {
      await insertAddition(tx, { ...said, objectionId: to.id, no: to.additions + 1 })
      await countObjection(tx, sender, to.id, now)
      record('objection.added', { subject: notice.id, scope, after: { no: to.no, addition: to.additions + 1, named } })
      return { no: to.no, joined: true }
    }
    const [id, nth] = [newId(), received + 1]
    await insertObjection(tx, { ...said, id, noticeId: notice.id, no: nth })
    await countObjection(tx, sender, id, now)
    record('objection.received', { subject: notice.id, scope, after: { no: nth, named } })
    return { no: nth, joined: false }
  },
  {},
  { atOnce: 3, fitted: true },
)
