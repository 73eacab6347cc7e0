import { command } from '../../../platform/command.ts'
import { notFound } from '../../../platform/errors.ts'
import * as policy from '../../../policy/oversight/consultations.ts'
import * as contract from './contract.ts'

/** Later words stand below the minutes; the minutes themselves never change. */
export const amendConsultation = command(
  contract.amendConsultation,
  async ({ params, body }, { tx, actor, now, newId, record }) => {
    const { consultationId } = params
    const minutes = await tx
      .selectFrom('consultations')
      .select(['unitId as recorderId', 'scope'])
      .where('id', '=', consultationId)
      .executeTakeFirst()
    if (!minutes) throw notFound({ zh: '会商纪要', en: 'consultation' })
    const amendment = body.amendment.trim()
    const refusal = policy.amendConsultation(minutes, { unitId: actor.unitId, amendment })
    if (refusal) throw refusal
    await tx
      .insertInto('consultationAmendments')
      .values({
        id: newId(),
        consultationId,
        amendment,
        recordedBy: actor.accountId,
        recordedAt: now,
        scope: minutes.scope,
      })
      .execute()
    record('consultation.amended', { subject: consultationId, scope: minutes.scope, after: { amendment } })
    const { amendments } = await tx
      .selectFrom('consultationAmendments')
      .select((eb) => eb.fn.countAll<number>().as('amendments'))
      .where('consultationId', '=', consultationId)
      .executeTakeFirstOrThrow()
    return { amendments: Number(amendments) }
  },
)
