import { economyOf, registeredContact } from '../../database/demo/ask-enterprise.ts'
import * as contacts from '../../src/features/delivery/contacts/contract.ts'
import * as funds from '../../src/features/money/funds/contract.ts'
import * as notices from '../../src/features/money/notices/contract.ts'
import { unmask } from '../../src/features/programme/personal/contract.ts'
import { type Making, sample } from './sample.ts'
import type { Side } from './side.ts'
import { noticeOf } from './steps-notices.ts'

const reason = '核对联系方式与账户'

async function contact({ world, park, enterprises: [first] }: Side) {
  const params = { enterpriseId: first?.enterpriseId ?? '' }
  await registeredContact(world, park, params.enterpriseId)
  const economy = await world.as(await economyOf(world, park))
  const { contact: found } = await economy.done(contacts.showContact, { params })
  const body = { of: 'contact-phone' as const, id: found?.contactId ?? '', reason }
  return { body, scope: first?.scope ?? '' }
}

async function account({ world, park }: Side) {
  const manager = await world.as(`${park.name}·负责人`)
  const { payee } = await manager.done(funds.showFunds, { params: { pilotId: park.pilotId } })
  return { body: { of: 'payee-number' as const, id: payee.account?.payeeAccountId ?? '', reason }, scope: park.scope }
}

async function objector(side: Side) {
  const economy = await side.world.as(`${side.county}经信局·经办`)
  const params = { noticeId: await noticeOf(side, side.park) }
  const { objections } = await economy.done(notices.showNotice, { params })
  const id = objections[0]?.objectionId ?? ''
  return { body: { of: 'objection-contact' as const, id, reason }, scope: side.park.scope }
}

export const personalSamples: readonly Making[] = [
  sample(unmask, contact, '联系人'),
  sample(unmask, account, '收款账户'),
  sample(unmask, objector, '异议人'),
]
