import * as activities from '../../src/features/delivery/activities/contract.ts'
import * as diagnoses from '../../src/features/delivery/diagnoses/contract.ts'
import * as payments from '../../src/features/delivery/payments/contract.ts'
import { reversePayment } from '../../src/features/delivery/payments/reversal-contract.ts'
import * as voids from '../../src/features/delivery/payments/void-contract.ts'
import * as practices from '../../src/features/delivery/practices/contract.ts'
import * as register from '../../src/features/delivery/register/contract.ts'
import { showService } from '../../src/features/delivery/services/contract.ts'
import { correctDay } from '../../src/features/delivery/services/order-contract.ts'
import { addDays, dayOf } from '../../src/shared/dates.ts'
import { nextNumber } from '../support/numbers.ts'
import { paper, worstAnswers } from '../support/services.ts'
import type { Side } from './side.ts'
import { freshService } from './steps.ts'

/** The first enterprise's diagnosis with another day of founding. */
export const correctedDiagnosis = {
  answers: worstAnswers,
  facts: { foundedOn: '2015-05-01', revenueWan: 3000, researchWan: 180, titles: [] },
  reason: '补录成立日期',
}

/** The invoice of a fresh service, and what is said to void it. */
export async function invoiceToVoid({ world, park }: Side) {
  const { serviceId } = await freshService(world, park, 'invoiced')
  const client = await world.as(`${park.name}·服务专员`)
  const { invoices } = await client.done(payments.showPayments, { params: { serviceId } })
  const body = { kind: 'entered-wrongly' as const, reason: '金额录错', voidedOn: dayOf(world.now) }
  return { params: { invoiceId: invoices[0]?.invoiceId ?? '' }, body }
}

/** A fresh payment that the bank has made, and what is said when its money came back. */
export async function paymentToReverse({ world, park }: Side) {
  const { paymentId } = await freshService(world, park, 'paid')
  const fileId = await paper(world, `${park.name}·资金专员`, '银行退款回单')
  const receiptNo = `TH-${nextNumber()}`
  const body = { kind: 'returned' as const, receiptNo, fileId, returnedOn: dayOf(world.now), reason: '收款账号有误' }
  return { params: { paymentId }, body }
}

/** A fresh need, and what is said to correct its day. */
export async function dayToCorrect({ world, park }: Side) {
  const { serviceId } = await freshService(world, park, 'needed')
  const client = await world.as(`${park.name}·服务专员`)
  const { openedOn } = await client.done(showService, { params: { serviceId } })
  return { params: { serviceId }, body: { step: 'need' as const, on: addDays(openedOn, -1), reason: '误填登记当天' } }
}

/** A fresh activity, and what is said to correct it. */
export async function activityToCorrect({ world, park, enterprises }: Side) {
  const client = await world.as(`${park.name}·服务专员`)
  const [first] = enterprises
  const said = {
    title: `待更正活动 ${nextNumber()}`,
    heldOn: dayOf(world.now),
    place: '会议室',
    attendees: [{ uscc: first?.uscc ?? '', name: first?.name ?? '', people: 20 }],
  }
  const body = { kind: 'training' as const, ...said }
  const { activityId } = await client.done(activities.recordActivity, { params: { pilotId: park.pilotId }, body })
  return { params: { activityId }, body: { ...said, place: '报告厅', reason: '地点录错了' } }
}

/** A fresh activity, and the answers of some who took part in it. */
export async function answersFor(side: Side) {
  const { params } = await activityToCorrect(side)
  const fileIds = [await paper(side.world, `${side.park.name}·服务专员`, '答卷')]
  return { params, body: { rated5: 12, rated4: 3, rated3: 1, rated2: 0, rated1: 0, fileIds } }
}

/** A grant of the first enterprise that nobody has entered yet. */
export async function entryFor({ world, park, enterprises }: Side) {
  const [first] = enterprises
  const fileId = await paper(world, `${park.name}·服务专员`, '授权证书')
  const right = { sort: 'invention' as const, number: `ZL${nextNumber()}`, on: '2026-05-06', party: first?.name ?? '' }
  return { params: { enterpriseId: first?.enterpriseId ?? '' }, body: { ...right, fileId } }
}

/** A fresh entry of a register, and what is said to correct it. */
export async function entryToCorrect(side: Side) {
  const { world, park } = side
  const { params, body } = await entryFor(side)
  const client = await world.as(`${park.name}·服务专员`)
  const { entryId } = await client.done(register.enterInRegister, { params, body })
  return { params: { entryId }, body: { ...body, number: `ZL${nextNumber()}`, reason: '授权号录错了' } }
}

/** A document of lasting practice that nobody has handed in yet. */
export async function practiceFor({ world, park }: Side) {
  const fileId = await paper(world, `${park.name}·服务专员`, '长效机制')
  const body = { sort: 'mechanism' as const, title: `服务长效机制 ${nextNumber()}`, on: dayOf(world.now), fileId }
  return { params: { pilotId: park.pilotId }, body }
}

/** One that waits for its county. */
export async function practiceToDecide(side: Side) {
  const client = await side.world.as(`${side.park.name}·服务专员`)
  return client.done(practices.submitPractice, await practiceFor(side))
}

/** What was entered wrongly and put right, its former state kept: a diagnosis, an activity, an entry of a register, the day of a need and an invoice. */
export async function correctAndVoid(side: Side): Promise<void> {
  const { world, park, enterprises } = side
  const officer = await world.as(`${park.name}·服务专员`)
  const params = { enterpriseId: enterprises[0]?.enterpriseId ?? '' }
  await officer.done(diagnoses.correctDiagnosis, { params, body: correctedDiagnosis })
  await officer.done(activities.correctActivity, await activityToCorrect(side))
  await officer.done(activities.enterAnswers, await answersFor(side))
  await officer.done(register.correctEntry, await entryToCorrect(side))
  await practiceToDecide(side)
  await officer.done(correctDay, await dayToCorrect(side))
  const funds = await world.as(`${park.name}·资金专员`)
  await funds.done(voids.voidInvoice, await invoiceToVoid(side))
  await funds.done(reversePayment, await paymentToReverse(side))
}
