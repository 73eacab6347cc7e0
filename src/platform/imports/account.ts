import type { Remark } from '../workbook/account.ts'

/** A place in the workbook and what is said about it, ready to be answered. */
export type Place = Omit<Remark, 'rows'> & { rows?: number[] }

/** Everything an import says before it replaces anything. */
export type ImportAccount = {
  /** What a person accepts by it: another file, section or rule gives another one. */
  readonly digest: string
  /** How many rows were read from which sheet, and how many have a problem and could not be; together all that it has. */
  readonly sheets: { sheet: string; rows: number; unread: number }[]
  readonly problems: Place[]
  readonly warnings: Place[]
  readonly skipped: Place[]
  readonly cleaned: Place[]
}
