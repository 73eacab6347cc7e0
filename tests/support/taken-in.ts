import { enterpriseRules, targetRules } from '../../src/features/filings/plan/plan-import.ts'
import { type ImportRules, takeIn } from '../../src/platform/imports/take-in.ts'
import type { Column } from '../../src/platform/workbook/columns.ts'
import {
  type HandmadeCell,
  type HandmadeRow,
  type HandmadeSheet,
  handmadeBook,
} from '../../src/platform/workbook/handmade.ts'
import { readWorkbook } from '../../src/platform/workbook/read.ts'
import { editionList } from '../../src/policy/editions/edition.ts'

const edition = editionList()[0]
if (!edition) throw new Error('no edition')

type Made = { readonly sheet?: Partial<HandmadeSheet>; readonly styles?: string }

/** @throws where the book cannot be read */
export async function read<const Columns extends readonly Column[], Row>(
  rules: ImportRules<Columns, Row>,
  rows: readonly HandmadeRow[],
  { sheet = {}, styles }: Made = {},
) {
  const book = handmadeBook([{ ...sheet, rows }], styles === undefined ? {} : { styles })
  const taken = takeIn(await readWorkbook(book, rules.table.columns), rules)
  return { ...taken, rows: taken.rows(() => 'new') }
}

/** Sheets of pilot enterprises and of targets, taken in as the import does. */
export const firms = (rows: readonly HandmadeRow[], made?: Made) => read(enterpriseRules([]), rows, made)
export const targets = (rows: readonly HandmadeRow[], made?: Made) => read(targetRules([], edition), rows, made)

export const heads = ['统一社会信用代码', '名称', '行业', '从业人员(人)', '营业收入(万元)', '资产总额(万元)']
export const firm = ['91330421MA2000101E', '甲机械厂', '工业', 30, 300, 400] as const
export const withRevenue = (revenue: HandmadeCell): HandmadeRow => [...firm.slice(0, 4), revenue, 400]
export const said = (remarks: readonly { cell: string; zh: string }[]) => remarks.map(({ cell, zh }) => `${cell} ${zh}`)
