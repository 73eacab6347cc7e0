import { isDayBeyond, yearsKnown } from '../../shared/dates.ts'
import { type PeriodCode, periodName } from '../../shared/periods.ts'
import { type Facts, Refusal, refusalsIn } from '../../shared/refusal.ts'
import { fill, type Text } from '../../shared/words.ts'
import type { Clause } from './clauses.ts'
import { auditRefusals } from './refusals/audit.ts'
import { closeOutRefusals } from './refusals/close-outs.ts'
import { commonRefusals } from './refusals/common.ts'
import { consultationRefusals } from './refusals/consultations.ts'
import { deadlineRefusals } from './refusals/deadlines.ts'
import { evaluationRefusals } from './refusals/evaluations.ts'
import { filingRefusals } from './refusals/filings.ts'
import { fundsRefusals } from './refusals/funds.ts'
import { incidentRefusals } from './refusals/incidents.ts'
import { liaisonRefusals } from './refusals/liaison.ts'
import { matterRefusals } from './refusals/matters.ts'
import { measureRefusals } from './refusals/measures.ts'
import { noticeRefusals } from './refusals/notices.ts'
import { paymentRefusals } from './refusals/payments.ts'
import { personalRefusals } from './refusals/personal.ts'
import { planRefusals } from './refusals/plan.ts'
import { practiceRefusals } from './refusals/practices.ts'
import { registerRefusals } from './refusals/register.ts'
import { returnRefusals } from './refusals/returns.ts'
import { reviewRefusals } from './refusals/review.ts'
import { samplingRefusals } from './refusals/sampling.ts'
import { serviceRefusals } from './refusals/services.ts'
import { unitRefusals } from './refusals/units.ts'

/** Every sentence with which a rule says no, by code `area.what-is-wrong`. */
export const refusals = {
  ...commonRefusals,
  ...planRefusals,
  ...reviewRefusals,
  ...fundsRefusals,
  ...noticeRefusals,
  ...serviceRefusals,
  ...matterRefusals,
  ...paymentRefusals,
  ...returnRefusals,
  ...unitRefusals,
  ...filingRefusals,
  ...deadlineRefusals,
  ...liaisonRefusals,
  ...personalRefusals,
  ...consultationRefusals,
  ...practiceRefusals,
  ...registerRefusals,
  ...evaluationRefusals,
  ...measureRefusals,
  ...closeOutRefusals,
  ...incidentRefusals,
  ...auditRefusals,
  ...samplingRefusals,
} as const

export type RefusalCode = keyof typeof refusals

/**
 * A rule's no. `facts` fill the text's placeholders; money in facts is already formatted yuan. `field`: where it stands, and after
 * it the other fields of the input that the rule looked at.
 */
export function refuse(
  code: RefusalCode,
  clause: Clause | null,
  facts: Facts = {},
  field: string | null | readonly [string, ...string[]] = null,
): Refusal {
  const [at = null, ...rests] = typeof field === 'string' ? [field] : (field ?? [])
  return new Refusal(code, clause, facts, at, [], rests)
}

/**
 * All that is wrong with an input at once: the first refusal, carrying the others; null when nothing is. A field is told of
 * once, by the rule that comes first, so rules stand in the order in which a reader would mend things. Where the act is not open
 * in this state, that alone is said: nothing in the input mends it, and what was sent twice is not held against itself.
 */
export function allRefusals(...answers: readonly (Refusal | null)[]): Refusal | null {
  const seen = new Set<string | null>()
  const said = answers.flatMap((answer) => (answer ? refusalsIn(answer) : []))
  const closed = said.find(({ code }) => code === closedState)
  if (closed) return alone(closed)
  const kept = said.filter(({ field }) => {
    const fresh = field === null || !seen.has(field)
    seen.add(field)
    return fresh
  })
  const [first, ...others] = kept
  if (!first) return null
  return new Refusal(first.code, first.clause, first.facts, first.field, others.map(alone), first.rests)
}

const closedState: RefusalCode = 'common.not-in-state'

function alone(one: Refusal): Refusal {
  return new Refusal(one.code, one.clause, one.facts, one.field, [], one.rests)
}

/** The sentence of a refusal (or of a gap, which has the same code and facts) in both languages. */
export function refusalText(refusal: { readonly code: string; readonly facts: Facts }): Text {
  const text: Text | undefined = Object.hasOwn(refusals, refusal.code)
    ? refusals[refusal.code as RefusalCode]
    : undefined
  if (!text) return { zh: refusal.code, en: refusal.code }
  return { zh: fill(text.zh, refusal.facts), en: fill(text.en, refusal.facts) }
}

/** A period as facts of a refusal: its code, and its name in both languages. */
export function periodFact(key: string, code: PeriodCode): Facts {
  return { [key]: code, ...both(key, periodName(code)) }
}

/** A name in both languages as two facts: `both('state', { zh, en })` fills `{stateZh}` and `{stateEn}`. */
export function both(key: string, name: Text): Facts {
  return { [`${key}Zh`]: name.zh, [`${key}En`]: name.en }
}

/** The refusal of what is no day: empty, one that no calendar has, or one further off than anything here. */
export function refuseDay(day: string, clause: Clause | null, field: string): Refusal {
  if (day.trim() === '') return refuse('common.day-missing', clause, {}, field)
  return isDayBeyond(day)
    ? refuse('common.day-beyond', clause, { day, ...yearsKnown }, field)
    : refuse('common.bad-day', clause, { day }, field)
}

/** The refusal of what is no minute: empty, or none of the clock. */
export function refuseMinute(at: string, clause: Clause | null, field: string): Refusal {
  return at.trim() === ''
    ? refuse('common.minute-missing', clause, {}, field)
    : refuse('common.bad-minute', clause, { at }, field)
}
