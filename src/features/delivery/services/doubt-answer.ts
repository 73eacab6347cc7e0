import type { Acting } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { hashToken } from '../../../platform/tokens.ts'
import { answerDoubts, callerDays, daysBefore } from '../../../policy/services/answer-origin.ts'
import type { EnterpriseContact } from '../../../policy/services/contact.ts'
import { insertFindings } from '../evidence/public.ts'
import { calledByOverseer } from './confirmation-store.ts'

type Answer = { readonly id: string; readonly serviceId: string; readonly scope: string }

/** Raises what speaks against an answer being the enterprise's own; park and county see it, and the answer stands (G3.4). */
export async function doubtAnswer(
  tx: Tx,
  { caller, now, newId, record }: Pick<Acting, 'caller' | 'now' | 'newId' | 'record'>,
  { id: confirmationId, serviceId, scope }: Answer,
  contact: Pick<EnterpriseContact, 'no' | 'setAt'> | null,
): Promise<void> {
  const device = caller.device === null ? '' : hashToken(caller.device)
  const since = daysBefore(now, callerDays)
  const from = await calledByOverseer(tx, { scope, device, network: caller.network, since })
  const findings = answerDoubts({ ...from, contact, now }).map((kind) => ({
    id: newId(),
    kind,
    evidenceId: null,
    otherEvidenceId: null,
    confirmationId,
    raisedAt: now,
    scope,
    otherScope: null,
  }))
  await insertFindings(tx, findings)
  for (const { id, kind } of findings)
    record('finding.raised', { subject: serviceId, scope, after: { findingId: id, kind, confirmationId } })
}
