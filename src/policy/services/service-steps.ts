import type { Day } from '../../shared/dates.ts'
import { type Fen, formatYuan, isFen, sumFen } from '../../shared/money.ts'
import { isRefusal, type Refusal } from '../../shared/refusal.ts'
import type { Edition, Period } from '../editions/edition.ts'
import { describedFields } from '../guide/described-fields.ts'
import { checkReason, checkReasonIfGiven, checkWords } from '../guide/reasons.ts'
import { allRefusals, refuse } from '../guide/refuse.ts'
import { checkInvoice, type InvoiceFacts, type NamedInvoice } from './invoice.ts'
import type { Service, Visit } from './service.ts'
import { step } from './service.ts'
import { checkDay, earliestDay } from './service-days.ts'

type When = { readonly period: Period; readonly today: Day }

/** A visit on site: after the contract, inside the period, not in the future (G3.2, G3.4). */
export function recordVisit(service: Service, visit: Visit, { period, today }: When): Service | Refusal {
  const state = step(service, 'visit')
  if (isRefusal(state)) return state
  const no = allRefusals(
    checkDay(visit.on, { period, today, notBefore: earliestDay(service, 'visit'), field: 'on' }),
    checkWords(visit.content, describedFields.visitContent, 'services.visit-without-content', 'G3.4', {
      field: 'content',
    }),
  )
  return no ?? { ...service, state, visits: [...service.visits, visit] }
}

type Delivering = When & {
  readonly on: Day
  readonly summary: string
  /** After a dispute: what was put right. */
  readonly remedy: string
  readonly by: string
}

/** The agency has delivered: not before the last visit, and after a dispute not before it, saying what was put right (G3.4). */
export function deliver(service: Service, given: Delivering): Service | Refusal {
  const state = step(service, 'deliver')
  if (isRefusal(state)) return state
  const { on, by, period, today } = given
  const { lastDispute } = service
  const summary = given.summary.trim()
  const remedy = given.remedy.trim()
  const no = allRefusals(
    summary === '' ? refuse('services.delivery-without-summary', 'G3.4', {}, 'summary') : null,
    lastDispute &&
      checkWords(remedy, describedFields.remedy, 'services.delivery-without-remedy', 'G3.4', { field: 'remedy' }),
    checkDay(on, { period, today, notBefore: earliestDay(service, 'deliver'), field: 'on' }),
  )
  return no ?? { ...service, state, delivery: { on, summary, remedy, by } }
}

/** The enterprise says that the service happened, and rates it 1 to 5 (G3.4). `by`: who, as the link or the account names it. */
export function confirm(
  service: Service,
  given: { readonly rating: number; readonly comment: string; readonly today: Day; readonly by: string },
): Service | Refusal {
  const state = step(service, 'confirm')
  if (isRefusal(state)) return state
  const { rating, today, by } = given
  const rated = Number.isInteger(rating) && rating >= 1 && rating <= 5
  const no = allRefusals(rated ? null : refuse('services.bad-rating', 'G3.4', {}, 'rating'), checkSigner(by))
  if (no) return no
  return {
    ...service,
    state,
    confirmation: { verdict: 'confirm', rating, comment: given.comment.trim(), on: today, by },
  }
}

/** The enterprise says that it did not, or not so. */
export function dispute(
  service: Service,
  given: { readonly comment: string; readonly today: Day; readonly by: string },
): Service | Refusal {
  const state = step(service, 'dispute')
  if (isRefusal(state)) return state
  const comment = given.comment.trim()
  const said = checkWords(comment, describedFields.dispute, 'services.dispute-without-reason', 'G3.4', {
    field: 'comment',
  })
  const no = allRefusals(said, checkSigner(given.by))
  if (no) return no
  return {
    ...service,
    state,
    confirmation: { verdict: 'dispute', rating: null, comment, on: given.today, by: given.by },
  }
}

/** Who answers says their name, or is known by an account. */
function checkSigner(by: string): Refusal | null {
  return by.trim() === '' ? refuse('services.answer-without-name', 'G3.4', {}, 'signer') : null
}

/** After a dispute the service goes on; it must be delivered and confirmed anew. */
export function resume(service: Service): Service | Refusal {
  const state = step(service, 'resume')
  if (isRefusal(state)) return state
  const { confirmation } = service
  const lastDispute = confirmation ? { comment: confirmation.comment, on: confirmation.on } : service.lastDispute
  return { ...service, state, delivery: null, confirmation: null, lastDispute }
}

/** Whether a further invoice may come: after the confirmation, until all of the contract is invoiced (G3.4). */
export function mayInvoice(service: Service): Refusal | null {
  const state = step(service, 'invoice')
  if (isRefusal(state)) return state
  if (!service.contract) return refuse('services.no-contract', 'G3.4')
  if (sumFen(service.invoices.map((one) => one.sumFen)) < service.contract.priceFen) return null
  return refuse('payments.fully-invoiced', 'G3.4', { price: formatYuan(service.contract.priceFen) })
}

