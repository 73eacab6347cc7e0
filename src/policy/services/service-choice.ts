import type { Day } from '../../shared/dates.ts'
import { type Fen, formatYuan, isFen } from '../../shared/money.ts'
import { isRefusal, type Refusal } from '../../shared/refusal.ts'
import type { Edition, Period } from '../editions/edition.ts'
import { both, refuse } from '../guide/refuse.ts'
import { isTailored, type ServiceKind, serviceKinds } from '../records/service-kinds.ts'
import { unrelatedCount } from './agencies.ts'
import type { Contract, Service } from './service.ts'
import { step } from './service.ts'
import { checkDay } from './service-days.ts'

/** A need becomes a tailored service: only for a pilot enterprise that has been diagnosed (G1.3). */
export function openNeed(given: {
  readonly id: string
  readonly kind: ServiceKind
  readonly need: string
  readonly enterprise: {
    readonly id: string
    readonly pilot: boolean
    readonly diagnosis: { readonly id: string; readonly on: Day } | null
  }
  readonly period: Period
  readonly today: Day
  readonly by: string
}): Service | Refusal {
  const { id, kind, enterprise, period, today, by } = given
  if (!isTailored(kind)) return refuse('services.not-tailored', 'G1.3', both('kind', serviceKinds[kind]), 'kind')
  if (!enterprise.pilot) return refuse('services.not-a-pilot-enterprise', 'G4.4', {}, 'enterpriseId')
  if (!enterprise.diagnosis || enterprise.diagnosis.on > today)
    return refuse('services.not-diagnosed', 'G1.3', {}, 'enterpriseId')
  const need = given.need.trim()
  if (need === '') return refuse('services.need-missing', 'G1.3', {}, 'need')
  const no = checkDay(today, { period, today, notBefore: null, field: 'openedOn' })
  if (no) return no
  return {
    id,
    kind,
    enterpriseId: enterprise.id,
    state: 'needed',
    diagnosisId: enterprise.diagnosis.id,
    need,
    openedOn: today,
    openedBy: by,
    selection: null,
    contract: null,
    visits: [],
    delivery: null,
    confirmation: null,
    invoices: [],
    cancelReason: '',
  }
}

/** A product that was compared, with its agency's related parties. */
export type Candidate = {
  readonly productId: string
  readonly serviceKind: ServiceKind
  readonly agencyUscc: string
  readonly relatedTo: readonly string[]
}

/** The choice among products of at least two unrelated agencies, with its record (G3.3). */
export function selectProduct(
  service: Service,
  given: {
    readonly productId: string
    readonly candidates: readonly Candidate[]
    readonly reason: string
    readonly fewReason: string
    readonly parkUscc: string
    readonly edition: Edition
    readonly today: Day
    readonly by: string
  },
): Service | Refusal {
  const state = step(service, 'select')
  if (isRefusal(state)) return state
  const { candidates, productId, parkUscc, edition, today, by } = given
  const chosen = candidates.find((candidate) => candidate.productId === productId)
  if (!chosen) return refuse('services.choice-not-a-candidate', 'G3.3', {}, 'productId')
  if (candidates.some((candidate) => candidate.serviceKind !== service.kind)) {
    return refuse('services.candidate-of-other-kind', 'G3.3', both('kind', serviceKinds[service.kind]), 'candidates')
  }
  const reason = given.reason.trim()
  if (reason === '') return refuse('services.choice-without-reason', 'G3.3', {}, 'reason')
  const fewReason = given.fewReason.trim()
  const parties = candidates.map(({ agencyUscc, relatedTo }) => ({ uscc: agencyUscc, relatedTo }))
  const count = unrelatedCount(parties, parkUscc)
  if (count < edition.agencies.minUnrelated && fewReason === '') {
    return refuse('services.too-few-agencies', 'G3.3', { count, min: edition.agencies.minUnrelated }, 'fewReason')
  }
  const ids = [...new Set(candidates.map((candidate) => candidate.productId))]
  return {
    ...service,
    state,
    selection: { productId, agencyUscc: chosen.agencyUscc, candidates: ids, reason, fewReason, on: today, by },
  }
}

/** What the approved catalogue and the fund line say when a contract is signed. */
export type ContractFacts = {
  readonly product: {
    readonly id: string
    readonly agreedPriceFen: Fen
    readonly marketPriceFen: Fen
    readonly exceptionReason: string
  }
  readonly line: { readonly id: string; readonly serviceKind: ServiceKind; readonly availableFen: Fen } | null
  readonly period: Period
  readonly today: Day
}

/** The contract: not dearer than agreed nor than the market (G3.3), shares complete, inside the fund line (G3.6) and the period (G3.2). */
export function signContract(service: Service, contract: Contract, facts: ContractFacts): Service | Refusal {
  const state = step(service, 'contract')
  if (isRefusal(state)) return state
  const { product, period, today } = facts
  if (!service.selection || service.selection.productId !== product.id) {
    return refuse('services.contract-for-other-product', 'G3.3', {}, 'productId')
  }
  if (contract.number.trim() === '') return refuse('services.contract-number-missing', 'G3.4', {}, 'number')
  if (contract.fileId === '') return refuse('services.contract-file-missing', 'G3.4', {}, 'fileId')
  const no = checkDay(contract.signedOn, { period, today, notBefore: service.selection.on, field: 'signedOn' })
  return no ?? checkPrice(service, contract, facts) ?? { ...service, state, contract }
}

function checkPrice(service: Service, contract: Contract, { product, line }: ContractFacts): Refusal | null {
  const { priceFen, provincialFen, parkFen, enterpriseFen } = contract
  for (const [field, share] of Object.entries({ priceFen, provincialFen, parkFen, enterpriseFen })) {
    if (!isFen(share) || share < 0) return refuse('services.bad-amount', 'G3.6', {}, field)
  }
  const price = formatYuan(priceFen)
  if (priceFen > product.agreedPriceFen) {
    return refuse(
      'services.above-agreed-price',
      'G3.3',
      { price, agreed: formatYuan(product.agreedPriceFen) },
      'priceFen',
    )
  }
  if (priceFen > product.marketPriceFen && product.exceptionReason.trim() === '') {
    return refuse(
      'services.above-market-price',
      'G3.3',
      { price, market: formatYuan(product.marketPriceFen) },
      'priceFen',
    )
  }
  const sum = provincialFen + parkFen + enterpriseFen
  if (sum !== priceFen)
    return refuse('services.shares-do-not-add-up', 'G3.6', { price, sum: formatYuan(sum) }, 'provincialFen')
  if (provincialFen === 0) return null
  if (!line || line.id !== contract.fundLineId) return refuse('services.no-fund-line', 'G3.6', {}, 'fundLineId')
  if (line.serviceKind !== service.kind) {
    return refuse(
      'services.fund-line-of-other-kind',
      'G3.6',
      both('kind', serviceKinds[line.serviceKind]),
      'fundLineId',
    )
  }
  if (provincialFen > line.availableFen) {
    const facts = { amount: formatYuan(provincialFen), available: formatYuan(line.availableFen) }
    return refuse('services.above-fund-line', 'G3.6', facts, 'provincialFen')
  }
  return null
}
