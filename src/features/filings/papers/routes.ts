import { type Asking, download, type Endpoint } from '../../../platform/command.ts'
import type { Paper } from '../../../platform/documents/paper.ts'
import { writeSheets } from '../../../platform/documents/sheets.ts'
import { notFound } from '../../../platform/errors.ts'
import { xlsxMediaType } from '../../../platform/workbook/values.ts'
import { periodName } from '../../../shared/periods.ts'
import type { Language } from '../../../shared/words.ts'
import { asWord, fileNameOf, issuedAs, notIssued } from '../../programme/papers/public.ts'
import { type Said, saying } from './common.ts'
import * as contract from './contract.ts'
import { type Filed, readFiled } from './filed.ts'
import { type DrawPapers, stands } from './paper-after.ts'
import { verifyPaper } from './verify.ts'

/** `drawn`: how each kind is drawn. */
export function paperRoutes(drawn: DrawPapers): Endpoint[] {
  const paperOf = async ({ tx, site }: Asking, filingId: string, { version, language }: PaperSearch) => {
    const filed = await readFiled(tx, filingId, version)
    const said = saying(language)
    const issued = hasIssued(filed) ? { subject: filingId, versionNo: filed.version?.no ?? null } : null
    const kept = issued && (await issuedAs(tx, site, issued, said))
    const paper = kept ?? notIssued(await drawn[filed.kind](tx, filed, said), draftLine(filed, said), said)
    return { paper, file: fileOf(filed, paper, language) }
  }
  return [
    download(contract.filingWord, async ({ params, search }, asking) => {
      const { paper, file } = await paperOf(asking, params.filingId, search)
      return asWord(paper, file)
    }),
    download(contract.filingSheets, async ({ params, search }, asking) => {
      const { paper, file } = await paperOf(asking, params.filingId, search)
      if (!paper.blocks.some((block) => block.kind === 'table')) throw noTables
      return { fileName: `${file}.xlsx`, mediaType: xlsxMediaType, content: () => writeSheets(paper) }
    }),
    verifyPaper,
  ]
}

/** Whose paper it is, of which period or number, and what. */
function fileOf({ unit, rule, row }: Filed, paper: Paper, language: Language): string {
  if (row.period === '') return fileNameOf(paper)
  return fileNameOf({ title: [unit.name, periodName(row.period)[language], rule[language]].join('-') })
}

const noTables = notFound({ zh: '表格', en: 'table in this paper' })

type PaperSearch = { readonly version?: number | undefined; readonly language: Language }

/** An older version stays as it was issued last; the newest one has a paper only while it stands. */
function hasIssued(filed: Filed): boolean {
  return filed.version !== null && (filed.version.id !== filed.row.version?.id || stands(filed))
}

function draftLine(filed: Filed, said: Said): string | null {
  if (!filed.version) return said.draft
  return stands(filed) ? null : said.cameBack
}
