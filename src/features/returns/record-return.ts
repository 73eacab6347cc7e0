import { command } from '../../platform/command.ts'
import * as policy from '../../policy/returns.ts'
import { isRefusal } from '../../shared/refusal.ts'
import { saveRecording } from '../filings/public.ts'
import * as contract from './contract.ts'
import { lockReturn } from './return-filing.ts'
import { recorder } from './views.ts'

/** The authority above takes an accepted return on record, where its edition has it so. */
export const recordReturn = command(contract.recordReturn, async ({ params, body }, { tx, actor, now, record }) => {
  const filing = await lockReturn(tx, params.filingId)
  const { row, state } = filing
  const after = policy.recordReturn(state, recorder(filing, actor))
  if (isRefusal(after)) throw after
  await saveRecording(tx, row.id, { by: actor.accountId, at: now, no: body.recordNo })
  record('return.recorded', {
    subject: row.id,
    scope: row.scope,
    before: { state },
    after: { state: after, recordNo: body.recordNo, version: row.version?.no ?? 0 },
  })
  return { state: after, recordedAt: now.toISOString() }
})
