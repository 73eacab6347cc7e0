import type { Text } from '../../shared/words.ts'
import type { Remark } from './account.ts'
import { columnLetters } from './addresses.ts'
import { at } from './remark-at.ts'

type Named = { readonly key: string; readonly title: Text }
type Placed = { readonly sheet: string; readonly row: number; readonly cells: Readonly<Record<string, string>> }

function several(sheet: string, rows: readonly number[], value: string, zh: string, en: string): Remark {
  return { ...at(sheet, rows[0] ?? 1, 0, value, zh, en), ...(rows.length > 1 && { rows }) }
}

/** `3、5–9`; the first runs only when there are very many. */
function runsOf(rows: readonly number[]): { zh: string; en: string } {
  const runs: [number, number][] = []
  for (const row of rows) {
    const last = runs.at(-1)
    if (last && last[1] === row - 1) last[1] = row
    else runs.push([row, row])
  }
  const shown = runs.slice(0, 40).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`))
  const more = runs.length > shown.length
  return {
    zh: more ? `${shown.join('、')} 等共 ${rows.length}` : shown.join('、'),
    en: more ? `${shown.join(', ')} and others, ${rows.length} in all` : shown.join(', '),
  }
}

/** What reading a table may answer. */
export const tableWords = {
  instructions: { zh: '填写说明', en: 'Instructions' },
  problems: { zh: '问题清单', en: 'Problems' },
  missingColumn: (sheet: string, row: number, { title }: Named): Remark =>
    at(sheet, row, 0, '', `缺少“${title.zh}”列。`, `The column “${title.en}” is missing.`),
  concealedColumn: (sheet: string, row: number, column: number, { title }: Named): Remark => ({
    ...at(
      sheet,
      row,
      column,
      title.zh,
      `“${title.zh}”列已隐藏，隐藏的列不读取。请取消隐藏。`,
      `The column “${title.en}” is hidden, and hidden columns are not read. Unhide it.`,
    ),
    column: title.zh,
  }),
  concealedOptional: (sheet: string, row: number, column: number, { title }: Named): Remark => ({
    ...at(
      sheet,
      row,
      column,
      title.zh,
      `“${title.zh}”列已隐藏，其内容未导入。`,
      `The column “${title.en}” is hidden; what it holds was not read.`,
    ),
    column: title.zh,
  }),
  concealedTwin: (sheet: string, row: number, column: number, { title }: Named): Remark => ({
    ...at(
      sheet,
      row,
      column,
      title.zh,
      `另有一个“${title.zh}”列已隐藏，其内容未导入。如应导入的是隐藏的一列，请取消隐藏并只保留一列。`,
      `Another column “${title.en}” is hidden; what it holds was not read. If it is the one meant, unhide it and keep one.`,
    ),
    column: title.zh,
  }),
  doubledColumn: (sheet: string, row: number, index: number, column: Named, title: string, before: string): Remark => ({
    ...at(
      sheet,
      row,
      index,
      title,
      title === before
        ? `“${title}”列重复，请只保留一列。`
        : `“${before}”和“${title}”都读作“${column.title.zh}”列，请只保留一列。`,
      title === before
        ? `The column “${title}” appears twice. Keep one.`
        : `“${before}” and “${title}” are both read as “${column.title.en}”. Keep one.`,
    ),
    column: title,
  }),
  unknownColumn: (sheet: string, row: number, column: number, title: string): Remark => ({
    ...at(
      sheet,
      row,
      column,
      title,
      `未识别“${title}”列，该列未导入。`,
      `The column “${title}” is unknown and was not read.`,
    ),
    column: title,
  }),
  untitledColumn: (sheet: string, row: number, column: number, value: string): Remark => {
    const letters = columnLetters(column)
    const zh = `${letters} 列没有标题，该列未导入。`
    return at(sheet, row, column, value, zh, `Column ${letters} has no title and was not read.`)
  },
  aboveHeader: (sheet: string, row: number, value: string): Remark =>
    at(sheet, row, 0, value, '表头以上的文字，未导入。', 'Stands above the header and was not read.'),
  rowAboveHeader: (sheet: string, row: number, value: string): Remark =>
    at(
      sheet,
      row,
      0,
      value,
      '表头以上有数据行，请移到表头之下。',
      'A row of data stands above the header. Move it below.',
    ),
  hiddenRows: (sheet: string, rows: readonly number[]): Remark => {
    const { zh, en } = runsOf(rows)
    const said = `第 ${zh} 行已隐藏或被筛选，未导入。如需导入请先取消隐藏和筛选。`
    return several(
      sheet,
      rows,
      zh,
      said,
      `Rows ${en} are hidden or filtered out and were not read. Unhide them if meant.`,
    )
  },
  unseenRows: (sheet: string, rows: readonly number[]): Remark => {
    const { zh, en } = runsOf(rows)
    const said = `第 ${zh} 行的文字看不见（与底色相同、字号过小或格式设为不显示），按隐藏行处理，未导入。如需导入请改成看得见的文字。`
    return several(
      sheet,
      rows,
      zh,
      said,
      `The text of rows ${en} cannot be seen (in the colour behind it, too small, or in a format that shows nothing); like hidden rows they were not read. Make it visible if meant.`,
    )
  },
  faintCells: (sheet: string, rows: readonly number[], column: number, title: string): Remark => {
    const { zh, en } = runsOf(rows)
    const said = `“${title}”列第 ${zh} 行的文字看不见（与底色相同、字号过小或格式设为不显示），已按数据导入，请核对。`
    const told = `The text of “${title}” in rows ${en} cannot be seen (in the colour behind it, too small, or in a format that shows nothing), but was read as data. Check it.`
    return { ...several(sheet, rows, zh, said, told), column: title, cell: `${columnLetters(column)}${rows[0] ?? 1}` }
  },
  loneText: (sheet: string, row: number, value: string): Remark => {
    const zh = '本行只有一个单元格有内容，无法读作数据。如为小标题或说明请删去，如为数据请补全。'
    const en = 'Only one cell of this row is filled. Delete it if it is a heading or a note, or complete it.'
    return at(sheet, row, 0, value, zh, en)
  },
  unreadCells: (sheet: string, rows: readonly number[], value: string): Remark => {
    const { zh, en } = runsOf(rows)
    const said = `第 ${zh} 行只有未导入的列有内容，按空行跳过。`
    return several(
      sheet,
      rows,
      value,
      said,
      `Rows ${en} are filled in columns only that are not read, and count as blank.`,
    )
  },
  strayRow: (sheet: string, row: number, column: number, value: string): Remark =>
    at(
      sheet,
      row,
      column,
      value,
      '本行内容不在任何标题之下，未导入。',
      'What stands in this row is under no title and was not read.',
    ),
  repeatedHeader: (sheet: string, row: number): Remark =>
    at(sheet, row, 0, '', '重复的表头，已跳过。', 'The header once more; skipped.'),
  note: (sheet: string, row: number, value: string): Remark =>
    at(sheet, row, 0, value, '说明文字，未导入。', 'A note; not read.'),
  heading: (sheet: string, row: number, value: string): Remark =>
    at(sheet, row, 0, value, '表中的小标题，未导入。', 'A heading within the table; not read.'),
  total: (sheet: string, row: number, value: string): Remark =>
    at(sheet, row, 0, value, '合计行，未导入。', 'A row of totals; not read.'),
  signature: (sheet: string, row: number, value: string): Remark =>
    at(
      sheet,
      row,
      0,
      value,
      '落款（填表人、日期、盖章等），未导入。',
      'Signatures or a date below the table; not read.',
    ),
  numbering: (sheet: string, row: number, value: string): Remark =>
    at(sheet, row, 0, value, '栏次行，未导入。', 'The numbers of the columns; not read.'),
  perhapsTotal: (sheet: string, row: number, value: string): Remark =>
    at(sheet, row, 0, value, '本行像是合计行，但已按数据导入。', 'The row looks like a total, but was read as data.'),
  perhapsExample: (sheet: string, row: number, value: string): Remark =>
    at(sheet, row, 0, value, '本行像是示例，但已按数据导入。', 'The row looks like an example, but was read as data.'),
  unsure: (remark: Remark): Remark => ({
    ...remark,
    zh: `像是${remark.zh}请核对。`,
    en: `Perhaps: ${remark.en} Check it.`,
  }),
  comment: (sheet: string, { cell, text }: { readonly cell: string; readonly text: string }): Remark => ({
    sheet,
    row: Number(/\d+$/.exec(cell)?.[0] ?? 1),
    column: '',
    cell,
    value: text,
    zh: '单元格批注，未导入。',
    en: 'A comment on the cell; not read.',
  }),
  hiddenSheet: (sheet: string): Remark =>
    at(sheet, 1, 0, '', `工作表“${sheet}”已隐藏，未导入。`, `Sheet “${sheet}” is hidden and was not read.`),
  hiddenTable: (sheet: string): Remark =>
    at(
      sheet,
      1,
      0,
      '',
      `隐藏的工作表“${sheet}”有同样的表头，未导入。如需导入请取消隐藏。`,
      `The hidden sheet “${sheet}” has the same header and was not read. Unhide it if it is meant.`,
    ),
  ownSheet: (sheet: string): Remark =>
    at(sheet, 1, 0, '', `“${sheet}”是说明，不是数据，未导入。`, `“${sheet}” explains and holds no data; not read.`),
  unreadSheet: (sheet: string, rows: number): Remark =>
    at(
      sheet,
      1,
      0,
      '',
      `工作表“${sheet}”有 ${rows} 行内容，但没有本表的表头，未导入。`,
      `Sheet “${sheet}” has ${rows} filled rows but lacks the table's header, and was not read.`,
    ),
  severalSheets: (sheets: readonly { readonly name: string; readonly rows: number }[]): Remark => {
    const first = sheets[0]?.name ?? ''
    const zh = `从 ${sheets.length} 张工作表一并读取：${sheets.map((each) => `“${each.name}”${each.rows} 行`).join('、')}。`
    const en = `Read from ${sheets.length} sheets together: ${sheets.map((each) => `“${each.name}” ${each.rows} rows`).join(', ')}.`
    return at(first, 1, 0, '', zh, en)
  },
  twice: ({ sheet, row, cells }: Placed, { key, title }: Named, value: string, before: Placed): Remark => {
    const there = before.sheet === sheet ? before.cells[key] : `${before.sheet}!${before.cells[key]}`
    const zh = `“${value}”与 ${there} 重复。`
    const en = `“${value}” is in ${there} already.`
    return { sheet, row, column: title.zh, cell: cells[key] ?? `A${row}`, value, zh, en }
  },
  sameRow: (sheet: string, row: number, before: Placed): Remark => {
    const there = before.sheet === sheet ? `第 ${before.row} 行` : `“${before.sheet}”第 ${before.row} 行`
    const en = before.sheet === sheet ? `row ${before.row}` : `row ${before.row} of “${before.sheet}”`
    return at(sheet, row, 0, '', `本行与${there}完全相同。`, `The row equals ${en}.`)
  },
  noRows: (sheet: string): Remark => at(sheet, 2, 0, '', '表头下没有数据行。', 'There are no rows below the header.'),
  noHeader: (sheet: string, columns: readonly Named[]): Remark =>
    at(
      sheet,
      1,
      0,
      '',
      `没有找到表头。应有的列：${columns.map((each) => each.title.zh).join('、')}。请使用下载的模板。`,
      `No header was found. Expected columns: ${columns.map((each) => each.title.en).join(', ')}. Use the template.`,
    ),
}
