import type { Text } from '../../shared/words.ts'
import type { Remark } from './account.ts'
import { columnLetters } from './addresses.ts'
import type { Wrong } from './cells.ts'

type Named = { readonly key: string; readonly title: Text }
type Placed = { readonly sheet: string; readonly row: number; readonly cells: Readonly<Record<string, string>> }

function whole(sheet: string, row: number, zh: string, en: string, at = 0, value = ''): Remark {
  return { sheet, row, column: value, cell: `${columnLetters(at)}${row}`, value, zh, en }
}

/** What reading a table may answer. */
export const tableWords = {
  instructions: { zh: '填写说明', en: 'Instructions' },
  problems: { zh: '问题清单', en: 'Problems' },
  blank: ({ title }: Named): Wrong => ({
    wrong: { zh: `“${title.zh}”为必填项，不能为空。`, en: `“${title.en}” is required.` },
  }),
  missingColumn: (sheet: string, row: number, { title }: Named): Remark =>
    whole(sheet, row, `缺少“${title.zh}”列。`, `The column “${title.en}” is missing.`),
  doubledColumn: (sheet: string, row: number, at: number, title: string): Remark =>
    whole(sheet, row, `“${title}”列重复，请只保留一列。`, `The column “${title}” appears twice. Keep one.`, at, title),
  unknownColumn: (sheet: string, row: number, at: number, title: string): Remark =>
    whole(
      sheet,
      row,
      `未识别“${title}”列，该列未导入。`,
      `The column “${title}” is unknown and was not read.`,
      at,
      title,
    ),
  unreadSheet: (sheet: string): Remark =>
    whole(
      sheet,
      1,
      `工作表“${sheet}”没有本表的表头，未导入。`,
      `Sheet “${sheet}” lacks the table's header and was not read.`,
    ),
  twice: ({ sheet, row, cells }: Placed, { key, title }: Named, value: string, before: Placed): Remark => {
    const there = before.sheet === sheet ? before.cells[key] : `${before.sheet}!${before.cells[key]}`
    const zh = `“${value}”与 ${there} 重复。`
    const en = `“${value}” is in ${there} already.`
    return { sheet, row, column: title.zh, cell: cells[key] ?? `A${row}`, value, zh, en }
  },
  noRows: (sheet: string): Remark => whole(sheet, 2, '表头下没有数据行。', 'There are no rows below the header.'),
  noHeader: (sheet: string, columns: readonly Named[]): Remark =>
    whole(
      sheet,
      1,
      `没有找到表头。应有的列：${columns.map((each) => each.title.zh).join('、')}。请使用下载的模板。`,
      `No header was found. Expected columns: ${columns.map((each) => each.title.en).join(', ')}. Use the template.`,
    ),
}
