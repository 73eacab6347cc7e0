import { query } from '../../../platform/command.ts'
import { notFound } from '../../../platform/errors.ts'
import { abilityOf } from '../../../policy/people/ability.ts'
import { personal } from '../../../policy/people/unmasking.ts'
import { pilotEnterpriseById } from '../../programme/baselines/public.ts'
import * as contract from './contract.ts'
import { setContact } from './set-contact.ts'
import { contactsOf, type StoredContact } from './store.ts'

export const contactRoutes = [
  setContact,
  query(contract.showContact, async ({ params }, { tx, actor }) => {
    if (!(await pilotEnterpriseById(tx, params.enterpriseId)))
      throw notFound({ zh: '试点企业', en: 'pilot enterprise' })
    const shown = ({ id: contactId, setAt, phone, ...contact }: StoredContact) => ({
      contactId,
      ...contact,
      phone: personal('contact-phone', phone, actor.unitKind === 'enterprise'),
      setAt: setAt.toISOString(),
    })
    const [contact, ...former] = (await contactsOf(tx, params.enterpriseId)).map(shown)
    return { contact: contact ?? null, former, actions: [abilityOf(actor, 'set', 'contact.set', null)] }
  }),
]
