import type { Tx } from '../../../platform/database/connect.ts'
import type { WorkCalendar } from '../../../policy/calendar/working-days.ts'
import type { Edition } from '../../../policy/editions/edition.ts'
import { noticeFacts } from '../../../policy/money/notices.ts'
import type { TrancheFacts } from '../../../policy/money/tranche-facts.ts'
import { isOut } from '../../../policy/money/tranche-states.ts'
import { type TrancheGate, trancheGate } from '../../../policy/money/tranches.ts'
import { addDays, type Day, dayOf, startOfDay } from '../../../shared/dates.ts'
import { sumFen } from '../../../shared/money.ts'
import type { Pilot } from '../../programme/pilots/public.ts'
import { workCalendarOf } from '../../programme/rest-days/public.ts'
import { type NoticeRow, objectionsOpenOn, standingNotices, type WhichTranches } from '../notices/public.ts'
import { factsOf, type RecordedFacts } from './gate-facts.ts'
import { asJudgments, type JudgmentRow, standingJudgments } from './judgment-store.ts'
import { disbursementPlanOf } from './planned-store.ts'
import type { MoneySteps, TrancheRow } from './store.ts'

type GatedPilot = Pick<Pilot, 'id' | 'awardFen' | 'edition'>

/** A tranche among the others of its pilot; no id before the plan is approved. */
type Step = Pick<TrancheFacts, 'releasedFen' | 'previousReceived'> & { readonly no: number; readonly trancheId: string }

/** What was said about tranches, by tranche. */
type Said = {
  readonly judgments: ReadonlyMap<string, readonly JudgmentRow[]>
  readonly notices: ReadonlyMap<string, NoticeRow>
  readonly openObjections: ReadonlyMap<string, number>
  readonly today: Day
  readonly calendar: WorkCalendar
}

/** A tranche's gate with what it was opened or closed by. */
export type GateView = {
  readonly gate: TrancheGate
  readonly facts: TrancheFacts
  readonly judgments: readonly JudgmentRow[]
  readonly notice: NoticeRow | null
}

/** `by`: as it stood when that day ended; null: now. */
async function saidOf(tx: Tx, which: WhichTranches, today: Day, by: Day | null = null): Promise<Said> {
  const until = by === null ? null : startOfDay(addDays(by, 1))
  return {
    judgments: Map.groupBy(await standingJudgments(tx, which, until), ({ trancheId }) => trancheId),
    notices: new Map((await standingNotices(tx, which, until)).map((row) => [row.trancheId, row])),
    openObjections: await objectionsOpenOn(tx, which, until),
    today,
    calendar: await workCalendarOf(tx),
  }
}

/** The gate of each tranche now; the caller has locked `tranches` when it is going to act on the answer. */
export async function gatesOf(
  tx: Tx,
  pilot: GatedPilot,
  tranches: readonly TrancheRow[],
  now: Date,
): Promise<Map<number, GateView>> {
  return gatesBy(tx, { pilot, tranches, today: dayOf(now), by: null, plan: await disbursementPlanOf(tx, pilot.id) })
}

/** The gate of each tranche as it stood when `day` ended, for what happened on it and is keyed in later. */
export async function gatesOn(
  tx: Tx,
  pilot: GatedPilot,
  tranches: readonly TrancheRow[],
  day: Day,
): Promise<Map<number, GateView>> {
  return gatesBy(tx, { pilot, tranches, today: day, by: day, plan: null })
}

async function gatesBy(
  tx: Tx,
  given: Pick<TrancheFacts, 'plan'> & {
    readonly pilot: GatedPilot
    readonly tranches: readonly TrancheRow[]
    readonly today: Day
    readonly by: Day | null
  },
): Promise<Map<number, GateView>> {
  const { pilot, tranches, today, by, plan } = given
  const recorded = (await factsOf(tx, { pilotIds: [pilot.id], by })).get(pilot.id)
  const ids = tranches.map(({ id }) => id)
  const said = await saidOf(tx, ids, today, by)
  if (!recorded) return new Map()
  return new Map(
    stepsOf(pilot.edition, tranches, by).map((step) => {
      const facts = trancheFacts(pilot, { ...recorded, plan }, step, said)
      const judgments = said.judgments.get(step.trancheId) ?? []
      const notice = said.notices.get(step.trancheId) ?? null
      return [step.no, { gate: trancheGate(pilot.edition, step.no, facts), facts, judgments, notice }]
    }),
  )
}

