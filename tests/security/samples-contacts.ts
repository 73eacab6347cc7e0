import { registeredContact } from '../../database/demo/ask-enterprise.ts'
import * as contacts from '../../src/features/delivery/contacts/contract.ts'
import * as confirmations from '../../src/features/delivery/services/confirmation-contract.ts'
import { nextNumber } from '../support/numbers.ts'
import { type Making, sample } from './sample.ts'
import type { Side } from './side.ts'
import { freshService } from './steps.ts'

const onEnterprise = ({ enterprises }: Side) => ({
  params: { enterpriseId: enterprises[0]?.enterpriseId ?? '' },
  scope: enterprises[0]?.scope ?? '',
})

/** Delivered to an enterprise that has a contact. */
async function askable(side: Side) {
  const { params, scope } = onEnterprise(side)
  const { serviceId } = await freshService(side.world, side.park, 'delivered')
  await registeredContact(side.world, side.park, params.enterpriseId)
  return { params: { serviceId }, scope }
}

export const contactSamples: readonly Making[] = [
  sample(confirmations.inviteConfirmation, askable),
  sample(confirmations.printSlip, askable),
  sample(contacts.showContact, onEnterprise),
  sample(contacts.setContact, async (side) => {
    const { params, scope } = onEnterprise(side)
    await registeredContact(side.world, side.park, params.enterpriseId)
    // A change changes something: each says another number.
    const phone = `1990${String(nextNumber()).padStart(7, '0')}`
    return { params, body: { name: '企业联系人', phone, channel: 'sms' as const, reason: '手机号码已更换' }, scope }
  }),
]
