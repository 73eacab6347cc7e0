import { askEnterprise } from '../../database/demo/ask-enterprise.ts'
import { makePdf, makePhoto } from '../../database/demo/photos.ts'
import type { Park } from '../../database/demo/programme.ts'
import * as diagnoses from '../../src/features/delivery/diagnoses/contract.ts'
import * as confirmations from '../../src/features/delivery/services/confirmation-contract.ts'
import * as services from '../../src/features/delivery/services/contract.ts'
import * as orders from '../../src/features/delivery/services/order-contract.ts'
import * as visits from '../../src/features/delivery/services/visit-contract.ts'
import type { ServiceKind } from '../../src/policy/records/service-kinds.ts'
import { questions } from '../../src/policy/services/diagnosis-questions.ts'
import { nextNumber } from './numbers.ts'
import type { World } from './world.ts'

/** The worst answer to every question: every problem, every kind recommended. */
export const worstAnswers = Object.fromEntries(questions.map(({ id, options }) => [id, options.at(-1)?.id ?? '']))

const facts = { foundedOn: '2016-05-01', revenueWan: 3000, researchWan: 180, titles: [] }

/** A picture nobody has taken before, as a phone would write it. */
export async function photo(world: World, by: string, capturedAt = world.now): Promise<string> {
  const seed = nextNumber()
  const content = await makePhoto({ seed, capturedAt, latitude: 30.84, longitude: 120.92, caption: `${seed}` })
  return (await world.as(by)).upload(`现场${seed}.jpg`, content)
}

export async function paper(world: World, by: string, title: string): Promise<string> {
  return (await world.as(by)).upload(`${title}.pdf`, makePdf({ title, lines: [`${nextNumber()}`] }))
}

export const officerOf = (park: Park) => `${park.name}·服务专员`
export const fundOf = (park: Park) => `${park.name}·资金专员`
export const managerOf = (park: Park) => `${park.name}·负责人`

export async function enterprisesOf(world: World, park: Park) {
  const client = await world.as(officerOf(park))
  return (await client.done(diagnoses.listEnterprises, { params: { pilotId: park.pilotId } })).enterprises
}

/** The enterprise of that number, diagnosed if it is not yet. */
export async function diagnosed(world: World, park: Park, no = 0): Promise<string> {
  const client = await world.as(officerOf(park))
  const enterprises = (await enterprisesOf(world, park)).sort((a, b) => a.uscc.localeCompare(b.uscc))
  const enterprise = enterprises[no]
  if (!enterprise) throw new Error(`no enterprise ${no}`)
  const { enterpriseId } = enterprise
  if (!enterprise.diagnosedOn)
    await client.done(diagnoses.recordDiagnosis, { params: { enterpriseId }, body: { answers: worstAnswers, facts } })
  return enterpriseId
}

export type Step = 'needed' | 'selected' | 'contracted' | 'under-way' | 'delivered' | 'confirmed' | 'disputed'
const order: readonly Step[] = ['needed', 'selected', 'contracted', 'under-way', 'delivered']

type Wish = {
  readonly kind?: ServiceKind
  readonly enterprise?: number
  readonly complete?: boolean
  readonly priceFen?: number
  /** Without any money of the park or of its award. */
  readonly unpaid?: boolean
}

/**
 * A service brought to a state by its own steps, all of them today. `complete`: with every paper the kind asks for, two photos
 * of different moments among them.
 */
export async function serviceAt(world: World, park: Park, to: Step, wish: Wish = {}): Promise<string> {
  const { kind = 'system-certification', enterprise = 0, complete = false } = wish
  const officer = officerOf(park)
  const client = await world.as(officer)
  const today = new Date(world.now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
  const enterpriseId = await diagnosed(world, park, enterprise)
  const reached = (step: Step) => to === 'confirmed' || to === 'disputed' || order.indexOf(step) <= order.indexOf(to)
  const body = { pilotId: park.pilotId, enterpriseId, kind, need: `客户要求取得体系认证（${nextNumber()}）` }
  const { serviceId } = await client.done(orders.openNeed, { body })
  const params = { serviceId }
  const { products, lines } = await client.done(orders.showChoices, { params })
  const product = products[0]
  if (reached('selected')) {
    const candidates = products.map((one) => one.productId)
    const choice = { candidates, productId: product?.productId ?? '', reason: '价格较低，案例更多' }
    await client.done(orders.selectProduct, { params, body: choice })
  }
  if (reached('contracted')) {
    const priceFen = wish.priceFen ?? product?.agreedPriceFen ?? 0
    const shares = wish.unpaid
      ? { priceFen, provincialFen: 0, parkFen: 0, enterpriseFen: priceFen }
      : { priceFen, provincialFen: priceFen - 200_000, parkFen: 100_000, enterpriseFen: 100_000 }
    const fileId = await paper(world, officer, '服务合同')
    const terms = { contractNo: `HT-${serviceId.slice(-8)}`, signedOn: today, lineId: lines[0]?.lineId ?? null, fileId }
    await client.done(orders.signContract, { params, body: { ...terms, ...shares } })
  }
  if (reached('under-way')) {
    const moment = (minutes: number) => new Date(world.now.getTime() - minutes * 60_000)
    const photos = complete ? [await photo(world, officer, moment(90)), await photo(world, officer, moment(30))] : []
    const visit = { visitedOn: today, place: '企业会议室', way: 'on-site' as const, content: '现场诊断与辅导', photos }
    await client.done(visits.recordVisit, { params, body: visit })
  }
  if (reached('delivered')) {
    const { proofs } = await client.done(services.showService, { params })
    const files = []
    for (const { proof, need } of complete ? proofs : []) {
      if (need > 0 && proof !== 'photo') files.push({ proof, fileId: await paper(world, officer, proof) })
    }
    const delivery = { title: '体系认证证书', resultNo: 'CQC-0001', deliveredOn: today, files }
    await client.done(visits.deliver, { params, body: delivery })
  }
  if (to === 'confirmed' || to === 'disputed') {
    const token = await invite(world, park, serviceId)
    const word =
      to === 'confirmed'
        ? { verdict: 'confirm' as const, rating: 5, comment: '', signer: '陈确认' }
        : { verdict: 'dispute' as const, comment: '成果与约定不符', signer: '陈确认' }
    await world.stranger().done(confirmations.answerLink, { params: { token }, body: word })
  }
  return serviceId
}

/** A fresh confirmation link, sent to the contact that the county registered; returns its token, as it arrived. */
export function invite(world: World, park: Park, serviceId: string): Promise<string> {
  return askEnterprise(world, park, serviceId)
}
