import { z } from 'zod'
import { codeInput } from '../../../shared/inputs.ts'
import { route } from '../../../shared/route.ts'

const onFiling = z.strictObject({ filingId: z.uuid() })
/** `version`: one that was submitted; without it the newest, or the draft while nothing was submitted. */
const asked = z.strictObject({
  version: z.coerce.number<string | number>().int().min(1).max(10_000).optional(),
  language: z.enum(['zh', 'en']).default('zh'),
})

export const filingWord = route({
  method: 'GET',
  path: '/api/filings/:filingId/paper.docx',
  permission: 'paper.view',
  summary: { zh: '下载正式文本（Word）', en: 'The official paper of a filing as Word' },
  params: onFiling,
  search: asked,
  download: true,
})

export const filingSheets = route({
  method: 'GET',
  path: '/api/filings/:filingId/paper.xlsx',
  permission: 'paper.view',
  summary: { zh: '下载正式表格（Excel）', en: 'The tables of a filing as an Excel workbook' },
  params: onFiling,
  search: asked,
  download: true,
})

/** Everything that is told about a paper to whoever holds it; several where the same content was filed more than once. */
export const verifyPaper = route({
  method: 'GET',
  path: '/api/verify/:code',
  permission: 'public',
  summary: { zh: '核对正式文本的验证码', en: 'Verify the code of a paper' },
  params: z.strictObject({ code: codeInput(80) }),
  reply: z.object({
    papers: z.array(
      z.strictObject({
        kind: z.string(),
        unitName: z.string(),
        period: z.string(),
        versionNo: z.number(),
        submittedOn: z.string(),
        hash: z.string(),
        newest: z.boolean(),
      }),
    ),
  }),
})
export type VerifiedPaper = z.infer<typeof verifyPaper.reply>['papers'][number]
