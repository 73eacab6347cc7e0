/** One place in a workbook and what is said about it. */
export type ImportRemark = {
  readonly sheet: string
  /** Row as the spreadsheet numbers it. */
  readonly row: number
  /** Title of the column; empty when it is about the whole sheet or row. */
  readonly column: string
  /** `C5` */
  readonly cell: string
  readonly value: string
  readonly zh: string
  readonly en: string
}

/** Everything an import says before it replaces anything, as its door answers; a problem stops it, a warning is accepted. */
export type ImportAccount = {
  readonly digest: string
  /** Rows that were read, and rows with a problem, which were not: together all that the sheet has. */
  readonly sheets: readonly { readonly sheet: string; readonly rows: number; readonly unread: number }[]
  readonly problems: readonly ImportRemark[]
  readonly warnings: readonly ImportRemark[]
  readonly skipped: readonly ImportRemark[]
  readonly cleaned: readonly ImportRemark[]
}
