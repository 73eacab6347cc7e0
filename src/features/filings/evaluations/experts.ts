import { command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { maySeatExperts } from '../../../policy/evaluation/course.ts'
import { type Employer, mayDeclare, mayNameExpert, mayTakeSeatBack } from '../../../policy/evaluation/experts.ts'
import { refuse } from '../../../policy/guide/refuse.ts'
import { dayOf } from '../../../shared/dates.ts'
import { currentBaseline } from '../../programme/baselines/public.ts'
import type { Pilot } from '../../programme/pilots/public.ts'
import { seatOf, whyNotEvaluator } from './access.ts'
import * as contract from './act-contract.ts'
import * as store from './store.ts'

/** An expert is given a seat from–to; nobody whose employer has a stake in the pilot (G5.3). */
export const nameExpert = command(
  contract.nameExpert,
  async ({ params, body }, { tx, actor, now, record }) => {
    const row = await store.lockEvaluation(tx, params.evaluationId)
    const { clause } = row.rule
    const { accountId, employer, from, to } = body
    const employerUscc = body.employerUscc || null
    const before = await seatOf(tx, row.id, accountId)
    const no =
      whyNotEvaluator(row, actor) ??
      maySeatExperts(row, clause) ??
      (await whyNoExpert(tx, accountId, actor.unitId)) ??
      mayNameExpert(
        {
          from,
          to,
          today: dayOf(now),
          namedBefore: before !== null,
          employer: { name: employer, uscc: employerUscc, boundTo: await stakesIn(tx, row.pilot) },
        },
        clause,
      )
    if (no) throw no
    const seat = { evaluationId: row.id, accountId, employer, employerUscc, openFrom: from, openTo: to }
    await tx
      .insertInto('evaluationSeats')
      .values({ ...seat, namedBy: actor.accountId, namedAt: now, scope: row.scope })
      .execute()
    record('evaluation.expert-named', { subject: row.id, scope: row.scope, after: seat })
    return { evaluationId: row.id }
  },
  { evaluation_seats_pkey: () => refuse('evaluation.expert-named-before', null, {}, 'accountId') },
)

/** A seat is taken back with a reason: nothing more is scored from it, and what was counts in no mean (G5.3). */
export const takeSeatBack = command(contract.takeSeatBack, async ({ params, body }, { tx, actor, now, record }) => {
  const row = await store.lockEvaluation(tx, params.evaluationId)
  const before = await seatOf(tx, row.id, body.accountId)
  const no = whyNotEvaluator(row, actor) ?? mayTakeSeatBack(row, before, body.reason, row.rule.clause)
  if (no) throw no
  const after = { takenBackReason: body.reason.trim(), takenBackBy: actor.accountId, takenBackAt: now }
  await tx
    .updateTable('evaluationSeats')
    .set(after)
    .where('evaluationId', '=', row.id)
    .where('accountId', '=', body.accountId)
    .execute()
  record('evaluation.seat-taken-back', {
    subject: row.id,
    scope: row.scope,
    before,
    after: { accountId: body.accountId, ...after },
  })
  return { evaluationId: row.id }
})

async function whyNoExpert(tx: Tx, accountId: string, unitId: string) {
  const found = await tx
    .selectFrom('accounts')
    .select('id')
    .where('id', '=', accountId)
    .where('unitId', '=', unitId)
    .where('post', '=', 'expert')
    .where('disabledAt', 'is', null)
    .executeTakeFirst()
  return found ? null : refuse('evaluation.no-expert-account', null, {}, 'accountId')
}

/** Everybody who has a stake in a pilot: the park, its agencies, its enterprises. */
async function stakesIn(tx: Tx, { id, parkName, parkUscc }: Pilot): Promise<Employer['boundTo']> {
  const baseline = await currentBaseline(tx, id)
  const of = (table: 'partnerAgencies' | 'pilotEnterprises') =>
    tx
      .selectFrom(table)
      .select(['name', 'uscc'])
      .where('baselineId', '=', baseline?.id ?? null)
      .execute()
  const others = [...(await of('partnerAgencies')), ...(await of('pilotEnterprises'))]
  return [{ name: parkName, uscc: parkUscc }, ...others]
}

/** An expert says whether they are bound to the park; who is steps aside (G5.3). */
export const declare = command(contract.declare, async ({ params, body }, { tx, actor, now, record }) => {
  const row = await store.lockEvaluation(tx, params.evaluationId)
  const seat = await seatOf(tx, row.id, actor.accountId)
  const no = mayDeclare(seat, { ...body, today: dayOf(now) }, row.rule.clause)
  if (no) throw no
  const after = { declared: body.declared, declaredReason: body.reason.trim(), declaredAt: now }
  await tx
    .updateTable('evaluationSeats')
    .set(after)
    .where('evaluationId', '=', row.id)
    .where('accountId', '=', actor.accountId)
    .execute()
  record('evaluation.declared', { subject: row.id, scope: row.scope, before: seat, after })
  return { evaluationId: row.id }
})
