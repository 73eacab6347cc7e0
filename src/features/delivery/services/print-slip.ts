import { command } from '../../../platform/command.ts'
import { mostWrongCodes, sendLink } from '../../../policy/services/confirmation-link.ts'
import { pilotEnterpriseById } from '../../programme/baselines/public.ts'
import { bureauName } from '../../programme/papers/public.ts'
import { unitById } from '../../programme/units/public.ts'
import { standingContact } from '../contacts/public.ts'
import * as contract from './confirmation-contract.ts'
import { linksSince } from './confirmation-store.ts'
import { newLink } from './new-link.ts'
import { lockService } from './public.ts'

/**
 * Where no message arrives, the county prints the link on a slip. It may pass through anybody's hands: without the end of the
 * registered number it answers nothing (G3.4).
 */
export const printSlip = command(contract.printSlip, async ({ params }, acting) => {
  const { tx, now, record } = acting
  const { service, no, scope, pilot } = await lockService(tx, params.serviceId)
  const contact = await standingContact(tx, service.enterpriseId)
  const lately = await linksSince(tx, service.id, new Date(now.getTime() - 86_400_000))
  const refusal = sendLink(service, { hasContact: contact !== null, carried: true, lately })
  if (refusal) throw refusal
  if (!contact) throw new Error(`${no} has no number to complete a slip`)
  const to = { serviceId: service.id, scope, contactId: contact.id, channel: 'slip' as const }
  const { path, expiresAt } = await newLink(acting, to)
  record('service.confirmation-slip', { subject: service.id, scope, after: { expiresAt } })
  const enterprise = await pilotEnterpriseById(tx, service.enterpriseId)
  const issuer = bureauName(await unitById(tx, pilot.countyId), 'economy', 'zh')
  const names = { enterpriseName: enterprise?.name ?? '', parkName: pilot.parkName, issuer }
  return { path, no, ...names, tries: mostWrongCodes, expiresAt: expiresAt.toISOString() }
})
