import { asName, asOneOf, asProse, asText, asWholeNumber, asYuan } from './cells.ts'
import { column, type Table } from './columns.ts'
import { readWorkbook } from './read.ts'
import { parseTable } from './table.ts'

const kinds = { factory: { zh: '工业', en: 'Industry' }, trade: { zh: '批发业', en: 'Trade' } }
const code = { form: /^[A-Z]{2}\d{4}$/, wrong: { zh: '不是编号。', en: 'Not a code.' } }

/** For tests: a list of firms with a code, texts, a choice, numbers, and a column that may be left out. */
export const sampleTable = {
  title: { zh: '企业清单', en: 'Firms' },
  columns: [
    column('code', { title: { zh: '编号', en: 'Code' }, required: true, parse: asText(18, code), unique: 'refused' }),
    column('name', {
      title: { zh: '名称', en: 'Name' },
      aliases: ['企业名称'],
      required: true,
      parse: asName(60),
      unique: 'warned',
    }),
    column('kind', { title: { zh: '行业', en: 'Kind' }, required: true, parse: asOneOf(kinds) }),
    column('staff', {
      title: { zh: '人数', en: 'Staff' },
      required: true,
      parse: asWholeNumber(0, 1e6),
      numeric: true,
    }),
    column('revenue', {
      title: { zh: '收入（元）', en: 'Revenue (yuan)' },
      required: true,
      parse: asYuan(0, 1e15),
      numeric: true,
    }),
    column('remark', { title: { zh: '备注', en: 'Remark' }, required: false, parse: asProse(200) }),
  ],
} as const satisfies Table

export const sampleHeader = ['编号 *', '名称 *', '行业 *', '人数 *', '收入（元） *', '备注']

/** Row `at` of a table as a person fills it in. */
export function sampleRow(at: number): (string | number)[] {
  return [`AB${1000 + at}`, `甲${at}号机械有限公司`, at % 2 === 0 ? '工业' : '批发业', 30 + at, 1200.5 + at]
}

/** The account of a reading, without the drafts it is made from. */
export async function readSample(data: Buffer) {
  const { drafts: _, ...account } = parseTable(await readWorkbook(data, sampleTable.columns), sampleTable)
  return account
}
