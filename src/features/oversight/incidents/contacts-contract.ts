import { z } from 'zod'
import { incidentFields as fields } from '../../../policy/oversight/incident-fields.ts'
import { named, phoneInput, wordedInput } from '../../../shared/inputs.ts'
import { abilities, route } from '../../../shared/route.ts'

export const mostContacts = 50

export const listContacts = route({
  method: 'GET',
  path: '/api/incident-contacts',
  permission: 'incident.view',
  summary: { zh: '应急联系清单', en: 'Whom to call in an incident' },
  reply: z.object({
    /** 0 while nobody has written one. */
    version: z.number(),
    enteredByName: z.string().nullable(),
    enteredAt: z.string().nullable(),
    contacts: z.array(z.object({ role: z.string(), office: z.string(), phone: z.string() })),
    actions: abilities('edit'),
  }),
})

export const writeContacts = route({
  method: 'POST',
  path: '/api/incident-contacts',
  permission: 'incident.handle',
  summary: { zh: '更新应急联系清单', en: 'Write a new version of the contact list' },
  body: z.strictObject({
    contacts: named(
      fields.contacts,
      z
        .array(
          z.strictObject({
            role: named(fields.role, wordedInput(60, 1)),
            office: named(fields.office, wordedInput(100, 1)),
            phone: named(fields.phone, phoneInput(40).min(1)),
          }),
        )
        .min(1)
        .max(mostContacts),
    ),
  }),
  reply: z.object({ version: z.number() }),
})
