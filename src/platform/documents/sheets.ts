import { mostLines } from '../workbook/form-body.ts'
import { linesOf } from '../workbook/form-layout.ts'
import { type OfficialForm, writeOfficialForms } from '../workbook/official-form.ts'
import { setBelow } from './below.ts'
import type { Paper, PaperTable } from './paper.ts'

/** Columns that ask for more lie across. */
const upright = 95

/** The tables of the paper as a workbook, one sheet each, with the paper's head and foot on every one. */
export async function writeSheets(paper: Paper): Promise<Buffer> {
  const named = (whole: string, part: string) =>
    paper.language === 'zh' ? `${whole}（${part}）` : `${whole} (${part})`
  const tables = paper.blocks.filter((block) => block.kind === 'table')
  const lines = paper.title.split('\n')
  const title = lines.at(-1) ?? ''
  const above = [paper.draft ?? '', ...lines.slice(0, -1)].filter(Boolean).join(paper.language === 'zh' ? '　' : ' ')
  // Beside several tables it would stand over one that it is not about.
  const facts = tables.length > 1 ? [] : paper.blocks.flatMap((block) => (block.kind === 'facts' ? block.pairs : []))
  const forms = tables.map((table: PaperTable): OfficialForm => {
    const { columns } = table
    const isLong = (text: string, at: number) => linesOf(text, columns[at]?.width ?? 0) > mostLines
    const { rows, below } = setBelow(table, paper.language, isLong)
    return {
      sheet: table.name,
      title: tables.length > 1 ? named(title, table.name) : title,
      ...(above ? { above } : {}),
      subtitle: { left: '', right: '', ...paper.subtitle },
      ...(facts.length > 0 ? { facts } : {}),
      columns,
      rows: table.sums ? [...rows, table.sums] : rows,
      notes: [...(table.notes ?? []), ...below],
      signatures: paper.signatures,
      footer: { left: paper.foot, page: paper.page },
      orientation: columns.reduce((sum, one) => sum + one.width, 0) > upright ? 'landscape' : 'portrait',
    }
  })
  return writeOfficialForms(forms)
}
