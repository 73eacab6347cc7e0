import { sameName } from '../../shared/clean.ts'
import type { Day } from '../../shared/dates.ts'
import { isNoName } from '../../shared/line-kinds.ts'
import type { Refusal } from '../../shared/refusal.ts'
import type { Text } from '../../shared/words.ts'
import type { Edition, Period } from '../editions/edition.ts'
import type { ProofRule } from '../editions/edition-rules.ts'
import { checkReason } from '../guide/reasons.ts'
import { allRefusals, both, refusalText, refuse } from '../guide/refuse.ts'
import { checkUscc } from '../people/uscc.ts'
import { proofs } from '../records/proofs.ts'
import { isTailored, type ServiceKind, serviceKinds } from '../records/service-kinds.ts'
import { type Correcting, mayCorrect } from './diagnosis.ts'
import { type Counting, countFiles, type Evidence, type MissingProof } from './service-counts.ts'
import { checkDay } from './service-days.ts'

/** An enterprise that took part, with how many people. `proven`: the licence of the firm is there, or the park knows it by this code. */
export type Attendee = {
  readonly uscc: string
  readonly name: string
  readonly people: number
  readonly proven: boolean
  /** What the pilot enterprise of this code is called; null where it is none. */
  readonly known: string | null
}

/** An activity for many (G1.2). */
export type Activity = {
  readonly kind: ServiceKind
  readonly title: string
  readonly on: Day
  readonly attendees: readonly Attendee[]
}

export const mostPeople = 10_000
/** More from one enterprise are asked about: a whole works at one meeting, or a slip of a key. */
export const manyPeople = 200

/** Head counts that may stand, but look as if they were not meant; `at`: the place in the list. */
export function headCountDoubts(attendees: readonly { readonly name: string; readonly people: number | null }[]) {
  return attendees.flatMap(({ name, people }, at) =>
    people !== null && people > manyPeople && people <= mostPeople ? [{ at, text: many(name, people) }] : [],
  )
}

function many(name: string, people: number): Text {
  return {
    zh: `“${name}”参加 ${people} 人，一家企业超过 ${manyPeople} 人，请核对。`,
    en: `${people} people of “${name}”: more than ${manyPeople} of one enterprise. Check it.`,
  }
}

/** Why an activity can be corrected or withdrawn no more, or not by this person (G1.2). */
export function mayCorrectActivity(given: Correcting & { readonly withdrawn: boolean }): Refusal | null {
  return given.withdrawn ? refuse('services.activity-withdrawn', 'G1.2') : mayCorrect(given)
}

/** What a corrected activity needs beside what every activity does: a reason, and something told otherwise. */
export function checkActivityCorrection({ reason, changed }: { readonly reason: string; readonly changed: boolean }) {
  return allRefusals(
    checkReason(reason, 'common.reason-missing', 'G1.2'),
    changed ? null : refuse('common.nothing-changed', 'G1.2'),
  )
}

/** Why an activity cannot be recorded, or null: a universal kind, a day inside the period and past, each enterprise once (G1.2, G3.2). */
export function recordActivity(
  activity: Activity,
  when: { readonly period: Period; readonly today: Day; readonly countsConfirmed: boolean },
): Refusal | null {
  const { kind, title, on, attendees } = activity
  return allRefusals(
    isTailored(kind) ? refuse('services.not-universal', 'G1.2', both('kind', serviceKinds[kind]), 'kind') : null,
    title.trim() === '' ? refuse('services.activity-without-title', 'G1.2', {}, 'title') : null,
    checkDay(on, { ...when, notBefore: null, field: 'heldOn' }),
    attendees.length === 0 ? refuse('services.nobody-came', 'G1.2', {}, 'attendees') : null,
    ...attendees.flatMap((one, at) => checkAttendee(one, at, attendees)),
    ...(when.countsConfirmed ? [] : headCountDoubts(attendees)).map(({ at, text }) =>
      refuse('services.doubtful-head-count', 'G1.2', both('doubt', text), `attendees.${at}.people`),
    ),
  )
}

function checkAttendee(
  { uscc, name, people, proven, known }: Attendee,
  at: number,
  all: readonly Attendee[],
): (Refusal | null)[] {
  const field = `attendees.${at}`
  const first = all.findIndex((one) => one.uscc === uscc)
  const counted = Number.isInteger(people) && people >= 1 && people <= mostPeople
  return [
    checkUscc(uscc, { proven, field: `${field}.uscc`, clause: 'G1.2' }),
    first < at
      ? refuse('services.enterprise-named-twice', 'G1.2', { uscc }, [`${field}.uscc`, `attendees.${first}.uscc`])
      : null,
    name.trim() === '' ? refuse('services.attendee-without-name', 'G1.2', {}, `${field}.name`) : null,
    name.trim() !== '' && isNoName(name)
      ? refuse('services.attendee-name-is-none', 'G1.2', { named: name }, `${field}.name`)
      : null,
    known === null || sameName(name, known)
      ? null
      : refuse('services.attendee-named-otherwise', 'G1.2', { named: name, known }, [`${field}.name`, `${field}.uscc`]),
    counted ? null : refuse('services.bad-head-count', 'G1.2', { max: mostPeople }, `${field}.people`),
  ]
}

export function activityProofs(kind: ServiceKind, edition: Edition): readonly ProofRule[] {
  return [...edition.evidence.common[serviceKinds[kind].mode], ...edition.evidence.own[kind]]
}

/** Whether an activity counts, and from which day: when its last proof was in (G3.2, G3.4, GA1). */
export function activityCounts(
  activity: Pick<Activity, 'kind' | 'on'>,
  evidence: readonly Evidence[],
  period: Period,
  edition: Edition,
): Counting {
  const missing: MissingProof[] = []
  const days: Day[] = [activity.on]
  for (const rule of activityProofs(activity.kind, edition)) {
    const { days: found, why } = countFiles(evidence, rule)
    const day = found.toSorted()[rule.min - 1]
    if (day !== undefined) {
      days.push(day)
      continue
    }
    const code = 'services.proof-missing'
    const facts = { ...both('proof', proofs[rule.proof]), have: found.length, need: rule.min, ...both('why', why) }
    const { proof, clause, min } = rule
    missing.push({ code, clause, proof, have: found.length, need: min, text: refusalText({ code, facts }) })
  }
  if (missing.length > 0) return { counts: false, on: null, missing }
  const complete = days.sort().at(-1) ?? activity.on
  return { counts: true, on: [complete, period.to].sort()[0] ?? period.to, missing }
}

/** What the parts of an activity's list are called, on the form and in what is said of it. */
export const attendeeFields = {
  attendees: { zh: '参加企业', en: 'Enterprises that took part' },
  enterprise: { zh: '企业名称', en: 'Enterprise' },
  people: { zh: '参加人数', en: 'People' },
} as const satisfies Record<string, Text>
