import { z } from 'zod'
import { contactChannelList } from '../../../policy/services/contact.ts'
import { nameInput, phoneInput, proseInput } from '../../../shared/inputs.ts'
import { abilities, route } from '../../../shared/route.ts'
import { contactPhoneShape } from '../../programme/personal/personal-contract.ts'

const enterpriseId = z.strictObject({ enterpriseId: z.uuid() })

/** `phone`: hidden but for its beginning from everybody except the enterprise itself. */
const contact = z.object({
  contactId: z.uuid(),
  no: z.number(),
  name: z.string(),
  phone: contactPhoneShape,
  channel: z.enum(contactChannelList),
  /** Why it was changed; empty on the first. */
  reason: z.string(),
  setBy: z.string(),
  setAt: z.string(),
})
export type ContactView = z.infer<typeof contact>

export const showContact = route({
  method: 'GET',
  path: '/api/enterprises/:enterpriseId/contact',
  permission: 'service.view',
  summary: { zh: '企业登记联系人', en: 'The registered contact of an enterprise' },
  params: enterpriseId,
  reply: z.object({
    /** Null where none is registered: no link can be sent. */
    contact: contact.nullable(),
    /** Those before it, the newest first. */
    former: z.array(contact),
    actions: abilities('set'),
  }),
})

export const setContact = route({
  method: 'POST',
  path: '/api/enterprises/:enterpriseId/contact',
  permission: 'contact.set',
  summary: { zh: '登记、变更企业联系人', en: 'Register or change the contact of an enterprise' },
  params: enterpriseId,
  body: z.strictObject({
    name: nameInput(50),
    phone: phoneInput(40),
    channel: z.enum(contactChannelList),
    /** Why it is changed; not asked for the first time. */
    reason: proseInput(500).default(''),
  }),
  reply: z.object({ no: z.number() }),
})
