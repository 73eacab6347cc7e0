import type { Remark } from './account.ts'
import type { Column } from './columns.ts'
import { at } from './remark-at.ts'
import type { WorkbookRow } from './sheets.ts'
import { shownTitle } from './titles.ts'

/** A unit written beside a table. `sure`: above or between its rows, as what they are counted in; a note may mean something else. */
export type Stated = {
  readonly row: number
  readonly index: number
  readonly text: string
  readonly units: readonly string[]
  readonly sure: boolean
}

/** A unit, the columns that are counted in it, and the rows, where not all of them are. */
export type Counted = { readonly column: Column; readonly unit: string; readonly rows: readonly number[] }

/** What is said of units that are not those of the columns. */
export const unitWords = {
  otherUnitTitle: (
    sheet: string,
    { number, cells }: WorkbookRow,
    index: number,
    column: Column,
    unit: string,
  ): Remark => {
    const title = shownTitle(cells[index] ?? '')
    const own = typeof column.unit === 'string' ? column.unit : null
    const zh = own === null ? '本列每行以各自的单位计' : `本列以“${own}”计`
    const en = own === null ? 'each row is counted in its own unit' : `the column is counted in “${own}”`
    return {
      ...at(
        sheet,
        number,
        index,
        title,
        `标题写明单位“${unit}”，而${zh}。请换算后按“${column.title.zh}”列填写。`,
        `The title is in “${unit}”, but ${en}. Convert the figures to “${column.title.en}”.`,
      ),
      column: title,
    }
  },
  otherUnitStated: (sheet: string, { row, index, text }: Stated, unit: string, against: readonly Counted[]): Remark => {
    const byUnit = [...Map.groupBy(against, (one) => one.unit)]
    const zh = byUnit.map(([of, those]) => `${titles(those, 'zh')}${rowsOf(those, 'zh')}以“${of}”计`).join('，')
    const en = byUnit.map(([of, those]) => `${titles(those, 'en')}${rowsOf(those, 'en')} in “${of}”`).join(', ')
    return at(
      sheet,
      row,
      index,
      text,
      `此处写明单位“${unit}”，而${zh}。请统一单位后重新导入。`,
      `The unit “${unit}” is written here, but the system counts ${en}. Bring them to one unit and import again.`,
    )
  },
  perhaps: (remark: Remark): Remark => ({
    ...remark,
    zh: remark.zh.replace('请统一单位后重新导入。', '请核对表中数据的单位。'),
    en: remark.en.replace('Bring them to one unit and import again.', 'Check the unit of the figures.'),
  }),
  aside: (sheet: string, { number, cells }: WorkbookRow, index: number, column: Column, aside: string): Remark => {
    const title = shownTitle(cells[index] ?? '')
    return {
      ...at(
        sheet,
        number,
        index,
        title,
        `按“${column.title.zh}”列读取；标题另写明“${aside}”，请核对是否就是本列要填的数。`,
        `Read as “${column.title.en}”; the title also says “${aside}”. Check that these are the figures meant.`,
      ),
      column: title,
    }
  },
  noUnit: (sheet: string, { number, cells }: WorkbookRow, index: number, column: Column): Remark => {
    const title = shownTitle(cells[index] ?? '')
    const unit = String(column.unit)
    return {
      ...at(
        sheet,
        number,
        index,
        title,
        `标题没有写明单位，按“${unit}”读取。`,
        `The title names no unit; the figures are taken in “${unit}”.`,
      ),
      column: title,
    }
  },
}

function titles(those: readonly Counted[], language: 'zh' | 'en'): string {
  return those.map(({ column }) => `“${shownTitle(column.title[language])}”`).join(language === 'zh' ? '、' : ', ')
}

function rowsOf([first]: readonly Counted[], language: 'zh' | 'en'): string {
  const rows = first?.rows ?? []
  if (rows.length === 0) return language === 'zh' ? '列' : ''
  const shown = rows.slice(0, 10).join(language === 'zh' ? '、' : ', ')
  const more = rows.length > 10
  if (language === 'zh') return `（第 ${shown} ${more ? '等' : ''}行）`
  return ` (rows ${shown}${more ? ' and others' : ''})`
}
