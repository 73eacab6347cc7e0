import type { Day } from '../../shared/dates.ts'
import type { Cadence } from '../../shared/periods.ts'
import type { Text } from '../../shared/words.ts'
import type { Clause } from '../guide/clauses.ts'
import type { Post, Seat } from '../people/roles.ts'
import type { SignedAct } from '../people/signed-acts.ts'
import type { MeasureId } from '../records/measures.ts'
import type { ProofKind } from '../records/proofs.ts'
import type { ServiceKind, ServiceMode } from '../records/service-kinds.ts'
import type { EvaluationCourse, EvaluationForm } from './evaluation-rules.ts'
import type { Cited, Grade, IndicatorDirection, Source } from './rule-terms.ts'

export type { Grade, IndicatorDirection, Source } from './rule-terms.ts'

/** `MM-DD`. */
export type MonthDay = string

/**
 * When something is due: on a day of a programme year (0 = first); so many days after the period it is about; by a day
 * after each half-year; or so many hours after the thing happened.
 */
export type DueRule =
  | { readonly by: 'date'; readonly year: number; readonly monthDay: MonthDay }
  | { readonly by: 'after-period'; readonly days: number }
  | { readonly by: 'after-half-year'; readonly firstHalf: MonthDay; readonly secondHalf: MonthDay }
  | { readonly by: 'at-once'; readonly hours: number }

export type ObligationId =
  | 'liaison-list'
  | 'plan'
  | 'disbursement-plan'
  | 'target-table'
  | 'half-year-summary'
  | 'major-matter'
  | 'mid-term-evaluation'
  | 'final-evaluation'

/** Who owes it: each pilot by itself, each county once for all its pilots of the batch, or the province once for the batch. */
export type Owner = 'pilot' | 'county' | 'province'

/**
 * What is owed by who is admitted while the batch runs. `withinDays`: what is owed once and whose day had gone by, so many days
 * after the admission; `firstPeriod`: what returns, from the period the admission lies in, or from the first whole one.
 */
export type JoiningRule = { readonly source: Source } & (
  | { readonly withinDays: number }
  | { readonly firstPeriod: 'running' | 'next' }
)

/**
 * Who owes what, to whom, by when. `dueSource` apart: the duty may be official and its day inferred.
 * `opinions`: seats that must approve, together or one after the other; `records`: who records it afterwards, none
 * where the last approval ends it. `remind`: working days before the due day, besides the last one before it.
 * `signed`: seats whose opinion one person prepares and another, the leader, signs.
 * `joining`: how those begin who join later; without it they owe what everybody owes.
 * `locksAfterDays`: how long after the due day it may still be filed without an exception; null: for ever.
 */
export type ObligationRule = Text &
  Cited & {
    readonly id: ObligationId
    readonly of: Owner
    readonly by: readonly Post[]
    readonly opinions: readonly Seat[]
    readonly order: 'parallel' | 'in-turn'
    readonly signed?: readonly Seat[]
    readonly records: readonly Post[]
    readonly due: DueRule
    readonly dueSource: Source
    readonly remind: readonly number[]
    readonly locksAfterDays: number | null
    readonly joining?: JoiningRule
    /** Working days within which the county hands it on to the province, where it has to. */
    readonly passOn?: { readonly workingDays: number; readonly source: Source }
  }

export type TrancheCondition =
  | 'plan-approved'
  | 'previous-received'
  | 'mechanism-ready'
  | 'enterprises-diagnosed'
  | 'services-under-way'
  /** Both bureaus have judged that the services are really under way. */
  | 'judged-under-way'
  | 'evaluation-done'
  /** The public notice has stood its working days and every objection is answered; holds the payment, not the recommendation. */
  | 'notice-over'

/** Share of the award in percent; `rest` is all that is left. */
export type TrancheShare = { readonly min: number; readonly max: number } | 'rest'

/** `workingDays`: how long it stands before the money may go out; 0: published in time, without a countdown. */
export type NoticeRule = Cited & { readonly workingDays: number }

export type TrancheRule = Cited & {
  readonly no: number
  readonly share: TrancheShare
  /** The public notice before payment; null: this edition knows none. */
  readonly notice: NoticeRule | null
  readonly conditions: readonly {
    readonly condition: TrancheCondition
    readonly clause: Clause
    readonly source: Source
  }[]
}

/** An act that one person of these seats prepares and another signs; what `signed` is for opinions. */
export type SignatureRule = Cited & { readonly act: SignedAct; readonly seats: readonly Seat[] }

/** How much of the remaining money a grade opens, in percent; `afterRectification`: not before the problems are put right. */
export type GradeRule = Text &
  Cited & {
    readonly grade: Grade
    readonly minPoints: number
    readonly releasePercent: { readonly min: number; readonly max: number }
    readonly afterRectification: boolean
  }

