import { announcedYears } from '../../../src/platform/announced-rest-days.ts'
import { locksOn, obligationDays, type StandingState } from '../../../src/policy/calendar/deadlines.ts'
import { calendarOf, withList, type YearList } from '../../../src/policy/calendar/rest-days.ts'
import { type Edition, obligationOf } from '../../../src/policy/editions/edition.ts'
import type { ObligationId } from '../../../src/policy/editions/edition-rules.ts'
import { couldBeDone } from '../../../src/policy/filings/doable.ts'
import { addDays, type Day, dayOf, daysBetween, endOfDay } from '../../../src/shared/dates.ts'
import { handingOnOf, type KnownOpinion, type Sent } from './handing-on.ts'

/** A batch, a park of it or its county, as the test has made them. */
export type KnownBatch = {
  readonly batchId: string
  readonly name: string
  readonly edition: Edition
  readonly firstYear: number
}
export type KnownPark = {
  readonly name: string
  readonly parkId: string
  readonly pilotId: string
  readonly batch: KnownBatch
  readonly admittedOn: Day
  planOn: Day | null
}

export type KnownUnit = { readonly unitId: string; readonly unitName: string }

/** One submission, with the opinions given on it. */
type Version = Sent & { readonly opinions: KnownOpinion[] }
export type KnownFiling = {
  readonly filingId: string
  readonly batchId: string
  readonly unitId: string
  readonly kind: ObligationId
  readonly period: string
  dueOn: Day
  readonly dueAt: Date | null
  state: string
  readonly versions: Version[]
}

/** What every surface has to say of one duty, by the record of what happened alone. */
export type Expected = {
  readonly key: string
  readonly batch: KnownBatch
  readonly unitId: string
  readonly unitName: string
  readonly pilotId: string | null
  readonly kind: ObligationId
  readonly period: string
  readonly opensOn: Day
  readonly dueOn: Day
  readonly state: StandingState
  readonly days: number
  readonly filing: KnownFiling | null
  /** Whether it is a county's, to hand on what this pilot filed. */
  readonly handsOn: boolean
  /** By when the county hands on what it has now; only of what it hands on. */
  readonly openBy?: Day | null
}

export const keyOf = (of: { batchId: string; unitId: string; kind: string; period: string }) =>
  `${of.batchId} ${of.unitId} ${of.kind} ${of.period}`

/** What a county hands on: it may owe several at once, one for each filing of its parks. */
export const handingOnKey = (of: Parameters<typeof keyOf>[0] & { pilotId: string }) => `${keyOf(of)} of ${of.pilotId}`

const inTheEnd: readonly string[] = ['submitted', 'approved', 'recorded']

/** What the test knows of a programme: it hears of every act that was let through, and reads nothing from the product. */
export class Model {
  readonly county: KnownUnit
  readonly province: KnownUnit
  readonly batches: KnownBatch[] = []
  readonly parks: KnownPark[] = []
  readonly filings: KnownFiling[] = []
  readonly exceptions = new Map<string, Day>()
  private lists: YearList[] = [...announcedYears].map(([year, days]) => ({ year, days }))
  private readonly known = [{ since: new Date(0), calendar: calendarOf(this.lists) }]

  constructor(county: KnownUnit, province: KnownUnit) {
    this.county = county
    this.province = province
  }

  get calendar() {
    return calendarOf(this.lists)
  }

  /** A list of rest days is entered: what is open and not past its day goes by it. */
  announce(list: YearList, now: Date): void {
    const today = dayOf(now)
    this.lists = withList(this.lists, list)
    this.known.push({ since: now, calendar: this.calendar })
    for (const filing of this.filings) {
      if (filing.dueAt !== null || filedAt(filing) !== null || today > filing.dueOn) continue
      const found = this.datedDuties().find(({ key }) => key === keyOf(filing))
      if (found) filing.dueOn = found.dueOn
    }
  }

  /** Everything that is owed at a moment, by whom, and where it stands. */
  expected(now: Date): Expected[] {
    const today = dayOf(now)
    const dated = this.datedDuties().flatMap((duty) => {
      const filing = this.filings.find((one) => keyOf(one) === duty.key) ?? null
      const planOn = this.parks.find(({ pilotId }) => pilotId === duty.pilotId)?.planOn ?? null
      if (!filing && !couldBeDone(duty.kind, duty.dueOn, planOn, today)) return []
      return [this.standingOf({ ...duty, dueOn: filing?.dueOn ?? duty.dueOn, filing }, now)]
    })
    const happened = this.filings.flatMap((filing) => {
      const park = this.parks.find(({ parkId }) => parkId === filing.unitId)
      if (filing.dueAt === null || !park) return []
      const { batch, name, pilotId } = park
      const duty = {
        key: keyOf(filing),
        batch,
        unitName: name,
        pilotId,
        opensOn: '',
        ...filing,
        filing,
        handsOn: false,
      }
      return [this.standingOf(duty, now), ...this.handingOn(duty, now)]
    })
    return [...dated, ...happened]
  }

