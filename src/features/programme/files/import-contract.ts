import { z } from 'zod'
import { patternInput } from '../../../shared/inputs.ts'

/** One place in a workbook and what is said about it. */
const importRemark = z.object({
  sheet: z.string(),
  /** Row as the spreadsheet numbers it. */
  row: z.number(),
  /** Title of the column; empty when it is about the whole sheet or row. */
  column: z.string(),
  /** `C5` */
  cell: z.string(),
  value: z.string(),
  zh: z.string(),
  en: z.string(),
  /** Every row it is about, when there are several. */
  rows: z.array(z.number()).optional(),
})

/** Everything an import says before it replaces anything. */
export const importAccount = z.object({
  /** What a person accepts by it: another file, section or rule gives another one. */
  digest: z.string(),
  /** How many rows were read from which sheet. */
  sheets: z.array(z.object({ sheet: z.string(), rows: z.number(), unread: z.number() })),
  /** Must be put right before anything is taken. */
  problems: z.array(importRemark),
  /** Must be accepted before anything is replaced. */
  warnings: z.array(importRemark),
  /** Rows, columns and sheets that were not read, and why. */
  skipped: z.array(importRemark),
  /** Cells whose value was changed by cleaning. */
  cleaned: z.array(importRemark),
})

/** What a person confirms: the account they read, and that they looked at each of its warnings. */
export const importAcceptance = z.strictObject({
  digest: patternInput(/^[0-9a-f]{64}$/),
  acceptedWarnings: z.coerce.number<string | number>().int().min(0).max(100_000).default(0),
})

/** Files that an import takes at most, in bytes. */
export const maxImportBytes = 20 * 1_048_576
