import * as activities from '../../src/features/delivery/activities/contract.ts'
import * as diagnoses from '../../src/features/delivery/diagnoses/contract.ts'
import * as findings from '../../src/features/delivery/evidence/contract.ts'
import * as payments from '../../src/features/delivery/payments/contract.ts'
import { reversePayment } from '../../src/features/delivery/payments/reversal-contract.ts'
import * as voids from '../../src/features/delivery/payments/void-contract.ts'
import * as practices from '../../src/features/delivery/practices/contract.ts'
import * as confirmations from '../../src/features/delivery/services/confirmation-contract.ts'
import * as services from '../../src/features/delivery/services/contract.ts'
import * as orders from '../../src/features/delivery/services/order-contract.ts'
import * as visits from '../../src/features/delivery/services/visit-contract.ts'
import { dayOf } from '../../src/shared/dates.ts'
import { nextNumber } from '../support/numbers.ts'
import { invite, photo, worstAnswers } from '../support/services.ts'
import { type Making, sample } from './sample.ts'
import { contactSamples } from './samples-contacts.ts'
import type { Side } from './side.ts'
import { freshPdf, freshService, invoiceFor, paymentFor, receiptFor } from './steps.ts'
import {
  activityToCorrect,
  answersFor,
  correctedDiagnosis,
  dayToCorrect,
  invoiceToVoid,
  paymentToReverse,
  practiceFor,
  practiceToDecide,
} from './steps-corrections.ts'
import { undiagnosed } from './two-counties.ts'

const officer = ({ park }: Side) => `${park.name}·服务专员`
const onPark = ({ park }: Side) => ({ params: { pilotId: park.pilotId }, scope: park.scope })
/** Services of the samples are for the park's first enterprise. */
const enterpriseScope = ({ enterprises }: Side) => enterprises[0]?.scope ?? ''

type To = Parameters<typeof freshService>[2]
const onService = async (side: Side, to: To) => {
  const { serviceId } = await freshService(side.world, side.park, to)
  return { params: { serviceId }, scope: enterpriseScope(side) }
}
const onPayment = async (side: Side, to: To) => {
  const { paymentId } = await freshService(side.world, side.park, to)
  return { params: { paymentId }, scope: enterpriseScope(side) }
}
const at = (to: To) => (side: Side) => onService(side, to)

const choicesOf = async ({ world, park }: Side, serviceId: string) =>
  (await world.as(`${park.name}·服务专员`)).done(orders.showChoices, { params: { serviceId } })

async function linkTo(side: Side) {
  const { serviceId } = await freshService(side.world, side.park, 'under-way')
  const client = await side.world.as(officer(side))
  const visit = { visitedOn: dayOf(side.world.now), place: '企业', way: 'on-site' as const, content: '上门回访' }
  const photos = [await photo(side.world, officer(side))]
  await client.done(visits.recordVisit, { params: { serviceId }, body: { ...visit, photos } })
  const delivery = { title: '成果', deliveredOn: dayOf(side.world.now) }
  await client.done(visits.deliver, { params: { serviceId }, body: delivery })
  const { evidence } = await client.done(services.showService, { params: { serviceId } })
  const shown = evidence.find((one) => one.proof === 'photo')
  return { token: await invite(side.world, side.park, serviceId), evidenceId: shown?.evidenceId ?? '' }
}