  /** The county's own duty about a matter of one of its parks, done when both of its seats have spoken for it. */
  private handingOn(
    of: Omit<Expected, 'state' | 'days'> & { filing: KnownFiling; pilotId: string },
    now: Date,
  ): Expected[] {
    const { batch, kind, filing } = of
    const found = handingOnOf(obligationOf(batch.edition, kind), standing(filing), now, this.known)
    if (!found) return []
    const { dueOn, doneAt, openBy } = found
    const key = handingOnKey({ ...filing, ...this.county, pilotId: of.pilotId })
    const days = Math.abs(daysBetween(dueOn, dayOf(doneAt ?? now)))
    const isLate = (doneAt ?? now).getTime() > endOfDay(dueOn).getTime()
    const state = doneAt ? (isLate ? 'late' : 'on-time') : isLate ? 'overdue' : 'due'
    const duty = { ...of, ...this.county, key, dueOn, handsOn: true, openBy }
    return [{ ...duty, state, days: state === 'on-time' ? 0 : days }]
  }

  private datedDuties() {
    return this.batches.flatMap((batch) => {
      const parks = this.parks.filter((park) => park.batch === batch)
      const joined = parks.map(({ admittedOn }) => admittedOn).sort()[0]
      const of = (owner: string, since: Day, who: { unitId: string; unitName: string; pilotId: string | null }) =>
        obligationDays(batch.edition, batch.firstYear, this.calendar, since)
          .filter((day) => day.of === owner)
          .map(({ kind, period, opensOn, dueOn }) => {
            const key = keyOf({ batchId: batch.batchId, unitId: who.unitId, kind, period })
            return { key, batch, ...who, kind, period, opensOn, dueOn }
          })
      return [
        ...parks.flatMap((park) => of('pilot', park.admittedOn, { unitId: park.parkId, unitName: park.name, ...park })),
        ...(joined ? of('county', joined, { ...this.county, pilotId: null }) : []),
        ...(joined ? of('province', joined, { ...this.province, pilotId: null }) : []),
      ].map(({ key, unitId, unitName, pilotId, kind, period, opensOn, dueOn }) => ({
        key,
        batch,
        unitId,
        unitName,
        pilotId,
        kind,
        period,
        opensOn,
        dueOn,
        handsOn: false,
      }))
    })
  }

  /** In its own words: late is what was filed after the last instant of its day, or after its hour. */
  private standingOf(duty: Omit<Expected, 'state' | 'days'>, now: Date): Expected {
    const { filing, dueOn, opensOn, batch, kind, key } = duty
    const last = filing?.dueAt ?? endOfDay(dueOn)
    const filed = filing && filedAt(filing)
    if (filed) {
      const late = filed.getTime() > last.getTime()
      return { ...duty, state: late ? 'late' : 'on-time', days: late ? daysBetween(dueOn, dayOf(filed)) : 0 }
    }
    const today = dayOf(now)
    const days = Math.abs(daysBetween(dueOn, today))
    if (now.getTime() <= last.getTime())
      return { ...duty, state: filing === null && today < opensOn ? 'not-yet' : 'due', days }
    const locked = locksOn(obligationOf(batch.edition, kind), dueOn)
    if (locked === null || today <= locked) return { ...duty, state: 'overdue', days }
    return { ...duty, state: today <= (this.exceptions.get(key) ?? '') ? 'exempted' : 'locked', days }
  }
}

/** When it was filed: its first submission on which somebody spoke, or which is the one under review. */
export function filedAt(filing: Pick<KnownFiling, 'versions' | 'state'>): Date | null {
  return standing(filing)[0]?.at ?? null
}

/** Its submissions but for those that were taken back. */
function standing({ versions, state }: Pick<KnownFiling, 'versions' | 'state'>): Version[] {
  return versions.filter(
    ({ opinions }, at) => opinions.length > 0 || (at === versions.length - 1 && inTheEnd.includes(state)),
  )
}

/** So many days of a month without a list, made up: what is entered in the year before. */
export function madeUpList(year: number, from: number): YearList {
  const first = `${year}-0${1 + (from % 8)}-${String(1 + (from % 25)).padStart(2, '0')}`
  return {
    year,
    days: [0, 1, 2, 3].map((more) => ({ day: addDays(first, more), kind: 'rest' as const, name: '假日' })),
  }
}
