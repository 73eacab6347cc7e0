import * as payments from '../../src/features/delivery/payments/contract.ts'
import * as confirmations from '../../src/features/delivery/services/confirmation-contract.ts'
import * as orders from '../../src/features/delivery/services/order-contract.ts'
import * as visits from '../../src/features/delivery/services/visit-contract.ts'
import { zj2023 } from '../../src/policy/editions/data/zj-2023.ts'
import { type ProofKind, proofs } from '../../src/policy/records/proofs.ts'
import { type ServiceKind, serviceKinds } from '../../src/policy/records/service-kinds.ts'
import { addDays } from '../../src/shared/dates.ts'
import { askEnterprise } from './ask-enterprise.ts'
import { makePdf, makePhoto } from './photos.ts'
import type { Step } from './play.ts'
import type { Park } from './programme.ts'
import type { Stage } from './stage.ts'

/** How far a service of the demo gets. */
export type Goal =
  | 'needed'
  | 'selected'
  | 'contracted'
  | 'under-way'
  | 'delivered'
  | 'disputed'
  | 'confirmed'
  | 'invoiced'
  | 'payment-prepared'
  | 'payment-approved'
  | 'paid'
  | 'closed'
  | 'cancelled'

export type Served = {
  readonly park: Park
  readonly enterprise: { readonly enterpriseId: string; readonly name: string; readonly uscc: string }
  readonly kind: ServiceKind
  readonly goal: Goal
  /** The day of the need; everything else follows some days later. */
  readonly from: string
  /** Different for every service, so that no two papers are alike. */
  readonly no: number
  /** The photo of another service, handed in once more. */
  readonly reusedPhoto?: Buffer
}

/** Papers of the kind that somebody uploads when the service is delivered. */
function deliveryProofs(kind: ServiceKind): ProofKind[] {
  const elsewhere: readonly ProofKind[] = ['photo', 'contract', 'invoice', 'bank-receipt']
  return [...zj2023.evidence.common.tailored, ...zj2023.evidence.own[kind]]
    .map((rule) => rule.proof)
    .filter((proof) => proofs[proof].from === 'file' && !elsewhere.includes(proof))
}

