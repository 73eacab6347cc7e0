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
  bySeat: true,
  summary: { zh: '下载正式文本（Word）', en: 'The official paper of a filing as Word' },
  params: onFiling,
  search: asked,
  download: true,
})

export const filingSheets = route({
  method: 'GET',
  path: '/api/filings/:filingId/paper.xlsx',
  permission: 'paper.view',
  bySeat: true,
  summary: { zh: '下载正式表格（Excel）', en: 'The tables of a filing as an Excel workbook' },
  params: onFiling,
  search: asked,
  download: true,
})

/** What stands on a paper, to compare with it: figures, days and names as printed; personal data in part, running text left out. */
export const told = z.strictObject({
  title: z.string(),
  /** What stands below the title, and who signs when. */
  lines: z.array(z.string()),
  facts: z.array(z.tuple([z.string(), z.string()])),
  tables: z.array(
    z.strictObject({ name: z.string(), columns: z.array(z.string()), rows: z.array(z.array(z.string())) }),
  ),
  opinions: z.array(z.strictObject({ title: z.string(), text: z.string(), on: z.string() })),
})
export type Told = z.infer<typeof told>

/** Everything that is told about a paper to whoever holds it. */
export const verifyPaper = route({
  method: 'GET',
  path: '/api/verify/:code',
  permission: 'public',
  summary: { zh: '核对正式文本的验证码', en: 'Verify the code of a paper' },
  params: z.strictObject({ code: codeInput(80) }),
  reply: z.object({
    /** One, or none where no paper has this code. */
    papers: z.array(
      z.strictObject({
        kind: z.string(),
        unitName: z.string(),
        period: z.string(),
        versionNo: z.number().nullable(),
        /** Counts the papers about the same filing, tranche or notice. */
        no: z.number(),
        issuedAt: z.string(),
        code: z.string(),
        newest: z.boolean(),
        /** Since when it is no longer the newest; null while it is. */
        endedAt: z.string().nullable(),
        /** What took its place in the end; null while it is the newest, and where it was taken back. */
        last: z.strictObject({ no: z.number(), versionNo: z.number().nullable(), issuedAt: z.string() }).nullable(),
        told: z.strictObject({ zh: told, en: told }),
      }),
    ),
  }),
})
export type VerifiedPaper = z.infer<typeof verifyPaper.reply>['papers'][number]
