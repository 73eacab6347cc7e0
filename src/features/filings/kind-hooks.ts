import type { Acting, Actor } from '../../platform/command.ts'
import type { Tx } from '../../platform/database/connect.ts'
import type { Edition } from '../../policy/edition.ts'
import type { ObligationRule } from '../../policy/edition-rules.ts'
import type { FormContent, FormGap, FormKind } from '../../policy/forms.ts'
import type { Fen } from '../../shared/money.ts'
import type { Refusal } from '../../shared/refusal.ts'
import type { FilingRow } from './views.ts'

/** A pilot that a filing is about; award in fen. */
export type FilingPilot = {
  readonly id: string
  readonly parkId: string
  readonly parkName: string
  readonly countyId: string
  readonly awardFen: Fen
  readonly scope: string
}

/** What is owed: by whom, for which batch and period, under which rule of its edition. */
export type Duty = {
  readonly kind: FormKind
  readonly rule: ObligationRule
  readonly period: string
  readonly batch: { readonly id: string; readonly name: string; readonly firstYear: number; readonly edition: Edition }
  /** The pilot that files; null for what a county or the province files. */
  readonly pilotId: string | null
  readonly unit: { readonly id: string; readonly kind: string; readonly name: string; readonly scope: string }
  /** The county that speaks on it: the owner itself, or the one its park lies in; null for what the province files. */
  readonly countyId: string | null
  /** The pilots it is about: the county's in the batch, or the one that files. */
  readonly pilots: readonly FilingPilot[]
}

/** What a kind of form adds to the one mechanism. Everything is optional; none of it may write what is not its own. */
export type KindHooks = {
  /** What the form begins with instead of nothing filled in. */
  readonly draft?: (tx: Tx, duty: Duty) => Promise<FormContent>
  /** Sections that `draft` writes from the facts, and how a new draft goes into what a person has made of it. */
  readonly refresh?: (before: FormContent, fresh: FormContent) => FormContent
  /** Why a section cannot even be saved. */
  readonly admits?: (tx: Tx, duty: Duty, section: string, content: FormContent[string]) => Promise<Refusal | null>
  /** What this kind is checked for besides what every form is. `filing`: null before it is opened. */
  readonly gaps?: (tx: Tx, duty: Duty, content: FormContent) => Promise<FormGap[]>
  /** Whether something later stands on it, so that only its text can be opened again. */
  readonly builtUpon?: (tx: Tx, duty: Duty) => Promise<boolean>
  /** What comes into force when it is over: recorded, or approved where nobody records it. */
  readonly onDone?: (acting: Acting, duty: Duty, done: Done) => Promise<void>
}

/** The version that is over. */
export type Done = {
  readonly row: FilingRow
  readonly actor: Actor
  readonly versionId: string
  readonly content: FormContent
}
