import { z } from 'zod'
import { keyInput } from '../../../shared/inputs.ts'
import { route } from '../../../shared/route.ts'
import { importAcceptance, importAccount, maxImportBytes } from '../../programme/files/import-contract.ts'
import { changeShape } from './contract.ts'

/** What a person confirms, for the section as they saw it. */
const acceptance = importAcceptance.extend({ revision: z.coerce.number<string | number>().int().min(0) })

const onSection = z.strictObject({ filingId: z.uuid(), section: keyInput(40) })
const upload = { maxBytes: maxImportBytes }

/** What the import of this file would do; nothing is written and the file is not kept. */
export const previewImport = route({
  method: 'POST',
  path: '/api/filings/:filingId/sections/:section/import/preview',
  permission: 'filing.edit',
  summary: { zh: '导入前核对', en: 'What an import would do' },
  params: onSection,
  search: acceptance.pick({ revision: true }),
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
  search: acceptance,
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
