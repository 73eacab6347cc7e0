import { z } from 'zod'
import { route } from '../../../shared/route.ts'
import { importAcceptance, importAccount, maxImportBytes } from '../files/import-contract.ts'

const upload = { maxBytes: maxImportBytes }
const inLanguage = z.strictObject({ language: z.enum(['zh', 'en']).optional() })

/** The workbook that is filled in for many accounts. */
export const accountTemplate = route({
  method: 'GET',
  path: '/api/accounts/template',
  permission: 'account.manage',
  summary: { zh: '下载账号导入模板', en: 'Download the template of accounts' },
  search: inLanguage,
  download: true,
})

/** What the import of this file would do; nothing is written and the file is not kept. */
export const previewAccounts = route({
  method: 'POST',
  path: '/api/accounts/import/preview',
  permission: 'account.manage',
  summary: { zh: '账号导入前核对', en: 'What an import of accounts would do' },
  upload,
  reply: importAccount.extend({
    /** How many accounts of which post; none while there are problems. */
    posts: z.array(z.object({ post: z.string(), accounts: z.number() })),
    units: z.number(),
  }),
})
export type AccountsPreview = z.infer<typeof previewAccounts.reply>

/** All rows of the file become accounts, or none does. */
export const importAccounts = route({
  method: 'POST',
  path: '/api/accounts/import',
  permission: 'account.manage',
  summary: { zh: '批量开设账号', en: 'Create accounts from a workbook' },
  search: importAcceptance,
  upload,
  /** `toApprove`: how many of them wait for the security administrator. */
  reply: z.object({ imported: z.number(), toApprove: z.number() }),
})

/** The file with its problems and warnings written into it. */
export const markAccounts = route({
  method: 'POST',
  path: '/api/accounts/import/marked',
  permission: 'account.manage',
  summary: { zh: '下载账号导入标注副本', en: 'Download the marked copy of an import of accounts' },
  search: inLanguage,
  upload,
  download: true,
})
