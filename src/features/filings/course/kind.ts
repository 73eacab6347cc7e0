import type { z } from 'zod'
import type { Acting, Actor } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import type { TakenIn } from '../../../platform/imports/take-in.ts'
import type { Column } from '../../../platform/workbook/columns.ts'
import type { Workbook } from '../../../platform/workbook/sheets.ts'
import type { Filing, FilingState, Verdict } from '../../../policy/filings/filing.ts'
import type { FilingKind } from '../../../policy/filings/filing-kinds.ts'
import type { Clause } from '../../../policy/guide/clauses.ts'
import type { Seat } from '../../../policy/people/roles.ts'
import type { Day } from '../../../shared/dates.ts'
import type { Refusal } from '../../../shared/refusal.ts'
import type { Text } from '../../../shared/words.ts'
import type { Duty } from '../owed/public.ts'
import type { FilingRow } from './views.ts'

/** The content of a filing by section. */
export type FilingContent = Readonly<Record<string, unknown>>

/** One filing: its row, the policy's view of it, the duty it answers, and its content as it stands. */
export type CourseFiling<Content = FilingContent> = {
  readonly row: FilingRow
  readonly filing: Filing
  readonly duty: Duty
  readonly content: Content
}

/** Something that stands between a filing and its submission, at `section` and `field` (`rows.2.phone`). */
export type Gap = {
  readonly section: string
  readonly field: string
  readonly severity: 'error' | 'warning'
  readonly code: string | null
  readonly clause: Clause | null
  readonly text: Text
}

/** A difference between two versions in words; `path` begins with the section and is unique among the changes. */
export type ChangeInWords = {
  readonly section: string
  readonly kind: 'changed' | 'added' | 'removed' | 'reordered'
  readonly path: string
  readonly label: Text
  readonly before: Text
  readonly after: Text
}

/** What a new filing begins with. `after` writes what the kind keeps beside it. */
export type OpenedFiling = {
  /** The number of what just happens; left out where the duty has its period. */
  readonly period?: string
  readonly dueOn: Day
  /** The instant of that day, where it is due by the hour. */
  readonly dueAt?: Date
  readonly sections: FilingContent
  readonly after?: (filingId: string) => Promise<void>
}

/** What is frozen as a version. `after` writes what the kind freezes beside it, once the version stands. */
export type FrozenContent = { readonly content: unknown; readonly after?: () => Promise<void> }

/** How one section is filled from a workbook with these columns. */
export type SectionImport = { readonly columns: readonly Column[]; takeIn(workbook: Workbook): SectionTakenIn }

/** A workbook read into one section; `content` is what the section would hold, where `newId` names the rows that are new. */
export type SectionTakenIn = TakenIn & { readonly content: (newId: () => string) => unknown }

/** The version that is over: recorded, or approved where nobody records it. */
export type Done<Content = FilingContent> = {
  readonly actor: Actor
  readonly versionId: string
  readonly content: Content
}

/**
 * What a kind of filing adds to the course. Hooks run inside the transaction of the act, after the filing is locked and the
 * course's own rules have agreed; none of them may write what is not the kind's own.
 */
export type Kind<Content = FilingContent> = {
  /** What each section is saved as, by section. */
  readonly shapes: Readonly<Record<string, z.ZodType>>
  /** What has to be known before a filing of this kind is opened. */
  readonly openingShape?: z.ZodType
  /** What a judge may alter, sent with an opinion. */
  readonly judgmentShape?: z.ZodType

  /** Why it cannot be opened now, beyond what holds for every kind; for the button too. */
  whyNotOpened?(tx: Tx, duty: Duty, now: Date): Promise<Refusal | null>
  /** @throws Refusal, with the field of `opening` it is about */
  open(acting: Acting, duty: Duty, opening: unknown): Promise<OpenedFiling>
  /** What is stored of a section that was sent; the whole of it unless the kind says otherwise. @throws Refusal, HttpError */
  keep?(acting: Acting, filing: CourseFiling<Content>, section: string, sent: unknown): Promise<unknown>
  /** Where in a stored section its lists stand, for the names of its rows; at its top unless the kind says otherwise. */
  lists?(section: string, content: unknown): unknown
  /** How a section is filled from a workbook; null for one that is not. */
  importOf?(filing: CourseFiling<Content>, section: string): SectionImport | null
  /** What the trail and readers of other units see of a section, where that is not all of it: personal data is masked. */
  inPart?(section: string, content: unknown): unknown
  /** The content with what is drafted from the facts drafted anew. */
  refresh?(tx: Tx, filing: CourseFiling<Content>, now: Date): Promise<Content>
  /** Everything wrong with it as it stands, all at once. */
  gaps(tx: Tx, filing: CourseFiling<Content>, now: Date): Promise<readonly Gap[]>
  /** What holds the submission besides gaps. */
  whyNotSubmitted?(tx: Tx, filing: CourseFiling<Content>): Promise<Refusal | null>
  /** What is frozen; the content by section unless the kind says otherwise. */
  freeze?(acting: Acting, filing: CourseFiling<Content>, versionId: string): Promise<FrozenContent>
  /** Why nobody can give an opinion on it now, beyond what holds for every kind; for the button too. */
  whyNotJudged?(tx: Tx, filing: CourseFiling<Content>): Promise<Refusal | null>
  /** Locks and checks before an opinion is given, and as `record` before it is recorded. @throws Refusal */
  beforeOpinion?(acting: Acting, filing: CourseFiling<Content>, verdict: Verdict | 'record'): Promise<void>
  /** Checks what a judge would alter, so that nothing waits for a signature that could not stand. @throws Refusal, HttpError */
  mayJudge?(tx: Tx, filing: CourseFiling<Content>, judgment: unknown): Promise<unknown>
  /** Checks and writes what the judge altered; returns what the event says about it. @throws Refusal, HttpError */
  judge?(acting: Acting, filing: CourseFiling<Content>, seat: Seat, judgment: unknown): Promise<unknown>
  /** What the kind keeps in step with the state; the state is saved already. */
  onState?(tx: Tx, filing: CourseFiling<Content>, state: FilingState): Promise<void>
  /** What comes into force when it is over; returns what the event says about it. */
  onDone?(acting: Acting, filing: CourseFiling<Content>, done: Done<Content>): Promise<unknown>
  /** What ends with it when it is opened again; the state is saved already. */
  onReopened?(acting: Acting, filing: CourseFiling<Content>): Promise<void>
  /** Whether something later stands on it, so that only its text can be opened again. */
  builtUpon?(tx: Tx, duty: Duty): Promise<boolean>
  /** Field by field, for whoever judges a resubmission. */
  changes?(before: Content, after: Content, duty: Duty): readonly ChangeInWords[]
}

/** The kinds that the product files, composed in `filings/kinds`. */
export type Kinds = Readonly<Record<FilingKind, Kind>>
