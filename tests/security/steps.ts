import { planOf } from '../../database/demo/course.ts'
import { makePdf } from '../../database/demo/photos.ts'
import { approve, draftPlan, type Park, submitPlan } from '../../database/demo/programme.ts'
import * as payments from '../../src/features/delivery/payments/contract.ts'
import * as services from '../../src/features/delivery/services/contract.ts'
import * as course from '../../src/features/filings/course/contract.ts'
import * as funds from '../../src/features/money/funds/contract.ts'
import { dayOf } from '../../src/shared/dates.ts'
import { nextNumber } from '../support/numbers.ts'
import { paper, type Step, serviceAt } from '../support/services.ts'
import type { World } from '../support/world.ts'

/** A PDF nobody has uploaded before, by this person; returns the file's id. */
export async function freshPdf(world: World, by: string, title = '材料'): Promise<string> {
  return (await world.as(by)).upload(`${title}.pdf`, makePdf({ title, lines: [`${nextNumber()} ${by}`] }))
}

type PlanState = 'submitted' | 'approved'

/** Brings a drafted plan on to a state by the people of its county; one that is further stays where it is. */
export async function bringPlan(world: World, county: string, park: Park, to: PlanState): Promise<void> {
  const manager = await world.as(`${park.name}·负责人`)
  const filingId = await planOf(manager, park.pilotId)
  const plan = async () => manager.done(course.showFiling, { params: { filingId } })
  if (['draft', 'returned'].includes((await plan()).state)) {
    // Where a test has left nonsense in it, it is written anew.
    await submitPlan(world, park).catch(() => draftPlan(world, park).then(() => submitPlan(world, park)))
  }
  if (to === 'submitted') return
  const { state, versions } = await plan()
  if (state === 'approved') return
  const refused: unknown[] = []
  for (const bureau of ['经信局', '财政局'] as const) {
    // Whoever has spoken already stays with it.
    await approve(world, park, `${county}${bureau}·经办`, versions[0]?.no ?? 1).catch(
      (error) => void refused.push(error),
    )
  }
  if ((await plan()).state !== 'approved') throw new Error(`the plan of ${park.name} is not approved: ${refused}`)
}

const trancheStates = ['waiting', 'recommended', 'released', 'received'] as const
type TrancheState = (typeof trancheStates)[number]

/** Brings the first tranche on to a state; one that is further stays where it is. */
export async function bringTranche(world: World, county: string, park: Park, to: TrancheState): Promise<void> {
  const [economy, finance] = [await world.as(`${county}经信局·经办`), await world.as(`${county}财政局·经办`)]
  const params = { pilotId: park.pilotId, no: 1 }
  const { tranches } = await finance.done(funds.showFunds, { params: { pilotId: park.pilotId } })
  const [first] = tranches
  const from = trancheStates.indexOf(first?.state ?? 'waiting')
  const reaches = (state: TrancheState) =>
    from < trancheStates.indexOf(state) && trancheStates.indexOf(to) >= trancheStates.indexOf(state)
  if (reaches('recommended')) {
    const body = { amountFen: first?.maxFen ?? 0, recommendation: `建议向${park.name}拨付` }
    await economy.done(funds.recommendTranche, { params, body })
  }
  if (reaches('released'))
    await finance.done(funds.releaseTranche, { params, body: await voucher(world, county, park) })
  if (reaches('received'))
    await (await world.as(`${park.name}·资金专员`)).done(funds.confirmReceipt, {
      params,
      body: { receivedOn: dayOf(world.now) },
    })
}

/** What finance fills in when it pays. */
export async function voucher(world: World, county: string, { pilotId }: Pick<Park, 'pilotId'>) {
  const finance = await world.as(`${county}财政局·经办`)
  const { payee } = await finance.done(funds.showFunds, { params: { pilotId } })
  const payeeAccountId = payee.account?.payeeAccountId ?? null
  const voucherFileId = await freshPdf(world, `${county}财政局·经办`, '支付凭证')
  return { voucherNo: `支-${county}-${nextNumber()}`, voucherFileId, paidOn: dayOf(world.now), payeeAccountId }
}

type Paying = 'invoiced' | 'prepared' | 'approved' | 'paid'
const paying: readonly Paying[] = ['invoiced', 'prepared', 'approved', 'paid']
type Brought = { readonly serviceId: string; readonly paymentId: string }

/** A fresh service of the park's first enterprise in this state, made today by its own steps; cheap, so that money lasts. */
export async function freshService(world: World, park: Park, to: Step | Paying): Promise<Brought> {
  const later = paying.indexOf(to as Paying)
  const step = later < 0 ? (to as Step) : 'confirmed'
  const wish = { priceFen: 400_000, complete: later >= 0 }
  const serviceId = await serviceAt(world, park, step, wish)
  let paymentId = ''
  const [officer, manager] = [await world.as(`${park.name}·资金专员`), await world.as(`${park.name}·负责人`)]
  const params = { serviceId }
  if (later >= 0) await officer.done(payments.recordInvoice, { params, body: await invoiceFor(world, park, serviceId) })
  if (later >= 1) {
    const body = await paymentFor(world, park, serviceId)
    paymentId = (await officer.done(payments.preparePayment, { params, body })).paymentId
  }
  if (later >= 2) await manager.done(payments.approvePayment, { params: { paymentId } })
  if (later >= 3)
    await officer.done(payments.recordReceipt, { params: { paymentId }, body: await receiptFor(world, park) })
  return { serviceId, paymentId }
}

/** An invoice as the chosen agency would write it. */
export async function invoiceFor(world: World, park: Park, serviceId: string) {
  const { selection, signed } = await shown(world, park, serviceId)
  return {
    code: '',
    number: `2633400000${String(nextNumber()).padStart(10, '0')}`,
    sellerUscc: selection.product.agencyUscc,
    sellerName: selection.product.agencyName,
    buyerUscc: park.uscc,
    buyerName: park.name,
    issuedOn: dayOf(world.now),
    sumFen: signed.provincialFen + signed.parkFen,
    fileId: await paper(world, `${park.name}·资金专员`, '发票'),
  }
}

export async function paymentFor(world: World, park: Park, serviceId: string) {
  const { selection, signed } = await shown(world, park, serviceId)
  const { provincialFen, parkFen } = signed
  return { provincialFen, parkFen, payeeName: selection.product.agencyName, purpose: `${park.name}支付服务费` }
}

export async function receiptFor(world: World, park: Park) {
  const fileId = await paper(world, `${park.name}·资金专员`, '银行回单')
  return { receiptNo: `HD-${park.parkId.slice(-6)}-${nextNumber()}`, fileId, paidOn: dayOf(world.now) }
}

async function shown(world: World, park: Park, serviceId: string) {
  const client = await world.as(`${park.name}·服务专员`)
  const { selection, signed } = await client.done(services.showService, { params: { serviceId } })
  if (!selection || !signed) throw new Error(`${serviceId} has no contract`)
  return { selection, signed }
}