/** An invoice: of the contracted agency, to the park or the enterprise, after the contract, all together not over it (G3.4). */
export function recordInvoice(
  service: Service,
  invoice: NamedInvoice,
  facts: Omit<InvoiceFacts, 'contract' | 'agencyUscc' | 'invoicedFen'> & When & { readonly edition: Edition },
): Service | Refusal {
  const state = step(service, 'invoice')
  if (isRefusal(state)) return state
  if (!service.contract || !service.selection) return refuse('services.no-contract', 'G3.4')
  const invoicedFen = sumFen(service.invoices.map((one) => one.sumFen))
  const no = checkInvoice(invoice, {
    ...facts,
    contract: service.contract,
    agencyUscc: service.selection.agencyUscc,
    invoicedFen,
  })
  return no ?? { ...service, state, invoices: [...service.invoices, invoice] }
}

/** The bank has paid everything the park owes on the invoices. */
export function settleService(
  service: Service,
  given: { readonly owedFen: Fen; readonly paidFen: Fen },
): Service | Refusal {
  const state = step(service, 'pay')
  if (isRefusal(state)) return state
  const { owedFen, paidFen } = given
  if (!isFen(paidFen) || paidFen < owedFen) {
    return refuse('services.not-fully-paid', 'G3.6', { paid: formatYuan(paidFen), owed: formatYuan(owedFen) })
  }
  return { ...service, state }
}

/** Paid as soon as nothing is open on the invoices that came; else as it stands. `paidFen`: all that the bank has paid. */
export function settleIfPaid(service: Service, paidFen: Fen): Service {
  const settled = settleService(service, { owedFen: owedOnInvoices(service), paidFen })
  return isRefusal(settled) ? service : settled
}

/** What the bank has paid of the two shares of a contract, in fen. */
export type PaidShares = { readonly provincialFen: Fen; readonly parkFen: Fen }

/** What is left of a contract, in fen: `uninvoicedFen` of its price, `unpaidFen` of what the park owes, `heldFen` of that provincial. */
export type Rest = { readonly uninvoicedFen: Fen; readonly unpaidFen: Fen; readonly heldFen: Fen }

export function restOf(service: Service, paid: PaidShares): Rest {
  const { priceFen = 0, provincialFen = 0, parkFen = 0 } = service.contract ?? {}
  const heldFen = Math.max(0, provincialFen - paid.provincialFen)
  return {
    uninvoicedFen: Math.max(0, priceFen - sumFen(service.invoices.map((one) => one.sumFen))),
    unpaidFen: heldFen + Math.max(0, parkFen - paid.parkFen),
    heldFen,
  }
}

/** Whether a service can be closed: paid what was invoiced, or confirmed when the park owed nothing. */
export function mayClose(service: Service): Refusal | null {
  const state = step(service, 'close')
  if (isRefusal(state)) return state
  return service.state === 'confirmed' && owedByPark(service) > 0 ? refuse('services.unpaid', 'G3.6') : null
}

/** The file is closed, with a reason where a part of the contract is not invoiced. The caller releases what the rest still holds. */
export function closeService(
  service: Service,
  { paid, reason }: { readonly paid: PaidShares; readonly reason: string },
): Service | Refusal {
  const state = step(service, 'close')
  if (isRefusal(state)) return state
  const { unpaidFen } = restOf(service, paid)
  const facts = { rest: formatYuan(unpaidFen) }
  const no =
    mayClose(service) ??
    (unpaidFen > 0
      ? checkReason(reason, 'services.rest-without-reason', 'G3.6', { facts })
      : checkReasonIfGiven(reason, 'G3.6'))
  return no ?? { ...service, state }
}

/** Called off; nothing of it counts. The caller releases its commitment on the fund line. */
export function cancelService(service: Service, given: { readonly reason: string }): Service | Refusal {
  const state = step(service, 'cancel')
  if (isRefusal(state)) return state
  const cancelReason = given.reason.trim()
  const no = checkReason(cancelReason, 'common.reason-missing', 'G3.2')
  if (no) return no
  return { ...service, state, cancelReason }
}

/** What the park owes of the contract: the provincial and its own share. The enterprise pays its share itself. */
export function owedByPark(service: Service): Fen {
  return service.contract ? service.contract.provincialFen + service.contract.parkFen : 0
}

/** What the park owes on the invoices that came: never more than its two shares of the contract. */
export function owedOnInvoices(service: Service): Fen {
  return Math.min(owedByPark(service), sumFen(service.invoices.map((one) => one.sumFen)))
}
