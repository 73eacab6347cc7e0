import type { Text } from '../../shared/words.ts'
import type { Remark } from './account.ts'
import type { Wrong } from './cells.ts'
import { at } from './remark-at.ts'
import type { CellFault } from './sheets.ts'

/** What reading a cell, or the cells of one row, may answer. */
export const cellWords = {
  blank: ({ title }: { readonly title: Text }): Wrong => ({
    wrong: { zh: `“${title.zh}”为必填项，不能为空。`, en: `“${title.en}” is required.` },
  }),
  faults: {
    error: {
      zh: '单元格是错误值，不是数据。请改正公式或直接填写内容。',
      en: 'The cell holds an error, not a value. Mend the formula or type the value.',
    },
    uncalculated: {
      zh: '单元格是没有计算结果的公式。请用 Excel 或 WPS 打开、计算并保存，或直接填写内容。',
      en: 'The cell holds a formula without a result. Open, calculate and save it in Excel or WPS, or type the value.',
    },
    scaled: {
      zh: '单元格的数字格式按千或万缩放显示，看到的数与实际的数不同。请改为普通数字格式，并按本列单位填写。',
      en: 'The number format shows the figure in another scale than it is kept in. Use a plain format and the unit of the column.',
    },
    currency: {
      zh: '单元格的数字格式是外币，本表金额以人民币计。请换算并改为普通数字格式。',
      en: 'The number format shows another currency; amounts here are in yuan. Convert the figure and use a plain format.',
    },
    digits: {
      zh: '单元格的数字格式里写有固定的数字或逗号，看到的数与实际的数不同。请改为普通数字格式。',
      en: 'The number format writes digits or commas of its own, so what is seen is not what is kept. Use a plain format.',
    },
    picture: { zh: '单元格里是图片，无法读取。请填写文字。', en: 'The cell holds a picture. Type the text.' },
  } satisfies Record<CellFault, Text>,
  pictureNotRead: {
    zh: '单元格里是图片，未导入，按空白处理。',
    en: 'The picture in this cell is not read; it counts as blank.',
  },
  struck: {
    zh: '单元格有加删除线的文字，已照原样读取。如已作废，请删去。',
    en: 'Some of this text is struck out, and was read as it stands. Delete it if it no longer holds.',
  },
  struckPart: (whole: string, unstruck: string): Text => ({
    zh: `单元格的一部分加了删除线：全部读作“${whole}”，去掉删除线部分为“${unstruck}”。请删去作废的部分。`,
    en: `A part is struck out: “${whole}” with it, “${unstruck}” without. Delete what no longer holds.`,
  }),
  struckText: (whole: string, unstruck: string): Text => ({
    zh: `单元格有加删除线的文字，已照原样读作“${whole}”；去掉删除线部分为“${unstruck}”。如已作废，请删去。`,
    en: `Some of this text is struck out and was read as it stands, “${whole}”; without it “${unstruck}”. Delete it if it no longer holds.`,
  }),
  raised: (whole: string, level: string): Text => ({
    zh: `单元格有上标或下标：连同读作“${whole}”，不计为“${level}”，无法判断。请改为普通文字。`,
    en: `Part of the cell is raised or lowered: “${whole}” with it, “${level}” without. Write it as plain text.`,
  }),
  raisedText: (whole: string): Text => ({
    zh: `单元格有上标或下标，读作“${whole}”。请核对。`,
    en: `Part of this text is raised or lowered; it was read as “${whole}”. Check it.`,
  }),
  struckRow: (sheet: string, row: number, value: string): Remark =>
    at(
      sheet,
      row,
      0,
      value,
      '本行全部加了删除线，但已按数据导入。如已作废，请删去。',
      'The whole row is struck out, but was read as data. Delete it if it no longer holds.',
    ),
  mergedAcross: (other: string): Text => ({
    zh: `与 ${other} 合并，无法判断内容属于哪一列。请取消合并后分别填写。`,
    en: `Merged with ${other}, so it is not clear whose value this is. Unmerge the cells and fill in each.`,
  }),
  mergedFigure: (first: string): Text => ({
    zh: `合并单元格 ${first} 的数字按每行各一份读取。如为几行合计，请取消合并后分行填写。`,
    en: `The figure of the merged cell ${first} is taken for each of its rows. If it is their total, fill in each row.`,
  }),
  cleaned: (took: string): Text => ({ zh: `读作“${took}”。`, en: `Taken as “${took}”.` }),
  beyondHeader: (sheet: string, row: number, column: number, value: string): Remark =>
    at(
      sheet,
      row,
      column,
      value,
      `本行比表头长：“${value}”不在任何标题之下，各列可能已错位（如数字中的逗号未加引号）。`,
      `The row is longer than the header: “${value}” is under no title, so values may have shifted (a comma within a number?).`,
    ),
  moreFields: (sheet: string, row: number, fields: number, titles: number): Remark =>
    at(
      sheet,
      row,
      titles,
      '',
      `本行有 ${fields} 个单元格，表头只有 ${titles} 个，各列可能已错位（如数字中的逗号未加引号）。`,
      `The row has ${fields} cells and the header ${titles}, so values may have shifted (a comma within a number?).`,
    ),
  underMergedTitle: (sheet: string, row: number, column: number, value: string): Remark =>
    at(
      sheet,
      row,
      column,
      value,
      '标题合并了几列，只能读取第一列，此处另有内容。请合并到一列。',
      'The title is merged over several columns and only the first is read, but here stands something else.',
    ),
}
