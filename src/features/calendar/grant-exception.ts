import { command } from '../../platform/command.ts'
import { notFound } from '../../platform/errors.ts'
import * as policy from '../../policy/exceptions.ts'
import { refuse } from '../../policy/refuse.ts'
import type { Post } from '../../policy/roles.ts'
import { dayOf } from '../../shared/dates.ts'
import { isRefusal } from '../../shared/refusal.ts'
import * as contract from './contract.ts'
import { dutiesOf } from './duties.ts'
import { allBatches } from './owers.ts'
import { insertException } from './store.ts'

/** Opens one locked filing of one unit until a day; who, when and why stay on the list for ever. */
export const grantException = command(
  contract.grantException,
  async ({ body }, { tx, actor, now, newId, record }) => {
    const { batchId, unitId, kind, period } = body
    const today = dayOf(now)
    const batch = (await allBatches(tx)).find((one) => one.batchId === batchId)
    if (!batch) throw notFound({ zh: '批次', en: 'batch' })
    const duties = await dutiesOf(tx, actor, { batchId, unitId, kind }, today)
    const duty = duties.find((one) => one.unitId === unitId && one.day.period === period)
    if (!duty) {
      const rule = batch.edition.obligations.find((one) => one.id === kind)
      throw refuse('deadline.nothing-owed', rule?.clause ?? null, { kind: rule?.zh ?? kind, period }, 'period')
    }
    const { rule, day, filed, exception, scope } = duty
    const after = policy.grantException(
      { rule, dueOn: day.dueOn, filedOn: filed?.filedOn ?? null, open: exception },
      { post: actor.post as Post, today, until: body.until, reason: body.reason },
    )
    if (isRefusal(after)) throw after
    const id = newId()
    const of = { batchId, unitId, kind, period }
    const granted = { ...of, ...after, grantedOn: today, grantedBy: actor.accountId, grantedAt: now }
    await insertException(tx, { id, ...granted, scope })
    record('exception.granted', { subject: id, scope, after: { ...of, ...after, unitName: duty.unitName } })
    return { exceptionId: id }
  },
  { filing_exceptions_one_open: () => refuse('deadline.exception-just-granted', null) },
)
