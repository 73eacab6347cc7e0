import { command } from '../../../platform/command.ts'
import { hashToken } from '../../../platform/pipeline.ts'
import { newToken } from '../../../platform/tokens.ts'
import * as policy from '../../../policy/services/confirmation-link.ts'
import * as contract from './confirmation-contract.ts'
import * as store from './confirmation-store.ts'
import { lockService } from './public.ts'

export const inviteConfirmation = command(
  contract.inviteConfirmation,
  async ({ params }, { tx, actor, now, record }) => {
    const { service, scope } = await lockService(tx, params.serviceId)
    const refusal = policy.inviteConfirmation(service)
    if (refusal) throw refusal
    const token = newToken()
    const expiresAt = new Date(now.getTime() + policy.linkDays * 86_400_000)
    const serviceId = service.id
    await store.expireLinks(tx, serviceId, now)
    await store.insertLink(tx, {
      tokenHash: hashToken(token),
      serviceId,
      createdBy: actor.accountId,
      createdAt: now,
      expiresAt,
      scope,
    })
    record('service.confirmation-invited', { subject: serviceId, scope, after: { expiresAt } })
    return { path: `/c/${token}`, expiresAt: expiresAt.toISOString() }
  },
)
