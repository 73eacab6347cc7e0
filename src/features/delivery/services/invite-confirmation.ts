import { command } from '../../../platform/command.ts'
import { personal } from '../../../policy/people/unmasking.ts'
import { sendLink } from '../../../policy/services/confirmation-link.ts'
import { standingContact } from '../contacts/public.ts'
import * as contract from './confirmation-contract.ts'
import { linksSince } from './confirmation-store.ts'
import { linkMessage } from './confirmation-words.ts'
import { newLink } from './new-link.ts'
import { lockService } from './public.ts'

/** The park has the enterprise asked: the link goes to the registered contact, and the park learns only that it went (G3.4). */
export const inviteConfirmation = command(contract.inviteConfirmation, async ({ params }, acting) => {
  const { tx, now, messenger, site, record } = acting
  const { service, no, scope, pilot } = await lockService(tx, params.serviceId)
  const contact = await standingContact(tx, service.enterpriseId)
  const lately = await linksSince(tx, service.id, new Date(now.getTime() - 86_400_000))
  const carried = contact !== null && messenger.channels.includes(contact.channel)
  const refusal = sendLink(service, { hasContact: contact !== null, carried, lately })
  if (refusal) throw refusal
  if (!contact) throw new Error(`${no} has nobody to be asked`)
  const { channel, name, phone } = contact
  const { path, expiresAt } = await newLink(acting, { serviceId: service.id, scope, contactId: contact.id, channel })
  const text = linkMessage({ parkName: pilot.parkName, no, address: `${site ?? ''}${path}` })
  await messenger.post(tx, { channel, to: phone, text }, now)
  const sent = { channel, phone: personal('contact-phone', phone, false) }
  record('service.confirmation-invited', { subject: service.id, scope, after: { ...sent, expiresAt } })
  return { ...sent, name, simulated: messenger.simulated !== null, expiresAt: expiresAt.toISOString() }
})
