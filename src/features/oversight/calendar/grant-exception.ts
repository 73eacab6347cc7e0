import { command } from '../../../platform/command.ts'
import { notFound } from '../../../platform/errors.ts'
import * as policy from '../../../policy/calendar/exceptions.ts'
import { allRefusals, both, periodFact, refuse } from '../../../policy/guide/refuse.ts'
import type { Post } from '../../../policy/people/roles.ts'
import { dayOf } from '../../../shared/dates.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import { owedIn } from '../../filings/owed/public.ts'
import { allBatches, narrowedTo } from './batches.ts'
import * as contract from './contract.ts'
import { insertException } from './store.ts'

/** Opens one locked filing of one unit until a day; who, when and why stay on the list for ever. */
export const grantException = command(
  contract.grantException,
  async ({ body }, { tx, actor, now, newId, record }) => {
    const { batchId, unitId, kind, period } = body
    const today = dayOf(now)
    const batch = (await allBatches(tx)).find((one) => one.batchId === batchId)
    if (!batch) throw notFound({ zh: '批次', en: 'batch' })
    const duties = await owedIn(tx, actor, narrowedTo({ batchId, unitId, kind }), now)
    const duty = duties.find((one) => one.unit.id === unitId && one.period === period)
    if (!duty) {
      const rule = batch.edition.obligations.find((one) => one.id === kind)
      const facts = { ...both('kind', rule ?? { zh: kind, en: kind }), ...periodFact('period', period) }
      const clause = rule?.clause ?? null
      const field = rule ? (['period', 'unitId'] as const) : 'kind'
      throw allRefusals(
        refuse('deadline.nothing-owed', clause, facts, field),
        policy.checkTerms(clause, { today, ...body }),
      )
    }
    const { rule, day, filing, exception, unit } = duty
    const after = policy.grantException(
      { rule, dueOn: day.dueOn, filedOn: filing?.filedOn ?? null, open: exception },
      { post: actor.post as Post, today, until: body.until, reason: body.reason },
    )
    if (isRefusal(after)) throw after
    const id = newId()
    const of = { batchId, unitId, kind: rule.id, period }
    const granted = { ...of, ...after, grantedOn: today, grantedBy: actor.accountId, grantedAt: now }
    await insertException(tx, { id, ...granted, scope: unit.scope })
    record('exception.granted', { subject: id, scope: unit.scope, after: { ...of, ...after, unitName: unit.name } })
    return { exceptionId: id }
  },
  { filing_exceptions_one_open: () => refuse('deadline.exception-just-granted', null) },
)
