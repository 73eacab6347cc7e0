import { download, type Endpoint } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { docxMediaType, type Paper } from '../../../platform/documents/paper.ts'
import { writeSheets } from '../../../platform/documents/sheets.ts'
import { writeWord } from '../../../platform/documents/word.ts'
import { notFound } from '../../../platform/errors.ts'
import { xlsxMediaType } from '../../../platform/workbook/write.ts'
import type { FilingKind } from '../../../policy/filings/filing-kinds.ts'
import { periodName } from '../../../shared/periods.ts'
import type { Language } from '../../../shared/words.ts'
import { fileNameOf } from '../../programme/papers/public.ts'
import { type Said, saying } from './common.ts'
import * as contract from './contract.ts'
import { type Filed, readFiled } from './filed.ts'
import { verifyPaper } from './verify.ts'

/** Draws a filing of one kind as its official paper. */
export type DrawPaper = (tx: Tx, filed: Filed, said: Said) => Promise<Paper>

/** `drawn`: how each kind is drawn. */
export function paperRoutes(drawn: Readonly<Record<FilingKind, DrawPaper>>): Endpoint[] {
  const paperOf = async (tx: Tx, filingId: string, { version, language }: PaperSearch) => {
    const filed = await readFiled(tx, filingId, version)
    const paper = await drawn[filed.kind](tx, filed, saying(language))
    return { paper, file: fileOf(filed, paper, language) }
  }
  return [
    download(contract.filingWord, async ({ params, search }, { tx }) => {
      const { paper, file } = await paperOf(tx, params.filingId, search)
      return { fileName: `${file}.docx`, mediaType: docxMediaType, content: await writeWord(paper) }
    }),
    download(contract.filingSheets, async ({ params, search }, { tx }) => {
      const { paper, file } = await paperOf(tx, params.filingId, search)
      if (!paper.blocks.some((block) => block.kind === 'table')) throw noTables
      return { fileName: `${file}.xlsx`, mediaType: xlsxMediaType, content: await writeSheets(paper) }
    }),
    verifyPaper,
  ]
}

/** Whose paper it is, of which period or number, and what: as the workbook of a table is called too. */
function fileOf({ unit, rule, row }: Filed, paper: Paper, language: Language): string {
  if (row.period === '') return fileNameOf(paper)
  return fileNameOf({ title: [unit.name, periodName(row.period)[language], rule[language]].join('-') })
}

const noTables = notFound({ zh: '表格', en: 'table in this paper' })

type PaperSearch = { readonly version?: number | undefined; readonly language: Language }
