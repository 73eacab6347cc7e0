import { z } from 'zod'
import { registerKindList } from '../../../policy/records/register.ts'
import { route } from '../../../shared/route.ts'
import { importAcceptance, importAccount, maxImportBytes } from '../../programme/files/import-contract.ts'

const onPilot = z.strictObject({ pilotId: z.uuid() })
const upload = { maxBytes: maxImportBytes }
const inLanguage = z.strictObject({ language: z.enum(['zh', 'en']).optional() })

/** The workbook that is filled in for the registers of a pilot's enterprises. */
export const registerTemplate = route({
  method: 'GET',
  path: '/api/pilots/:pilotId/register/template',
  permission: 'register.record',
  summary: { zh: '下载成果登记模板', en: 'Download the template of the registers' },
  params: onPilot,
  search: inLanguage,
  download: true,
})

/** What the import of this file would do; nothing is written and the file is not kept. */
export const previewEntries = route({
  method: 'POST',
  path: '/api/pilots/:pilotId/register/import/preview',
  permission: 'register.record',
  summary: { zh: '成果登记导入前核对', en: 'What an import into the registers would do' },
  params: onPilot,
  upload,
  reply: importAccount.extend({
    /** How many entries of which kind; none while there are problems. */
    kinds: z.array(z.object({ kind: z.enum(registerKindList), entries: z.number() })),
    enterprises: z.number(),
  }),
})
export type EntriesPreview = z.infer<typeof previewEntries.reply>

/** All rows of the file become entries, each bound to its paper, or none does. */
export const importEntries = route({
  method: 'POST',
  path: '/api/pilots/:pilotId/register/import',
  permission: 'register.record',
  summary: { zh: '导入成果登记', en: 'Import into the registers' },
  params: onPilot,
  search: importAcceptance,
  upload,
  reply: z.object({ imported: z.number() }),
})

/** The file with its problems and warnings written into it. */
export const markEntries = route({
  method: 'POST',
  path: '/api/pilots/:pilotId/register/import/marked',
  permission: 'register.record',
  summary: { zh: '下载成果登记标注副本', en: 'Download the marked copy of an import into the registers' },
  params: onPilot,
  search: inLanguage,
  upload,
  download: true,
})
