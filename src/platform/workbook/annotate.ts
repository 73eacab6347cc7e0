import type { Language } from '../../shared/words.ts'
import { bytesOf, openZip } from '../files/zip.ts'
import { writeZip } from '../files/zip-writer.ts'
import type { Remark, Remarks } from './account.ts'
import type { Column } from './columns.ts'
import { markSheet } from './mark-sheet.ts'
import { addMarkStyles, type MarkStyles, plainStyles } from './mark-styles.ts'
import { isProblemList } from './own-sheets.ts'
import { openPackage, partOfType, refusingBroken, scanPart } from './package.ts'
import { addPart, addSheet, currentText, namespaceOf, type PackageChanges, partsOf } from './package-changes.ts'
import { readWorkbook } from './read.ts'
import { readSheet } from './sheet-xml.ts'
import { readStrings } from './strings.ts'
import { tableWords } from './table-words.ts'
import { type TextSheet, textSheetXml } from './text-sheet.ts'
import { textWorkbook } from './text-workbook.ts'
import type { XmlHandler } from './xml.ts'
import { outlineXml } from './xml-edit.ts'

export type Marked = Pick<Remarks, 'problems' | 'warnings'>

const words = {
  head: {
    zh: ['工作表', '单元格', '列', '填写内容', '类别', '说明'],
    en: ['Sheet', 'Cell', 'Column', 'Content', 'Kind', 'What is said'],
  },
  problem: { zh: '问题', en: 'Problem' },
  warning: { zh: '提醒', en: 'Warning' },
}

/** The list names no more than these; the cells beyond are coloured all the same. */
const maxLines = 20_000

/**
 * The uploaded workbook with problems in red, warnings in yellow, and a list of both that leads to the cells. The parts of the
 * original are patched, not written anew: formats, formulas, lists, pictures and its calendar stay. A CSV becomes an .xlsx; `columns`
 * tell how its cells are separated. Throws `WorkbookRefused`.
 */
export async function annotateWorkbook(
  data: Buffer,
  columns: readonly Column[],
  marked: Marked,
  language: Language,
): Promise<Buffer> {
  const isPacked = data.toString('latin1', 0, 2) === 'PK'
  const source = isPacked ? data : await textWorkbook(await readWorkbook(data, columns))
  return refusingBroken(async () => {
    const book = await openPackage(await openZip(bytesOf(source)))
    const changes: PackageChanges = { book, changed: new Map() }
    const styles = await addStyles(changes)
    for (const { name, part, hidden } of book.sheets) {
      if (part === null || hidden) continue
      const cellsIn = (remarks: readonly Remark[]) =>
        remarks.filter(({ sheet }) => sheet === name).map(({ cell }) => cell)
      const marks = { problems: cellsIn(marked.problems), warnings: cellsIn(marked.warnings) }
      changes.changed.set(part, markSheet(await currentText(changes, part), marks, styles))
    }
    await putList(changes, marked, language, styles)
    return writeZip(partsOf(changes))
  })
}

async function addStyles(changes: PackageChanges): Promise<MarkStyles> {
  const part = partOfType(changes.book, 'styles')
  if (part !== undefined && changes.book.zip.find(part)) {
    const { xml, styles } = addMarkStyles(await currentText(changes, part))
    changes.changed.set(part, xml)
    return styles
  }
  const root = outlineXml(await currentText(changes, changes.book.main))
  const { xml, styles } = addMarkStyles(plainStyles(namespaceOf(root)))
  await addPart(changes, 'styles', (folder, at) => `${folder}styles${at === 1 ? '' : at}.xml`, xml)
  return styles
}

/** The list of an earlier copy is replaced; a sheet of somebody's own under its name is left alone. */
async function putList(changes: PackageChanges, marked: Marked, language: Language, styles: MarkStyles): Promise<void> {
  const kinds = (count: number, from: number) => Array.from({ length: count }, (_, at) => `E${from + at}`)
  const problems = marked.problems.slice(0, maxLines)
  const warnings = marked.warnings.slice(0, maxLines - problems.length)
  const marks = { problems: kinds(problems.length, 2), warnings: kinds(warnings.length, 2 + problems.length) }
  const xml = (namespace: string) =>
    markSheet(textSheetXml(namespace, listOf({ problems, warnings }, language, styles)), marks, styles)
  const names = new Set(changes.book.sheets.map((each) => each.name))
  for (const { name, part } of changes.book.sheets) {
    if (part === null || !isProblemList(name) || !(await isOurList(changes, part))) continue
    const old = await currentText(changes, part)
    changes.changed.set(part, xml(namespaceOf(outlineXml(old))))
    return
  }
  const title = tableWords.problems[language]
  let free = title
  for (let at = 2; names.has(free); at++) free = `${title} ${at}`
  await addSheet(changes, free, xml)
}

async function isOurList({ book }: PackageChanges, part: string): Promise<boolean> {
  const strings = await readStrings(book.zip, partOfType(book, 'sharedStrings'))
  const scan = (handler: XmlHandler) => scanPart(book.zip, part, handler)
  const { rows } = await readSheet('', scan, { ...strings, styles: [], from1904: book.from1904 })
  return [words.head.zh, words.head.en].some((head) => head.join() === rows[0]?.cells.join())
}

function listOf({ problems, warnings }: Marked, language: Language, styles: MarkStyles): TextSheet {
  const lines = [
    ...problems.map((remark) => ({ ...remark, kind: words.problem[language] })),
    ...warnings.map((remark) => ({ ...remark, kind: words.warning[language] })),
  ]
  return {
    rows: [
      words.head[language],
      ...lines.map((each) => [each.sheet, each.cell, each.column, each.value, each.kind, each[language]]),
    ].map((cells, at) => ({ number: at + 1, cells })),
    style: (row, column) => (row === 1 ? styles.header : column === 1 ? styles.link : styles.text),
    widths: [18, 10, 22, 30, 10, 80],
    links: lines.map(({ sheet, cell }, at) => ({
      cell: `B${at + 2}`,
      target: `'${sheet.replaceAll("'", "''")}'!${cell}`,
    })),
    frozenHeader: true,
  }
}
