import type { Park } from '../../database/demo/programme.ts'
import * as payments from '../../src/features/delivery/payments/contract.ts'
import type { ServiceKind } from '../../src/policy/records/service-kinds.ts'
import { dayOf } from '../../src/shared/dates.ts'
import { abilityIn } from './abilities.ts'
import { fundedPilot } from './funded.ts'
import { nextNumber } from './numbers.ts'
import { fundOf, managerOf, paper, serviceAt } from './services.ts'
import type { World } from './world.ts'

type PaymentAction = (payments.PaymentsView | payments.PaymentView)['actions'][number]['action']

/** An invoice number nobody has used before: 20 digits. */
export const newNumber = () => `2633700000${String(nextNumber()).padStart(10, '0')}`

export async function shown(world: World, park: Park, serviceId: string, by = fundOf(park)) {
  return (await world.as(by)).done(payments.showPayments, { params: { serviceId } })
}

/** What the fund officer would type for an invoice of today over both shares of the park, with a file of its own. */
export async function invoiceBody(world: World, park: Park, serviceId: string) {
  const { agency, contract } = await shown(world, park, serviceId)
  return {
    code: '',
    number: newNumber(),
    sellerUscc: agency?.uscc ?? '',
    sellerName: agency?.name ?? '',
    buyerUscc: park.uscc,
    buyerName: park.name,
    issuedOn: dayOf(world.now),
    sumFen: (contract?.provincialFen ?? 0) + (contract?.parkFen ?? 0),
    fileId: await paper(world, fundOf(park), '电子发票'),
  }
}

export async function invoice(world: World, park: Park, serviceId: string): Promise<string> {
  const body = await invoiceBody(world, park, serviceId)
  const client = await world.as(fundOf(park))
  return (await client.done(payments.recordInvoice, { params: { serviceId }, body })).invoiceId
}

/** What the fund officer would type for a payment of both shares. */
export async function paymentBody(world: World, park: Park, serviceId: string) {
  const { agency, contract } = await shown(world, park, serviceId)
  return {
    provincialFen: contract?.provincialFen ?? 0,
    parkFen: contract?.parkFen ?? 0,
    payeeName: agency?.name ?? '',
    purpose: '支付体系认证服务费',
  }
}

export async function prepare(world: World, park: Park, serviceId: string): Promise<string> {
  const client = await world.as(fundOf(park))
  const body = await paymentBody(world, park, serviceId)
  return (await client.done(payments.preparePayment, { params: { serviceId }, body })).paymentId
}

export async function approvePrepared(world: World, park: Park, paymentId: string) {
  return (await world.as(managerOf(park))).done(payments.approvePayment, { params: { paymentId } })
}

/** The bank's receipt of today. */
export async function receiptBody(world: World, park: Park) {
  const fileId = await paper(world, fundOf(park), '银行回单')
  return { receiptNo: `HD-${nextNumber()}`, fileId, paidOn: dayOf(world.now) }
}

type Drawn = Partial<Awaited<ReturnType<typeof paymentBody>>> & { invoiceId?: string }
type Receipt = Partial<Awaited<ReturnType<typeof receiptBody>>>

/** A funded park on 2026-06-20, with a service that is confirmed and invoiced. */
export async function invoicedPark(world: World) {
  const county = await fundedPilot(world)
  const { park } = county
  world.setClock('2026-06-10')
  const serviceId = await serviceAt(world, park, 'confirmed')
  world.setClock('2026-06-20')
  await invoice(world, park, serviceId)
  return { county, park, paying: payingIn(world, park), serviceId }
}

/** Everything that is done to payments in one park, answered whatever the answer; `by`: its own people if left out. */
function payingIn(world: World, park: Park) {
  let count = 0
  return {
    async draw(serviceId: string, change: Drawn = {}, by = fundOf(park)) {
      const body = { ...(await paymentBody(world, park, serviceId)), ...change }
      return (await world.as(by)).call(payments.preparePayment, { params: { serviceId }, body })
    },
    async approve(paymentId: string, by = managerOf(park)) {
      return (await world.as(by)).call(payments.approvePayment, { params: { paymentId } })
    },
    async cancel(paymentId: string, reason: string, by = fundOf(park)) {
      return (await world.as(by)).call(payments.cancelPayment, { params: { paymentId }, body: { reason } })
    },
    async receive(paymentId: string, change: Receipt = {}, by = fundOf(park)) {
      const body = { ...(await receiptBody(world, park)), ...change }
      return (await world.as(by)).call(payments.recordReceipt, { params: { paymentId }, body })
    },
    /** What this person's view says about an action on the service or its payments. */
    async ability(serviceId: string, action: PaymentAction, by: string) {
      const view = await shown(world, park, serviceId, by)
      return abilityIn([...view.actions, ...view.payments.flatMap(({ actions }) => actions)], action)
    },
    /** A service of its own with every paper and an invoice over both shares. */
    async invoiced(kind?: ServiceKind): Promise<string> {
      const kinds: readonly ServiceKind[] = ['talent', 'financing', 'standardisation', 'intellectual-property']
      const wish = { kind: kind ?? kinds[count % 4] ?? 'talent', enterprise: ++count % 5, complete: true }
      const serviceId = await serviceAt(world, park, 'confirmed', wish)
      await invoice(world, park, serviceId)
      return serviceId
    },
  }
}
