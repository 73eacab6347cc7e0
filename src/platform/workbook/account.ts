/** One place in a workbook and what is said about it, in both languages. */
export type Remark = {
  readonly sheet: string
  /** Row as the spreadsheet numbers it. */
  readonly row: number
  /** Title of the column as the sheet has it; empty when the remark is about the whole sheet or row. */
  readonly column: string
  /** `C5` */
  readonly cell: string
  readonly value: string
  readonly zh: string
  readonly en: string
  /** Every row it is about, `row` among them, when there are several. */
  readonly rows?: readonly number[]
}

/**
 * What is said about a workbook beside its rows. `problems` must be put right before anything is taken. `warnings` look wrong or
 * may be unintended: a person accepts them, or nothing is replaced. `skipped` are rows, columns and sheets that were not read, and
 * why; harmless. `cleaned` are cells whose value was changed by cleaning: what was written, what was taken.
 */
export type Remarks = {
  readonly problems: readonly Remark[]
  readonly warnings: readonly Remark[]
  readonly skipped: readonly Remark[]
  readonly cleaned: readonly Remark[]
}

export type ParsedRow<Value> = {
  readonly sheet: string
  readonly row: number
  readonly value: Value
  /** Address (`C5`) of each column that the sheet has, by key. */
  readonly cells: Readonly<Record<string, string>>
  /** What is written in each of them. */
  readonly texts: Readonly<Record<string, string>>
}

/** The complete account of a reading: every row of the workbook that is not blank is among `rows` or in a remark. */
export type ParsedTable<Value> = Remarks & {
  /** Rows without a problem of their own; to be used only when there are no problems at all, since a column may be missing. */
  readonly rows: readonly ParsedRow<Value>[]
  /** Every row of data, in the order of the workbook; null where a value is missing or wrong. Only for what is to be said of it. */
  readonly drafts: readonly ParsedRow<Draft<Value>>[]
}

/** The values of a row of which some could not be read. */
export type Draft<Value> = { readonly [Key in keyof Value]: Value[Key] | null }
