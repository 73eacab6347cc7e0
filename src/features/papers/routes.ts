import { download } from '../../platform/command.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { docxMediaType, type Paper } from '../../platform/documents/paper.ts'
import { writeSheets } from '../../platform/documents/sheets.ts'
import { writeWord } from '../../platform/documents/word.ts'
import { notFound } from '../../platform/errors.ts'
import { xlsxMediaType } from '../../platform/workbook/write.ts'
import { isFormKind } from '../../policy/forms.ts'
import { type Said, saying } from './common.ts'
import * as contract from './contract.ts'
import { type Filed, readFiled } from './filed.ts'
import { formPaper } from './form-paper.ts'
import { matterPaper } from './matter-paper.ts'
import { planPaper } from './plan-paper.ts'
import { returnPaper } from './return-paper.ts'
import { tranchePaper } from './tranche-paper.ts'
import { verifyPaper } from './verify.ts'

export const paperRoutes = [
  download(contract.filingWord, async ({ params, search }, { tx }) => {
    const paper = await paperOf(tx, params.filingId, search)
    return { fileName: `${nameOf(paper)}.docx`, mediaType: docxMediaType, content: await writeWord(paper) }
  }),
  download(contract.filingSheets, async ({ params, search }, { tx }) => {
    const paper = await paperOf(tx, params.filingId, search)
    if (!paper.blocks.some((block) => block.kind === 'table')) throw noTables
    return { fileName: `${nameOf(paper)}.xlsx`, mediaType: xlsxMediaType, content: await writeSheets(paper) }
  }),
  download(contract.trancheWord, async ({ params, search }, { tx, actor, now }) => {
    const paper = await tranchePaper(tx, params, actor, now, saying(search.language))
    return { fileName: `${nameOf(paper)}.docx`, mediaType: docxMediaType, content: await writeWord(paper) }
  }),
  verifyPaper,
]

const noTables = notFound({ zh: '表格', en: 'table in this paper' })

type Asked = { readonly version?: number | undefined; readonly language: 'zh' | 'en' }

async function paperOf(tx: Tx, filingId: string, { version, language }: Asked): Promise<Paper> {
  const filed = await readFiled(tx, filingId, version)
  return draw(tx, filed, saying(language))
}

async function draw(tx: Tx, filed: Filed, said: Said): Promise<Paper> {
  if (filed.kind === 'plan') return planPaper(filed, said)
  if (filed.kind === 'target-table') return returnPaper(tx, filed, said)
  if (filed.kind === 'major-matter') return matterPaper(tx, filed, said)
  if (isFormKind(filed.kind)) return formPaper(tx, filed, filed.kind, said)
  throw noTables
}

/** The last line of the title says it all; what no file system takes is left out. */
function nameOf({ title }: Paper): string {
  return (title.split('\n').at(-1) ?? title).replace(/[\\/:*?"<>|]/g, ' ').trim()
}
