import { command } from '../../../platform/command.ts'
import { notFound } from '../../../platform/errors.ts'
import { refuse } from '../../../policy/guide/refuse.ts'
import * as policy from '../../../policy/money/answer-correction.ts'
import * as contract from './answer-contract.ts'
import { answersOn, insertCorrection } from './answers.ts'
import { lockedNotice } from './locked-notice.ts'
import { objectionByNo } from './views.ts'

/** The bureau that answered puts its answer right; the former wording and the reason stay on record (G4.2, H10). */
export const correctAnswer = command(
  contract.correctAnswer,
  async ({ params, body }, { tx, actor, now, record, cite }) => {
    const { notice, rule } = await lockedNotice(tx, params.noticeId)
    cite(rule.clause)
    const objection = await objectionByNo(tx, notice.id, params.no)
    if (!objection) throw notFound({ zh: '异议', en: 'objection' })
    const answer = (await answersOn(tx, notice.id)).get(params.no)
    const closed = policy.mayCorrectAnswer(rule, { answeredBy: answer?.bureau ?? null, bureau: actor.bureau })
    if (closed) throw closed
    if (!answer) throw refuse('notices.not-answered', rule.clause)
    const { wordings, bureau } = answer
    const { text: content, withheld, hidesFormer, reason } = body
    const wording = { content, withheld, hidesFormer }
    const refusal = policy.checkAnswerCorrection(rule, { ...wording, wordings, reason })
    if (refusal) throw refusal
    const no = wordings.length
    await insertCorrection(tx, {
      objectionId: objection.id,
      no,
      ...wording,
      reason,
      correctedBy: actor.accountId,
      bureau,
      correctedAt: now,
      scope: notice.scope,
    })
    record('objection.answer-corrected', {
      subject: notice.id,
      scope: notice.scope,
      before: { no: params.no, ...policy.inForce(wordings) },
      after: { no: params.no, ...body },
    })
    return { correction: no }
  },
)
