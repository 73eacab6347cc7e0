import { type Day, dayOf } from '../../shared/dates.ts'
import type { Facts } from '../../shared/refusal.ts'
import type { Text } from '../../shared/words.ts'
import { type Edition, inPeriod, type Period } from '../editions/edition.ts'
import type { ProofRule } from '../editions/edition-rules.ts'
import type { Clause } from '../guide/clauses.ts'
import { both, type RefusalCode, refusalText } from '../guide/refuse.ts'
import { type ProofKind, proofs } from '../records/proofs.ts'
import { serviceKinds } from '../records/service-kinds.ts'
import type { Service } from './service.ts'
import { owedByPark } from './service-steps.ts'

/** A paper bound to a service. `takenAt`: the instant of capture of a photo (ISO), if known. `recordedOn`: the day it came in. */
export type Evidence = {
  readonly proof: ProofKind
  readonly fileId: string
  readonly takenAt: string | null
  readonly recordedOn: Day
}

export type MissingProof = {
  readonly code: RefusalCode
  readonly clause: Clause
  readonly proof: ProofKind | null
  readonly have: number
  readonly need: number
  readonly text: Text
}

/** `on`: the day from which it counts, when the last thing needed was there (never after the period's last day). */
export type Counting = { readonly counts: boolean; readonly on: Day | null; readonly missing: readonly MissingProof[] }

/** The proofs this service needs under the edition's matrix. */
export function proofsNeeded(service: Service, edition: Edition): ProofRule[] {
  const { mode } = serviceKinds[service.kind]
  const price = service.contract?.priceFen ?? 0
  return [...edition.evidence.common[mode], ...edition.evidence.own[service.kind]].filter((rule) => {
    if (rule.need === 'when-paid') return owedByPark(service) > 0
    if (rule.need === 'from-threshold') return price >= edition.smallOrder.belowFen
    return true
  })
}

const none: Text = { zh: '', en: '' }

/** Whether a service counts (G3.2, G3.4): confirmed by the enterprise, inside the period, complete in evidence — and what is missing. */
export function counts(service: Service, evidence: readonly Evidence[], period: Period, edition: Edition): Counting {
  const missing: MissingProof[] = []
  const days: Day[] = []
  const lack = (
    code: RefusalCode,
    clause: Clause,
    facts: Facts = {},
    proof: ProofKind | null = null,
    have = 0,
    need = 1,
  ) => {
    missing.push({ code, clause, proof, have, need, text: refusalText({ code, facts }) })
  }
  if (edition.standing) lack('services.standing', 'G6.1')
  const confirmed =
    service.state !== 'cancelled' && service.confirmation?.verdict === 'confirm' ? service.confirmation : null
  if (confirmed) days.push(confirmed.on)
  else lack('services.not-confirmed', 'G3.4')
  const delivered = service.delivery?.on ?? null
  const early = service.contract !== null && service.contract.signedOn < period.from
  if (delivered !== null && (!inPeriod(period, delivered) || early)) {
    lack('services.outside-period', 'G3.2', { day: delivered, from: period.from, to: period.to })
  }
  for (const rule of proofsNeeded(service, edition)) {
    const { days: found, why } =
      proofs[rule.proof].from === 'record'
        ? { days: recordDays(service, rule.proof), why: none }
        : countFiles(evidence, rule)
    const lastDay = found.toSorted()[rule.min - 1]
    if (lastDay === undefined) {
      const facts = { ...both('proof', proofs[rule.proof]), have: found.length, need: rule.min, ...both('why', why) }
      lack('services.proof-missing', rule.clause, facts, rule.proof, found.length, rule.min)
    } else {
      days.push(lastDay)
    }
  }
  if (missing.length > 0) return { counts: false, on: null, missing }
  const complete = days.sort().at(-1) ?? period.to
  return { counts: true, on: [complete, period.to].sort()[0] ?? period.to, missing }
}

/** The day on which each proof made in the product itself came to be. */
function recordDays(service: Service, proof: ProofKind): Day[] {
  if (proof === 'diagnosis') return service.diagnosisId === '' ? [] : [service.openedOn]
  if (proof === 'selection-record') return service.selection ? [service.selection.on] : []
  if (proof === 'process-record') return service.visits.map((visit) => visit.on)
  if (service.confirmation?.verdict !== 'confirm') return []
  return [service.confirmation.on]
}

/** The days of the files that count for a rule, and why others do not; `why` is empty where all count. */
export type CountedFiles = { readonly days: readonly Day[]; readonly why: Text }

/** Different files only; where the rule asks for different moments, of one moment only one counts, and of unknown moments none. */
export function countFiles(evidence: readonly Evidence[], rule: ProofRule): CountedFiles {
  const seen = new Set<string>()
  const days: Day[] = []
  const left = { same: 0, moment: 0, unknown: 0 }
  for (const one of evidence) {
    if (one.proof !== rule.proof) continue
    const moment = one.takenAt && momentOf(one.takenAt)
    if (seen.has(one.fileId)) left.same++
    else if (rule.moments && moment === null) left.unknown++
    else if (rule.moments && moment !== null && seen.has(moment)) left.moment++
    else {
      seen.add(one.fileId)
      if (rule.moments && moment !== null) seen.add(moment)
      days.push(one.recordedOn)
    }
  }
  return { days, why: whyNot(left) }
}

const reasons = {
  moment: { zh: '与已计照片拍摄于同一分钟', en: 'taken in the same minute as one that counts' },
  unknown: { zh: '照片中没有拍摄时间', en: 'without a time of capture' },
  same: { zh: '与已计文件内容相同', en: 'the same file as one that counts' },
} as const satisfies Record<string, Text>

function whyNot(left: Readonly<Record<keyof typeof reasons, number>>): Text {
  const kinds = (['moment', 'unknown', 'same'] as const).filter((kind) => left[kind] > 0)
  if (kinds.length === 0) return { zh: '', en: '' }
  return {
    zh: `；另有不计的：${kinds.map((kind) => `${reasons[kind].zh} ${left[kind]} 份`).join('，')}`,
    en: `; not counted: ${kinds.map((kind) => `${left[kind]} ${reasons[kind].en}`).join(', ')}`,
  }
}

/** Shots of the same minute are one moment. */
function momentOf(instant: string): string {
  const date = new Date(instant)
  return Number.isNaN(date.getTime()) ? instant : `${dayOf(date)}T${date.toISOString().slice(11, 16)}`
}