export const serviceSamples: readonly Making[] = [
  sample(diagnoses.listEnterprises, (side) => ({ ...onPark(side), seenFromBelow: true })),
  sample(diagnoses.showEnterprise, (side) => ({
    params: { enterpriseId: side.enterprises[0]?.enterpriseId ?? '' },
    scope: enterpriseScope(side),
  })),
  sample(diagnoses.recordDiagnosis, async (side) => {
    const { enterpriseId, scope } = await undiagnosed(side)
    const facts = { foundedOn: '2016-05-01', revenueWan: 3000, researchWan: 180, titles: [] }
    const reportFileId = await freshPdf(side.world, officer(side), '诊断报告')
    return { params: { enterpriseId }, body: { answers: worstAnswers, facts, reportFileId }, scope }
  }),
  sample(diagnoses.correctDiagnosis, (side) => ({
    params: { enterpriseId: side.enterprises[0]?.enterpriseId ?? '' },
    // A correction changes something: each says another revenue.
    body: { ...correctedDiagnosis, facts: { ...correctedDiagnosis.facts, revenueWan: 3000 + nextNumber() } },
    scope: enterpriseScope(side),
  })),
  sample(practices.listPractices, onPark),
  sample(practices.submitPractice, async (side) => ({ ...(await practiceFor(side)), ...onPark(side) })),
  sample(practices.adoptPractice, async (side) => ({
    params: await practiceToDecide(side),
    body: { number: `善经信〔2026〕${nextNumber()}号`, on: dayOf(side.world.now) },
    scope: side.park.scope,
  })),
  sample(practices.returnPractice, async (side) => ({
    params: await practiceToDecide(side),
    body: { reason: '文件没有可复制的做法' },
    scope: side.park.scope,
  })),
  sample(orders.openNeed, (side) => {
    const enterpriseId = side.enterprises[0]?.enterpriseId ?? ''
    const body = {
      pilotId: side.park.pilotId,
      enterpriseId,
      kind: 'talent' as const,
      need: `需要引进人才 ${nextNumber()}`,
    }
    return { body, scope: enterpriseScope(side) }
  }),
  sample(orders.selectProduct, async (side) => {
    const on = await onService(side, 'needed')
    const candidates = (await choicesOf(side, on.params.serviceId)).products.map((one) => one.productId)
    return { ...on, body: { candidates, productId: candidates[0] ?? '', reason: '报价较低' } }
  }),
  sample(orders.correctDay, async (side) => ({ ...(await dayToCorrect(side)), scope: enterpriseScope(side) })),
  sample(orders.signContract, async (side) => {
    const on = await onService(side, 'selected')
    const { lines } = await choicesOf(side, on.params.serviceId)
    const shares = { priceFen: 400_000, provincialFen: 200_000, parkFen: 100_000, enterpriseFen: 100_000 }
    const terms = { contractNo: `合-${on.params.serviceId.slice(-8)}`, signedOn: dayOf(side.world.now) }
    const fileId = await freshPdf(side.world, officer(side), '合同')
    return { ...on, body: { ...terms, ...shares, lineId: lines[0]?.lineId ?? null, fileId } }
  }),
  sample(orders.showChoices, at('needed')),
  sample(orders.cancelService, async (side) => ({
    ...(await onService(side, 'selected')),
    body: { reason: '企业搬迁' },
  })),
  sample(orders.closeService, async (side) => ({
    ...(await onService(side, 'paid')),
    body: { reason: '余款不再开票' },
  })),
  sample(services.listServices, ({ park }) => ({
    search: { pilotId: park.pilotId, pageSize: 200 },
    scope: park.scope,
    seenFromBelow: true,
  })),
  sample(services.exportServices, ({ park }) => ({
    search: { pilotId: park.pilotId },
    scope: park.scope,
    seenFromBelow: true,
  })),
  sample(services.showService, at('paid')),
  sample(visits.recordVisit, async (side) => {
    const on = await onService(side, 'contracted')
    const photos = [await photo(side.world, officer(side))]
    const visit = { visitedOn: dayOf(side.world.now), place: '企业', way: 'on-site' as const, content: '现场辅导' }
    return { ...on, body: { ...visit, photos } }
  }),
  sample(visits.addEvidence, async (side) => {
    const on = await onService(side, 'under-way')
    return { ...on, body: { proof: 'photo' as const, files: [await photo(side.world, officer(side))] } }
  }),
  sample(visits.deliver, async (side) => {
    const on = await onService(side, 'under-way')
    const { proofs } = await (await side.world.as(officer(side))).done(services.showService, { params: on.params })
    const proof = proofs.find((one) => one.need > 0 && one.proof !== 'photo')?.proof ?? 'result-report'
    const files = [{ proof: proof as 'photo', fileId: await freshPdf(side.world, officer(side)) }]
    return { ...on, body: { title: '成果报告', resultNo: 'CG-1', deliveredOn: dayOf(side.world.now), files } }
  }),
  sample(visits.resumeService, at('disputed')),
  ...contactSamples,
  sample(confirmations.answerDelivery, async (side) => ({
    ...(await onService(side, 'delivered')),
    body: { verdict: 'confirm' as const, rating: 5, comment: '满意' },
  })),
  sample(confirmations.showLink, async (side) => ({ params: { token: (await linkTo(side)).token }, scope: null })),
  sample(confirmations.linkPhoto, async (side) => ({ params: await linkTo(side), scope: null })),
  sample(confirmations.answerLink, async (side) => ({
    params: { token: (await linkTo(side)).token },
    body: { verdict: 'confirm' as const, rating: 4, signer: '陈确认' },
    scope: null,
  })),
  sample(findings.listFindings, ({ park }) => ({
    search: { pilotId: park.pilotId, pageSize: 200 },
    scope: park.scope,
  })),
  sample(activities.listActivities, (side) => ({ ...onPark(side), seenFromBelow: true })),
  sample(activities.showActivity, ({ activityId, park }) => ({ params: { activityId }, scope: park.scope })),
  sample(activities.recordActivity, async (side) => {
    const [first] = side.enterprises
    const attendees = [{ uscc: first?.uscc ?? '', name: first?.name ?? '', people: 2 }]
    const papers = [{ proof: 'notice' as const, fileId: await freshPdf(side.world, officer(side), '通知') }]
    const held = {
      kind: 'training' as const,
      title: `第二期培训 ${nextNumber()}`,
      heldOn: '2026-05-20',
      place: '会议室',
    }
    return { ...onPark(side), body: { ...held, attendees, papers } }
  }),
  sample(activities.correctActivity, async (side) => ({
    ...(await activityToCorrect(side)),
    scope: side.park.scope,
  })),
  sample(activities.withdrawActivity, async (side) => ({
    params: (await activityToCorrect(side)).params,
    body: { reason: '重复登记了一场' },
    scope: side.park.scope,
  })),
  sample(activities.addActivityEvidence, async (side) => ({
    params: { activityId: side.activityId },
    body: { papers: [{ proof: 'materials' as const, fileId: await freshPdf(side.world, officer(side), '课件') }] },
    scope: side.park.scope,
  })),
  sample(activities.enterAnswers, async (side) => ({
    ...(await answersFor(side)),
    scope: side.park.scope,
  })),
  sample(payments.recordInvoice, async (side) => {
    const on = await onService(side, 'confirmed')
    return { ...on, body: await invoiceFor(side.world, side.park, on.params.serviceId) }
  }),
  sample(voids.voidInvoice, async (side) => ({ ...(await invoiceToVoid(side)), scope: enterpriseScope(side) })),
  sample(payments.preparePayment, async (side) => {
    const on = await onService(side, 'invoiced')
    return { ...on, body: await paymentFor(side.world, side.park, on.params.serviceId) }
  }),
  sample(payments.approvePayment, (side) => onPayment(side, 'prepared')),
  sample(payments.recordReceipt, async (side) => ({
    ...(await onPayment(side, 'approved')),
    body: await receiptFor(side.world, side.park),
  })),
  sample(payments.cancelPayment, async (side) => ({
    ...(await onPayment(side, 'prepared')),
    body: { reason: '账户有误' },
  })),
  sample(reversePayment, async (side) => ({ ...(await paymentToReverse(side)), scope: enterpriseScope(side) })),
  sample(payments.showPayments, at('paid')),
  sample(payments.listPayments, onPark),
]