/** The steps of one service up to its goal, each by the person whose task it is. */
export function serviceSteps(stage: Stage, served: Served): Step[] {
  const { park, enterprise, kind, goal, from, no } = served
  const officer = () => stage.as(`${park.name}·服务专员`)
  const funds = () => stage.as(`${park.name}·资金专员`)
  const manager = () => stage.as(`${park.name}·负责人`)
  const day = (after: number) => addDays(from, after)
  const params = { serviceId: '' }
  let price = { provincialFen: 0, parkFen: 0, priceFen: 0 }
  let agency = { uscc: '', name: '' }
  let paymentId = ''
  const pdf = (title: string) => makePdf({ title, lines: [`${park.name} ${enterprise.name}`, `编号 ${no}`] })

  async function visit(on: string, seed: number, reused?: Buffer): Promise<void> {
    const client = await officer()
    const place = { latitude: 30.83 + (seed % 50) / 1000, longitude: 120.92 + (seed % 70) / 1000 }
    const fresh = await makePhoto({ seed, capturedAt: new Date(`${on}T10:20:00+08:00`), caption: `${no}`, ...place })
    const photos = [await client.upload(`现场照片${seed}.jpg`, reused ?? fresh)]
    const content = `上门了解${enterprise.name}${serviceKinds[kind].zh}需求与进展，第 ${no} 号记录`
    await client.done(visits.recordVisit, {
      params,
      body: { visitedOn: on, place: enterprise.name, way: 'on-site', content, photos },
    })
  }

  const all: (Step & { until: Goal[] })[] = [
    {
      day: day(0),
      until: ['needed'],
      act: async () => {
        const need = `诊断发现需要${serviceKinds[kind].zh}方面的专业服务`
        const body = { pilotId: park.pilotId, enterpriseId: enterprise.enterpriseId, kind, need }
        params.serviceId = (await (await officer()).done(orders.openNeed, { body })).serviceId
      },
    },
    {
      day: day(3),
      until: ['selected'],
      act: async () => {
        const client = await officer()
        const { products } = await client.done(orders.showChoices, { params })
        const [first, second] = products
        if (!first || !second) throw new Error(`no two products of ${kind}`)
        const chosen = no % 3 === 0 ? second : first
        agency = { uscc: chosen.agencyUscc, name: chosen.agencyName }
        const reason = chosen === first ? '报价较低，案例与企业行业相近' : '服务团队经验更丰富'
        const body = { candidates: [first.productId, second.productId], productId: chosen.productId, reason }
        await client.done(orders.selectProduct, { params, body })
        const provincialFen = Math.floor(chosen.agreedPriceFen * 0.8)
        const parkFen = Math.floor(chosen.agreedPriceFen * 0.1)
        price = { priceFen: chosen.agreedPriceFen, provincialFen, parkFen }
      },
    },
    {
      day: day(6),
      until: ['contracted'],
      act: async () => {
        const client = await officer()
        const { lines } = await client.done(orders.showChoices, { params })
        const fileId = await client.upload(`服务合同${no}.pdf`, pdf('服务合同'))
        const enterpriseFen = price.priceFen - price.provincialFen - price.parkFen
        const body = {
          contractNo: `HT${from.slice(0, 4)}-${String(no).padStart(4, '0')}`,
          signedOn: day(6),
          ...price,
          enterpriseFen,
          fileId,
        }
        await client.done(orders.signContract, { params, body: { ...body, lineId: lines[0]?.lineId ?? null } })
      },
    },
    { day: day(10), until: [], act: () => visit(day(10), no * 10 + 1, served.reusedPhoto) },
    { day: day(17), until: ['under-way'], act: () => visit(day(17), no * 10 + 2) },
    {
      day: day(24),
      until: ['delivered'],
      act: async () => {
        const client = await officer()
        const files = []
        for (const proof of deliveryProofs(kind)) {
          files.push({ proof, fileId: await client.upload(`${proofs[proof].zh}${no}.pdf`, pdf(proofs[proof].zh)) })
        }
        const body = { title: `${serviceKinds[kind].zh}成果报告`, resultNo: `CG-${no}`, deliveredOn: day(24), files }
        await client.done(visits.deliver, { params, body })
      },
    },
    {
      day: day(26),
      until: ['disputed', 'confirmed'],
      act: async () => {
        const token = { token: await askEnterprise(stage, park, params.serviceId) }
        const body =
          goal === 'disputed'
            ? { verdict: 'dispute' as const, comment: '成果报告与约定内容不一致，请补充', signer: '企业经办人' }
            : {
                verdict: 'confirm' as const,
                rating: no % 17 === 0 ? 3 : no % 4 === 0 ? 4 : 5,
                comment: '',
                signer: '企业经办人',
              }
        await stage.stranger().done(confirmations.answerLink, { params: token, body })
      },
    },
    {
      day: day(30),
      until: ['invoiced'],
      act: async () => {
        const client = await funds()
        const fileId = await client.upload(`发票${no}.pdf`, pdf('电子发票'))
        await client.done(payments.recordInvoice, {
          params,
          body: {
            code: '',
            number: `${from.slice(2, 4)}33200000${String(no).padStart(10, '0')}`,
            sellerUscc: agency.uscc,
            sellerName: agency.name,
            buyerUscc: park.uscc,
            buyerName: park.name,
            issuedOn: day(29),
            sumFen: price.provincialFen + price.parkFen,
            fileId,
          },
        })
      },
    },
    {
      day: day(31),
      until: ['payment-prepared'],
      act: async () => {
        const { provincialFen, parkFen } = price
        const purpose = `${serviceKinds[kind].zh}服务费`
        const body = { provincialFen, parkFen, payeeName: agency.name, purpose }
        paymentId = (await (await funds()).done(payments.preparePayment, { params, body })).paymentId
      },
    },
    {
      day: day(33),
      until: ['payment-approved'],
      act: async () => void (await (await manager()).done(payments.approvePayment, { params: { paymentId } })),
    },
    {
      day: day(35),
      until: ['paid'],
      act: async () => {
        const client = await funds()
        const fileId = await client.upload(`银行回单${no}.pdf`, pdf('银行回单'))
        const body = { receiptNo: `HD${String(no).padStart(8, '0')}`, fileId, paidOn: day(35) }
        await client.done(payments.recordReceipt, { params: { paymentId }, body })
      },
    },
    {
      day: day(37),
      until: ['closed'],
      act: async () => void (await (await officer()).done(orders.closeService, { params, body: {} })),
    },
  ]
  if (goal === 'cancelled') {
    const cancel = { day: day(5), act: () => cancelled(officer, params) }
    return [...all.slice(0, 2), cancel]
  }
  return all.slice(0, all.findIndex((step) => step.until.includes(goal)) + 1)
}

async function cancelled(officer: () => ReturnType<Stage['as']>, params: { serviceId: string }): Promise<void> {
  await (await officer()).done(orders.cancelService, { params, body: { reason: '企业暂不需要该项服务' } })
}
