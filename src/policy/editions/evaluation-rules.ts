import type { Text } from '../../shared/words.ts'
import type { Bureau } from '../people/roles.ts'
import type { Cited, Grade, IndicatorDirection, MeasureKind } from './rule-terms.ts'

/** What a figure is counted in, and to how many decimals: a way to a better grade goes in steps of the last one. */
export type FigureUnit = { readonly unit: Text; readonly decimals: 0 | 1 | 2 }

/** Whether a step that is not full counts: not at all, or as a whole one. */
export type StepRule = 'whole' | 'begun'

/** Something that is counted by name; `id` stands in the facts. */
export type NamedRow = Text & { readonly id: string }

/**
 * How the points of an item come out of its facts (GA2). Percents named `…Percent` are of the item's points, `perPercent` is of
 * the plan or the base; points have two decimals at most.
 */
export type Primitive =
  /** Actual ÷ target × points, or target ÷ actual where the direction is `at-most`. */
  | {
      readonly kind: 'ratio'
      readonly direction: IndicatorDirection
      readonly lidPercent: number
      readonly figure: FigureUnit
    }
  /** The indicators of the target list, each a ratio with its lid at the target, shared out by their weights. */
  | { readonly kind: 'targets' }
  /** Full points on plan, and some off for every so many percent short of it, over it or either. */
  | {
      readonly kind: 'step-down'
      readonly off: 'short' | 'over' | 'either'
      readonly perPercent: number
      readonly points: number
      readonly steps: StepRule
      readonly figure: FigureUnit
    }
  /** A share of the points for being where the base year was, and some more for every so many percent above it. */
  | {
      readonly kind: 'base-plus'
      readonly sharePercent: number
      readonly perPercent: number
      readonly points: number
      readonly steps: StepRule
      readonly lidPercent: number
      /** Below the base: the share in proportion, or nothing. */
      readonly below: 'ratio' | 'nothing'
      readonly figure: FigureUnit
    }
  /** Each element that is there, with a proof, brings its points. */
  | { readonly kind: 'checklist'; readonly elements: readonly (NamedRow & { readonly points: number })[] }
  /** Each thing brings so much, up to `full`; the item's points by that share. */
  | {
      readonly kind: 'accumulate'
      readonly sources: readonly (NamedRow & { readonly each: number })[]
      readonly full: number
    }
  /** A share of the points by the band in which a figure lies: from its lower end up to the next one. */
  | { readonly kind: 'bands'; readonly bands: readonly ShareBand[]; readonly figure: FigureUnit }
  /** A person names the band and the share in it. */
  | { readonly kind: 'judged'; readonly bands: readonly JudgedBand[] }
  /** Full points, and some off for every case. */
  | { readonly kind: 'per-case'; readonly off: number }

/** `from` included, `to` left out; null: without an end. */
export type ShareBand = { readonly from: number | null; readonly to: number | null; readonly sharePercent: number }

/** Both ends included; where two bands meet, the value is the higher one's. */
export type JudgedBand = NamedRow & { readonly minPercent: number; readonly maxPercent: number }

/** What the records of a pilot say of it, by the form in which they say it. */
export const evaluationSources = {
  /** The rows of the target table at the cut-off. */
  targets: { shape: 'targets' },
  /** Liaison list on record, consultations with minutes, rules for the money in the plan. */
  mechanism: { shape: 'elements', elements: ['liaison', 'consultations', 'fund-control'] },
  /** Pilot enterprises diagnosed, of all in the plan. */
  'enterprises-diagnosed': { shape: 'figures' },
  /** Share of sampled evidence that passed. */
  'spot-checks': { shape: 'share' },
  /** What was filed after its day, or is not filed yet. */
  'late-filings': { shape: 'cases' },
  /** Provincial money spent, of what was received; percent. */
  'money-spent': { shape: 'figures' },
  /** Share of tailored services reached, no money misused. */
  'earmarked-use': { shape: 'elements', elements: ['tailored-share', 'no-forbidden-use'] },
  /** Tranches that were paid without having been announced. */
  'late-publication': { shape: 'cases' },
} as const satisfies Record<string, EvaluationSourceRow>

type EvaluationSourceRow =
  | { readonly shape: 'targets' | 'figures' | 'share' | 'cases' }
  | { readonly shape: 'elements'; readonly elements: readonly string[] }

export type EvaluationSource = keyof typeof evaluationSources

/**
 * `counts`: what its facts are, in words. `from`: the records it is computed from; null: a person judges it, with a reason.
 * `mayDrop`: it may be not applicable; the others are then rescaled to the whole.
 */
export type EvaluationItem = Text &
  Cited & {
    readonly id: string
    readonly points: number
    readonly primitive: Primitive
    readonly counts: Text
    readonly from: EvaluationSource | null
    readonly mayDrop: boolean
  }

/** A part of the form; `bonus`: on top of the whole, up to its points, never rescaled. */
export type EvaluationPart = Text &
  Cited & {
    readonly id: string
    readonly points: number
    readonly bonus: boolean
    readonly items: readonly EvaluationItem[]
  }

/** What is decided elsewhere and reaches an evaluation by itself. */
export const vetoFindings = {
  'false-evidence': { zh: '虚报材料', en: 'false evidence' },
  'money-misused': { zh: '截留、挪用资金', en: 'money withheld or misused' },
  'unapproved-change': { zh: '擅自变更目标或试点企业', en: 'targets or pilot enterprises changed without approval' },
} as const satisfies Record<string, Text>
export type VetoFinding = keyof typeof vetoFindings

/** Holds the grade at `cap`, whatever the points: where something was found, or where an item has less than a share of its points. */
export type VetoRule = Text &
  Cited & {
    readonly id: string
    readonly cap: Grade
    readonly when:
      | { readonly by: 'finding'; readonly finding: VetoFinding }
      | { readonly by: 'item'; readonly item: string; readonly belowPercent: number }
  }

export type EvaluationObligation = 'mid-term-evaluation' | 'final-evaluation'

/**
 * How an evaluation runs (G5.3). `fullYears`: how many years of the period are over at the cut-off. `selfDays`: working days that
 * the park has for its own evaluation; `objectionDays`: working days within which it may object to the draft result;
 * `countyOpinion`: where the province evaluates, whose opinion it hears before it tells a result; nobody's where it is left out.
 * `publication`: how the results are shown to everybody once they are in force; null: this edition publishes none.
 */
export type EvaluationCourse = Cited & {
  readonly fullYears: Readonly<Record<EvaluationObligation, number>>
  readonly selfDays: number
  readonly objectionDays: number
  readonly countyOpinion: Readonly<Partial<Record<EvaluationObligation, CountyOpinionRule>>>
  readonly publication: PublicationRule | null
}

/** A notice of results: how many working days it stands, and which measures in force it tells of each pilot. */
export type PublicationRule = Cited & { readonly workingDays: number; readonly measures: readonly MeasureKind[] }

/** Each of these bureaus of the pilot's county gives its opinion, within so many working days of the park's own evaluation. */
export type CountyOpinionRule = { readonly bureaus: readonly Bureau[]; readonly days: number }

/** A scored form: the parts that are no bonus come to 100 points, and the total is never above `lid`. Grades are the edition's. */
export type EvaluationForm = Text &
  Cited & {
    readonly id: string
    /** The evaluations it is filled in for. */
    readonly of: readonly EvaluationObligation[]
    readonly lid: number
    readonly parts: readonly EvaluationPart[]
    readonly vetoes: readonly VetoRule[]
  }
