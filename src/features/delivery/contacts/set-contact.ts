import { command } from '../../../platform/command.ts'
import { holdKey } from '../../../platform/database/hold.ts'
import { notFound } from '../../../platform/errors.ts'
import { personal } from '../../../policy/people/unmasking.ts'
import { checkContact } from '../../../policy/services/contact.ts'
import { pilotEnterpriseById } from '../../programme/baselines/public.ts'
import * as contract from './contract.ts'
import { insertContact, standingContact } from './store.ts'

/** Whom an enterprise answers by: registered by its county or by itself, never by its park; a change stays on record (G3.4). */
export const setContact = command(contract.setContact, async ({ params, body }, { tx, actor, now, newId, record }) => {
  const enterprise = await pilotEnterpriseById(tx, params.enterpriseId)
  if (!enterprise) throw notFound({ zh: '试点企业', en: 'pilot enterprise' })
  const { id: enterpriseId, unitId, scope } = enterprise
  await holdKey(tx, 'contact', unitId)
  const standing = await standingContact(tx, enterpriseId)
  const refusal = checkContact(body, standing)
  if (refusal) throw refusal
  const no = (standing?.no ?? 0) + 1
  const reason = standing ? body.reason : ''
  await insertContact(tx, { ...body, reason, id: newId(), unitId, no, setBy: actor.accountId, setAt: now, scope })
  // The trail is read by its park, too.
  const { channel } = body
  record('contact.set', {
    subject: enterpriseId,
    scope,
    after: { no, phone: personal('contact-phone', body.phone, false), channel },
  })
  return { no }
})
