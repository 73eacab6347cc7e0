import { type Acting, command } from '../../platform/command.ts'
import * as policy from '../../policy/returns.ts'
import { isRefusal } from '../../shared/refusal.ts'
import { saveRecording } from '../filings/public.ts'
import * as contract from './contract.ts'
import { lockReturn } from './return-filing.ts'
import { recorder } from './views.ts'

/** The authority above takes an accepted return on record, where its edition has it so. */
export const recordReturn = command(contract.recordReturn, async ({ params, body }, acting) => {
  const state = await recordReturnOf(acting, params.filingId, body.recordNo)
  return { state, recordedAt: acting.now.toISOString() }
})

/** The same for whoever records several at once. @throws Refusal, HttpError 404 */
export async function recordReturnOf(
  { tx, actor, now, record }: Pick<Acting, 'tx' | 'actor' | 'now' | 'record'>,
  filingId: string,
  recordNo: string,
): Promise<policy.ReturnState> {
  const filing = await lockReturn(tx, filingId)
  const { row, state } = filing
  const after = policy.recordReturn(state, recorder(filing, actor))
  if (isRefusal(after)) throw after
  await saveRecording(tx, row.id, { by: actor.accountId, at: now, no: recordNo })
  record('return.recorded', {
    subject: row.id,
    scope: row.scope,
    before: { state },
    after: { state: after, recordNo, version: row.version?.no ?? 0 },
  })
  return after
}
