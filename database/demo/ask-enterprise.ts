import * as contacts from '../../src/features/delivery/contacts/contract.ts'
import * as confirmations from '../../src/features/delivery/services/confirmation-contract.ts'
import * as services from '../../src/features/delivery/services/contract.ts'
import * as personal from '../../src/features/programme/personal/contract.ts'
import * as units from '../../src/features/programme/units/contract.ts'
import type { Park } from './programme.ts'
import type { Stage } from './stage.ts'

/** Numbers that a county registers in the play: of a range that is assigned to nobody. */
export function phoneOf(enterpriseId: string): string {
  const sum = [...enterpriseId].reduce((total, letter) => (total * 31 + letter.charCodeAt(0)) % 99_999_989, 7)
  return `199${String(sum).padStart(8, '0')}`
}

const bureaus = new WeakMap<Stage, Map<string, string>>()

/** The post of the county's economy bureau that a park belongs to. */
export async function economyOf(stage: Stage, park: Pick<Park, 'scope'>): Promise<string> {
  const known = bureaus.get(stage) ?? new Map<string, string>()
  bureaus.set(stage, known)
  const found = known.get(park.scope)
  if (found) return found
  const admin = await stage.administrator()
  const { units: places } = await admin.done(units.listUnits, { search: { takesParks: 'yes' } })
  const place = places
    .filter(({ scope }) => park.scope.startsWith(scope))
    .sort((a, b) => b.scope.length - a.scope.length)
  const name = `${place[0]?.name}经信局·经办`
  known.set(park.scope, name)
  return name
}

/** The contact of an enterprise, registered by its county where there is none yet; its number. */
export async function registeredContact(
  stage: Stage,
  park: Pick<Park, 'scope'>,
  enterpriseId: string,
): Promise<string> {
  const economy = await stage.as(await economyOf(stage, park))
  const params = { enterpriseId }
  const { contact } = await economy.done(contacts.showContact, { params })
  if (contact) {
    const body = { of: 'contact-phone' as const, id: contact.contactId, reason: '核对企业联系人手机号码' }
    return (await economy.done(personal.unmask, { body })).value
  }
  const body = { name: '企业联系人', phone: phoneOf(enterpriseId), channel: 'sms' as const }
  await economy.done(contacts.setContact, { params, body })
  return body.phone
}

/** The park has the enterprise asked; the token is read where it arrives: on the telephone of the enterprise. */
export async function askEnterprise(stage: Stage, park: Park, serviceId: string): Promise<string> {
  const officer = await stage.as(`${park.name}·服务专员`)
  const { enterprise } = await officer.done(services.showService, { params: { serviceId } })
  const phone = await registeredContact(stage, park, enterprise.enterpriseId)
  await officer.done(confirmations.inviteConfirmation, { params: { serviceId } })
  return tokenOn(stage, phone)
}

/** The secret of the last link that came to a telephone. */
export function tokenOn(stage: Stage, phone: string): string {
  const message = stage.messages().findLast(({ to }) => to === phone)
  const token = /\/c\/([\w-]{43})/.exec(message?.text ?? '')?.[1]
  if (!token) throw new Error(`no link came to ${phone}`)
  return token
}
