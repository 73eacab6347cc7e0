import { z } from 'zod'
import { keyInput, patternInput } from '../../../shared/inputs.ts'
import { route } from '../../../shared/route.ts'
import { changeShape } from './contract.ts'

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
const importAccount = z.object({
  /** What a person accepts by it: another file, section or rule gives another one. */
  digest: z.string(),
  /** How many rows were read from which sheet. */
  sheets: z.array(z.object({ sheet: z.string(), rows: z.number() })),
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
const importAcceptance = z.strictObject({
  revision: z.coerce.number<string | number>().int().min(0),
  digest: patternInput(/^[0-9a-f]{64}$/),
  acceptedWarnings: z.coerce.number<string | number>().int().min(0).max(100_000).default(0),
})

/** Files that an import takes at most, in bytes. */
const maxImportBytes = 20 * 1_048_576

const onSection = z.strictObject({ filingId: z.uuid(), section: keyInput(40) })
const upload = { maxBytes: maxImportBytes }

/** What the import of this file would do; nothing is written and the file is not kept. */
export const previewImport = route({
  method: 'POST',
  path: '/api/filings/:filingId/sections/:section/import/preview',
  permission: 'filing.edit',
  summary: { zh: '导入前核对', en: 'What an import would do' },
  params: onSection,
  search: importAcceptance.pick({ revision: true }),
  upload,
  reply: importAccount.extend({
    /** Rows that stand there now. */
    standing: z.number(),
    /** Rows by what becomes of them, and field by field; null while there are problems. */
    change: z
      .object({
        added: z.number(),
        changed: z.number(),
        removed: z.number(),
        unchanged: z.number(),
        changes: z.array(changeShape),
      })
      .nullable(),
  }),
})
export type ImportPreview = z.infer<typeof previewImport.reply>

/** The rows of the file replace those of the section, as the account with this digest said. */
export const importSection = route({
  method: 'POST',
  path: '/api/filings/:filingId/sections/:section/import',
  permission: 'filing.edit',
  summary: { zh: '确认导入', en: 'Import what was checked' },
  params: onSection,
  search: importAcceptance,
  upload,
  reply: z.object({ revision: z.number(), imported: z.number() }),
})

/** The file with its problems and warnings written into it. */
export const markImport = route({
  method: 'POST',
  path: '/api/filings/:filingId/sections/:section/import/marked',
  permission: 'filing.edit',
  summary: { zh: '下载标注副本', en: 'Download the marked copy' },
  params: onSection,
  search: z.strictObject({ language: z.enum(['zh', 'en']).optional() }),
  upload,
  download: true,
})
