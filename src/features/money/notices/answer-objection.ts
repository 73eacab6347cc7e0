import { command } from '../../../platform/command.ts'
import { notFound } from '../../../platform/errors.ts'
import { refuse } from '../../../policy/guide/refuse.ts'
import * as policy from '../../../policy/money/notices.ts'
import * as contract from './contract.ts'
import { lockedNotice } from './locked-notice.ts'
import { insertAnswer } from './store.ts'
import { objectionByNo } from './views.ts'

/** One of the county's two bureaus answers; the answer is published beside the objection (G4.2, H10). */
export const answerObjection = command(
  contract.answerObjection,
  async ({ params, body }, { tx, actor, now, record, cite }) => {
    const { notice, rule } = await lockedNotice(tx, params.noticeId)
    cite(rule.clause)
    const objection = await objectionByNo(tx, notice.id, params.no)
    if (!objection) throw notFound({ zh: '异议', en: 'objection' })
    const refusal = policy.answerObjection(rule, {
      answered: objection.answered,
      text: body.text,
      additions: objection.additions,
      read: body.additions,
    })
    if (refusal) throw refusal
    if (!actor.bureau) throw refuse('funds.judged-by-bureaus', rule.clause)
    await insertAnswer(tx, {
      objectionId: objection.id,
      content: body.text,
      withheld: body.withheld,
      answeredBy: actor.accountId,
      bureau: actor.bureau,
      answeredAt: now,
      scope: notice.scope,
    })
    record('objection.answered', {
      subject: notice.id,
      scope: notice.scope,
      after: { no: params.no, text: body.text, withheld: body.withheld },
    })
    return { openObjections: notice.openObjections - 1 }
  },
  { notice_answers_pkey: () => refuse('notices.answered', null) },
)
