import { saysSomething } from '../../shared/clean.ts'
import type { Day } from '../../shared/dates.ts'
import { type Fen, formatYuan, isFen } from '../../shared/money.ts'
import { isRefusal, type Refusal } from '../../shared/refusal.ts'
import type { Edition, Period } from '../editions/edition.ts'
import { describedFields } from '../guide/described-fields.ts'
import { checkReason, checkReasonIfGiven, checkWords } from '../guide/reasons.ts'
import { allRefusals, both, refuse } from '../guide/refuse.ts'
import { isTailored, type ServiceKind, serviceKinds } from '../records/service-kinds.ts'
import { unrelatedCount } from './agencies.ts'
import type { Contract, Service } from './service.ts'
import { step } from './service.ts'
import { checkDay, earlier, earliestDay } from './service-days.ts'

/**
 * A need becomes a tailored service: only for a pilot enterprise that has been diagnosed (G1.3). `on`: the day the enterprise
 * named it, not before the diagnosis.
 */
export function openNeed(given: {
  readonly id: string
  readonly kind: ServiceKind
  readonly need: string
  readonly enterprise: {
    readonly id: string
    readonly pilot: boolean
    readonly diagnosis: { readonly id: string; readonly on: Day } | null
  }
  readonly on: Day
  readonly period: Period
  readonly today: Day
  readonly by: string
}): Service | Refusal {
  const { id, kind, enterprise, period, on, today, by } = given
  const { diagnosis } = enterprise
  const need = given.need.trim()
  const no = allRefusals(
    enterprise.pilot ? null : refuse('services.not-a-pilot-enterprise', 'G4.4', {}, 'enterpriseId'),
    diagnosis ? null : refuse('services.not-diagnosed', 'G1.3', {}, 'enterpriseId'),
    isTailored(kind) ? null : refuse('services.not-tailored', 'G1.3', both('kind', serviceKinds[kind]), 'kind'),
    checkWords(need, describedFields.need, 'services.need-missing', 'G1.3', { field: 'need' }),
    checkDay(on, { period, today, notBefore: diagnosis && earlier('diagnosis', diagnosis.on), field: 'openedOn' }),
  )
  if (no) return no
  return {
    id,
    kind,
    enterpriseId: enterprise.id,
    state: 'needed',
    diagnosisId: diagnosis?.id ?? '',
    need,
    openedOn: on,
    openedBy: by,
    selection: null,
    contract: null,
    visits: [],
    delivery: null,
    confirmation: null,
    lastDispute: null,
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

/** The choice among products of at least two unrelated agencies, with its record (G3.3). `on`: the day it was made, not before the need. */
export function selectProduct(
  service: Service,
  given: {
    readonly productId: string
    readonly candidates: readonly Candidate[]
    readonly reason: string
    readonly fewReason: string
    readonly parkUscc: string
    readonly edition: Edition
    readonly on: Day
    readonly period: Period
    readonly today: Day
    readonly by: string
  },
): Service | Refusal {
  const state = step(service, 'select')
  if (isRefusal(state)) return state
  const { candidates, productId, parkUscc, edition, on, period, today, by } = given
  const chosen = candidates.find((candidate) => candidate.productId === productId)
  const reason = given.reason.trim()
  const fewReason = given.fewReason.trim()
  const parties = candidates.map(({ agencyUscc, relatedTo }) => ({ uscc: agencyUscc, relatedTo }))
  const count = unrelatedCount(parties, parkUscc)
  const min = edition.agencies.minUnrelated
  const ofOtherKind = candidates.some((candidate) => candidate.serviceKind !== service.kind)
  const no = allRefusals(
    productId === '' ? refuse('services.choice-missing', 'G3.3', {}, 'productId') : null,
    chosen ? null : refuse('services.choice-not-a-candidate', 'G3.3', {}, ['productId', 'candidates']),
    ofOtherKind
      ? refuse('services.candidate-of-other-kind', 'G3.3', both('kind', serviceKinds[service.kind]), 'candidates')
      : null,
    checkDay(on, { period, today, notBefore: earliestDay(service, 'select'), field: 'selectedOn' }),
    checkReason(reason, 'services.choice-without-reason', 'G3.3'),
    count < min
      ? checkReason(fewReason, 'services.too-few-agencies', 'G3.3', {
          field: ['fewReason', 'candidates'],
          facts: { count, min },
        })
      : checkReasonIfGiven(fewReason, 'G3.3', { field: 'fewReason' }),
  )
  if (no) return no
  const ids = [...new Set(candidates.map((candidate) => candidate.productId))]
  const agencyUscc = chosen?.agencyUscc ?? ''
  return { ...service, state, selection: { productId, agencyUscc, candidates: ids, reason, fewReason, on, by } }
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

/**
 * The contract: not dearer than agreed nor than the market (G3.3), shares complete, inside the fund line (G3.6), signed inside
 * the period (G3.2), not before the choice.
 */
export function signContract(service: Service, contract: Contract, facts: ContractFacts): Service | Refusal {
  const state = step(service, 'contract')
  if (isRefusal(state)) return state
  const { product, period, today } = facts
  const { selection } = service
  if (!selection || selection.productId !== product.id) {
    return refuse('services.contract-for-other-product', 'G3.3', {}, 'productId')
  }
  const no = allRefusals(
    contract.number.trim() === '' ? refuse('services.contract-number-missing', 'G3.4', {}, 'number') : null,
    checkDay(contract.signedOn, { period, today, notBefore: earliestDay(service, 'contract'), field: 'signedOn' }),
    checkPrice(contract, facts),
    checkShares(service, contract, facts),
    contract.fileId === '' ? refuse('services.contract-file-missing', 'G3.4', {}, 'fileId') : null,
  )
  return no ?? { ...service, state, contract }
}

const amounts = ['priceFen', 'provincialFen', 'parkFen', 'enterpriseFen'] as const

function checkPrice(contract: Contract, { product }: ContractFacts): Refusal | null {
  const { priceFen } = contract
  const price = formatYuan(priceFen)
  const { agreedPriceFen, marketPriceFen } = product
  const agreed = formatYuan(agreedPriceFen)
  const market = formatYuan(marketPriceFen)
  const aboveMarket = priceFen > marketPriceFen && !saysSomething(product.exceptionReason)
  return allRefusals(
    badAmounts(contract),
    priceFen > agreedPriceFen ? refuse('services.above-agreed-price', 'G3.3', { price, agreed }, 'priceFen') : null,
    aboveMarket ? refuse('services.above-market-price', 'G3.3', { price, market }, 'priceFen') : null,
  )
}

function badAmounts(contract: Contract): Refusal | null {
  const sound = (amount: Fen) => isFen(amount) && amount >= 0
  return allRefusals(
    ...amounts.map((field) => (sound(contract[field]) ? null : refuse('services.bad-amount', 'G3.6', {}, field))),
  )
}

/** Whether the three shares make the price, and the provincial one fits its fund line (G3.6). */
function checkShares(service: Service, contract: Contract, { line }: ContractFacts): Refusal | null {
  const { priceFen, provincialFen, parkFen, enterpriseFen } = contract
  const price = formatYuan(priceFen)
  const sum = provincialFen + parkFen + enterpriseFen
  // Whichever of the four is mended can mend it.
  const apart =
    badAmounts(contract) || sum === priceFen
      ? null
      : refuse('services.shares-do-not-add-up', 'G3.6', { price, sum: formatYuan(sum) }, [
          'provincialFen',
          'priceFen',
          'parkFen',
          'enterpriseFen',
        ])
  if (provincialFen <= 0) return apart
  if (!line || line.id !== contract.fundLineId)
    return allRefusals(apart, refuse('services.no-fund-line', 'G3.6', {}, ['fundLineId', 'provincialFen']))
  const ofLine = both('kind', serviceKinds[line.serviceKind])
  const facts = { amount: formatYuan(provincialFen), available: formatYuan(line.availableFen) }
  // What hangs on one field alone comes first: it is told even while another is unreadable.
  return allRefusals(
    line.serviceKind === service.kind
      ? null
      : refuse('services.fund-line-of-other-kind', 'G3.6', ofLine, ['fundLineId', 'provincialFen']),
    provincialFen > line.availableFen
      ? refuse('services.above-fund-line', 'G3.6', facts, ['provincialFen', 'fundLineId'])
      : null,
    apart,
  )
}
