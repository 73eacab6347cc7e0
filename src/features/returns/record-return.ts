import type { Acting } from '../../platform/command.ts'
import type { Tx } from '../../platform/database/connect.ts'
import * as policy from '../../policy/returns.ts'
import { isRefusal } from '../../shared/refusal.ts'
import { saveRecording } from '../filings/public.ts'
import { lockReturn } from './return-filing.ts'
import { recorder } from './views.ts'

/** The authority above takes an accepted return on record, where its edition has it so. @throws Refusal, HttpError 404 */
export async function recordReturn(
  tx: Tx,
  { actor, now, record }: Pick<Acting, 'actor' | 'now' | 'record'>,
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