/** One pilot of many: what its records say, and those of its tranches that are asked about. */
export type Gated = {
  readonly pilot: GatedPilot
  readonly recorded: RecordedFacts
  readonly steps: readonly Step[]
}
type SharedGate = Pick<GateView, 'gate' | 'facts'>

/** The gates of many pilots, without the county's plan: it closes none. Tranches with the same facts share one. `which`: all that are in `all`. */
export async function gatesOfMany(
  tx: Tx,
  all: readonly Gated[],
  which: WhichTranches,
  now: Date,
): Promise<Map<string, Map<number, SharedGate>>> {
  const said = await saidOf(tx, which, dayOf(now))
  const alike = new Map<string, SharedGate>()
  const gateOf = ({ pilot, recorded }: Gated, step: Step): SharedGate => {
    const { no, trancheId, releasedFen, previousReceived } = step
    const { planApproved, mechanism, enterprisesDiagnosed, services } = recorded
    const { done, all: ofAll } = enterprisesDiagnosed
    const recordedKey = `${planApproved} ${mechanism.controlFile} ${done} ${ofAll} ${services['under-way']} ${recorded.deductedFen}`
    const stepKey = `${no} ${releasedFen} ${previousReceived}`
    const saidKey = `${said.notices.get(trancheId)?.untilOn} ${said.openObjections.get(trancheId)}`
    // A judgment has its reason, an evaluation its grade: those who have one share nothing.
    const own = said.judgments.has(trancheId) || recorded.evaluation !== null ? trancheId : ''
    const key = `${pilot.edition.id} ${pilot.awardFen} ${recordedKey} ${stepKey} ${saidKey} ${own}`
    const known = alike.get(key)
    if (known) return known
    const facts = trancheFacts(pilot, { ...recorded, plan: null }, step, said)
    const found = { gate: trancheGate(pilot.edition, no, facts), facts }
    alike.set(key, found)
    return found
  }
  return new Map(all.map((one) => [one.pilot.id, new Map(one.steps.map((step) => [step.no, gateOf(one, step)]))]))
}

/** Every tranche of the edition, begun or not. */
export function stepsOf(edition: Edition, tranches: readonly MoneySteps[], by: Day | null = null): Step[] {
  return edition.tranches.map(({ no }) => {
    // Later ones too: an edition may let them go in any order.
    const others = tranches.filter((tranche) => tranche.no !== no)
    const previous = tranches.find((tranche) => tranche.no === no - 1)
    return {
      no,
      trancheId: tranches.find((tranche) => tranche.no === no)?.id ?? '',
      releasedFen: sumFen(others.filter(isOut).map(({ amountFen }) => amountFen ?? 0)),
      previousReceived: no === 1 || (previous !== undefined && receivedBy(previous, by)),
    }
  })
}

function trancheFacts(
  { awardFen }: GatedPilot,
  recorded: RecordedFacts & Pick<TrancheFacts, 'plan'>,
  { trancheId, releasedFen, previousReceived }: Step,
  { judgments, notices, openObjections, today, calendar }: Said,
): TrancheFacts {
  const notice = notices.get(trancheId)
  return {
    ...recorded,
    judgments: asJudgments(judgments.get(trancheId) ?? [], trancheId),
    notice: notice ? noticeFacts(notice, today, calendar) : null,
    openObjections: openObjections.get(trancheId) ?? 0,
    awardFen,
    releasedFen,
    previousReceived,
  }
}

function receivedBy({ state, receivedOn }: Pick<TrancheRow, 'state' | 'receivedOn'>, by: Day | null): boolean {
  return state === 'received' && (by === null || (receivedOn !== null && receivedOn <= by))
}