/** `mean`: of one figure a subject, as it stands at the cut-off; it may fall, and below zero. */
export type IndicatorKind = 'cumulative' | 'point' | 'ratio' | 'mean' | 'qualitative'

/** Where a figure that is not computed comes from: the park's own words, or spot checks of an inspection. */
export type FigureSource = 'park' | 'inspection'

/**
 * One row of the target list. `distinct`: each subject counts once. `growth`: against the time before, which may have been below
 * zero. `computed`: from accepted records, by its `measure`; else from its `figureFrom`.
 */
export type IndicatorRule = Text &
  Cited & {
    readonly code: string
    readonly l1: Text
    readonly l2: Text
    readonly unit: Text
    readonly kind: IndicatorKind
    readonly direction: IndicatorDirection
    readonly distinct: boolean
    readonly growth: boolean
    readonly example: number
    readonly weight: number
    readonly computed: boolean
    readonly measure: MeasureId | null
    readonly figureFrom: FigureSource | null
    readonly formula: Text
  }

/** `always`, only when public money pays for it, or only from the small-order threshold on. */
export type ProofNeed = 'always' | 'when-paid' | 'from-threshold'

export type ProofRule = Cited & {
  readonly proof: ProofKind
  readonly min: number
  readonly need: ProofNeed
  /** Only files of different moments count, and only those whose moment is known. */
  readonly moments?: boolean
}

/** A use that the money may never have (G4.4); `except` phrases are taken out of the text before the keywords are looked for. */
export type ForbiddenUse = Text &
  Cited & { readonly id: string; readonly keywords: readonly string[]; readonly except: readonly string[] }

/** The rules of one programme as data; a batch is an edition with its first year. */
export type EditionRules = {
  readonly id: string
  /** Standing service after a pilot or without one (G6.1): nothing is owed, paid from an award, evaluated or counted. */
  readonly standing?: true
  readonly name: Text
  /** The paper it was issued by. */
  readonly issued: Text
  /** No batch begins before the year of that day. */
  readonly issuedOn: Day
  /**
   * Rows taken over unchanged from an older edition because this one is silent about them; they are inferred. `renumbered`:
   * clauses of the older edition that this one words itself, and their number here; all others stay in force as they are.
   */
  readonly carriedOver: {
    readonly from: string
    readonly rows: readonly (keyof EditionRules)[]
    readonly renumbered: Readonly<Partial<Record<Clause, Clause>>>
  } | null
  /** Years of the period, counted from the batch's first year, with the days on which it begins and ends. */
  readonly period: Cited & {
    readonly from: { readonly year: number; readonly monthDay: MonthDay }
    readonly to: { readonly year: number; readonly monthDay: MonthDay }
  }
  /** What a park may be given: anything up to a cap, or one of fixed tiers; fen. */
  readonly awards: Cited &
    ({ readonly by: 'cap'; readonly maxFen: number } | { readonly by: 'tiers'; readonly tiersFen: readonly number[] })
  readonly excludedDivisions: Cited & { readonly prefixes: readonly string[] }
  readonly obligations: readonly ObligationRule[]
  /** The recurring target completion table: its name, how often, and the first one owed (`no` counts within its year). */
  readonly returns: Cited & {
    readonly name: Text
    readonly cadence: Cadence
    readonly first: { readonly year: number; readonly no: number }
  }
  /** Whether a due day that falls on a rest day stays or moves to the next working day. */
  readonly restDays: Cited & { readonly due: 'stay' | 'roll-forward' }
  readonly tranches: readonly TrancheRule[]
  /** Left out where the edition asks for no second person; a county may ask for one itself. */
  readonly signatures?: readonly SignatureRule[]
  readonly grades: readonly GradeRule[]
  /** One form for each evaluation that is owed. */
  readonly evaluations: readonly EvaluationForm[]
  readonly evaluationCourse: EvaluationCourse
  readonly indicators: readonly IndicatorRule[]
  /** Proofs every paid tailored service needs, and those of its kind. */
  readonly evidence: {
    readonly common: Readonly<Record<ServiceMode, readonly ProofRule[]>>
    readonly own: Readonly<Record<ServiceKind, readonly ProofRule[]>>
  }
  readonly smallOrder: Cited & { readonly belowFen: number }
  readonly forbiddenUses: readonly ForbiddenUse[]
  readonly agencies: Cited & { readonly minUnrelated: number; readonly priceAboveMarket: 'with-reason' }
  /** How long after the period its invoices may still be issued. */
  readonly settlement: Cited & { readonly graceDays: number }
  readonly tailoredShare: Cited & { readonly minPercent: number }
}
