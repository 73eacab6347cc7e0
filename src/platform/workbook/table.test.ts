import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { asDay, asOneOf, asPercent, asQuarter, asText, asUscc, asWholeNumber, asYuan, type Wrong } from './cells.ts'
import { column } from './columns.ts'
import { readWorkbook } from './read.ts'
import type { Workbook } from './sheets.ts'
import { parseTable } from './table.ts'

const kinds = {
  'management-upgrade': { zh: '规范提升', en: 'Management upgrade' },
  financing: { zh: '融资服务', en: 'Financing' },
}
const fundLines = {
  title: { zh: '资金使用方案', en: 'Fund-use plan' },
  columns: [
    column('name', { title: { zh: '服务项目', en: 'Item' }, required: true, parse: asText(20) }),
    column('kind', { title: { zh: '服务类别', en: 'Kind' }, required: true, parse: asOneOf(kinds) }),
    column('price', {
      title: { zh: '单价（元）', en: 'Unit price (yuan)' },
      required: true,
      parse: asYuan(1, 1_000_000_00),
      unit: '元',
    }),
    column('day', { title: { zh: '计划日期', en: 'Planned day' }, required: false, parse: asDay }),
  ],
} as const

function sheet(...rows: string[][]): Workbook {
  return { format: 'xlsx', sheets: [{ name: '方案', rows: rows.map((cells, i) => ({ number: i + 1, cells })) }] }
}

const header = ['服务项目', '服务类别', '单价（元）', '计划日期']

test('rows come out typed, whatever the language and order of the header and the lines above it', () => {
  const parsed = parseTable(
    sheet(
      ['嘉善某园区资金使用方案'],
      ['说明：带 * 必填'],
      ['UNIT PRICE（yuan）*', ' 服务 项目 ', 'kind', 'Planned day'],
      ['1,200.5', '现场诊断', 'Financing', '2026年5月6日'],
      ['３00', '辅导', '规范提升'],
    ),
    fundLines,
  )
  expect(parsed.problems).toEqual([])
  expect(parsed.rows.map(({ row, value }) => ({ row, ...value }))).toEqual([
    { row: 4, name: '现场诊断', kind: 'financing', price: 120050, day: '2026-05-06' },
    { row: 5, name: '辅导', kind: 'management-upgrade', price: 30000, day: null },
  ])
  const first: { name: string; kind: keyof typeof kinds; price: number; day: string | null } | undefined =
    parsed.rows[0]?.value
  expect(first?.price).toBe(120050)
})

test('all problems are named at once, each by sheet, row, column and cell', () => {
  const { problems, rows } = parseTable(
    sheet(header, ['甲', '融资', '-1', '2026-02-30'], ['', '融资服务', '2'], ['乙', '融资服务', '3']),
    fundLines,
  )
  expect(problems.map(({ cell, column: title, value }) => [cell, title, value])).toEqual([
    ['B2', '服务类别', '融资'],
    ['C2', '单价（元）', '-1'],
    ['D2', '计划日期', '2026-02-30'],
    ['A3', '服务项目', ''],
  ])
  expect(problems[0]).toMatchObject({ sheet: '方案', row: 2, zh: '“融资”不在可选项中：规范提升；融资服务。' })
  expect(rows).toHaveLength(1)
})

test.each([
  ['单价（万元）', '万元'],
  ['单价/千元', '千元'],
  ['单价【单位：亿元】', '亿元'],
  ['Unit price (10,000 yuan)', '10,000yuan'],
])('a column in another unit is told with both units, and is no missing column: %s', (title, unit) => {
  const told = parseTable(sheet(['服务项目', '服务类别', title], ['甲', '融资服务', '1']), fundLines).problems
  const [first] = told.filter(({ row }) => row === 1)
  expect(first).toMatchObject({ cell: 'C1', column: title })
  expect(first?.zh).toMatch(new RegExp(`“${unit}”.*“元”`))
  expect(told.map(({ zh }) => zh).join()).not.toContain('缺少')
})

test('beside the column itself the same figure in another unit is some other column', () => {
  const { problems, rows } = parseTable(
    sheet([...header, '单价（万元）'], ['甲', '融资服务', '1', '', '0.0001']),
    fundLines,
  )
  expect(problems).toEqual([])
  expect(rows).toHaveLength(1)
})

test('missing and doubled columns are problems, an unread sheet is a warning, an unknown column is said', () => {
  const { problems } = parseTable(sheet(['服务项目', '服务项目', '单价（元）'], ['a', 'b', '1']), fundLines)
  expect(problems.map((each) => each.zh)).toContain('缺少“服务类别”列。')
  expect(problems.find((each) => each.cell === 'B1')?.zh).toContain('重复')
  const workbook = sheet([...header, '备注'], ['甲', '融资服务', '1', '', 'x'])
  const other = { name: '草稿', rows: [{ number: 1, cells: ['随手记'] }] }
  const parsed = parseTable({ ...workbook, sheets: [...workbook.sheets, other] }, fundLines)
  expect(parsed.problems).toEqual([])
  expect(parsed.warnings.map((each) => [each.sheet, each.cell])).toEqual([['草稿', 'A1']])
  expect(parsed.skipped.map((each) => [each.sheet, each.cell])).toEqual([['方案', 'E1']])
})

test('two sheets with the same header are both read', () => {
  const workbook = sheet(header, ['甲', '融资服务', '1'])
  const second = {
    name: '续',
    rows: [
      { number: 1, cells: header },
      { number: 2, cells: ['乙', '融资服务', '2'] },
    ],
  }
  expect(
    parseTable({ ...workbook, sheets: [...workbook.sheets, second] }, fundLines).rows.map((each) => each.sheet),
  ).toEqual(['方案', '续'])
})

test('no header, no rows and no content at all are said plainly', () => {
  expect(parseTable(sheet(['x', 'y'], ['1', '2']), fundLines).problems[0]?.zh).toContain('没有找到表头')
  expect(parseTable(sheet(header), fundLines).problems[0]?.zh).toContain('没有数据行')
  expect(parseTable({ format: 'csv', sheets: [] }, fundLines).problems).toHaveLength(1)
})

test('5,000 rows with one bad cell in a hundred: every bad cell is named', async () => {
  const workbook = new ExcelJS.Workbook()
  const page = workbook.addWorksheet('方案')
  page.addRow(header)
  for (let i = 0; i < 5000; i++)
    page.addRow([`项目${i}`, '融资服务', i % 100 === 0 ? '一千' : 1000 + i, new Date('2026-05-06')])
  page.getColumn(4).numFmt = 'yyyy-mm-dd'
  const { problems, rows } = parseTable(await readWorkbook(Buffer.from(await workbook.xlsx.writeBuffer())), fundLines)
  expect(problems.map((each) => each.cell)).toEqual(Array.from({ length: 50 }, (_, i) => `C${i * 100 + 2}`))
  expect(rows).toHaveLength(4950)
})

test('each reader of cells takes what people write and refuses the rest', () => {
  const ok = (value: unknown) => !(typeof value === 'object' && value !== null && 'wrong' in (value as Wrong))
  expect(
    ['2026-05-06', '2026/5/6', '2026.5.6', '２０２６年５月６日', '20260506', '46148', '2026-05-06 00:00'].map(asDay),
  ).toEqual(Array(7).fill('2026-05-06'))
  expect(['2026-13-01', '明天', '5/6/2026', '1'].some((text) => ok(asDay(text)))).toBe(false)
  expect(['2026Q2', '2026年第二季度', '2026年2季度', '2026 q2'].map(asQuarter)).toEqual(Array(4).fill('2026Q2'))
  expect(ok(asQuarter('2026Q5'))).toBe(false)
  expect([asWholeNumber(0, 10)('10'), asPercent(0, 100)('33.5%'), asYuan(0, 1e9)('￥1,200元')]).toEqual([
    10, 33.5, 120000,
  ])
  expect(
    [
      asWholeNumber(0, 10)('11'),
      asWholeNumber(0, 10)('1.5'),
      asWholeNumber(0, 10)('1e1'),
      asPercent(0, 100)('101'),
    ].some(ok),
  ).toBe(false)
  expect(ok(asText(40)('2.53320000003981E+19'))).toBe(false)
  expect(ok(asText(3)('一二三四'))).toBe(false)
  expect(asUscc('91330000142912345X'.slice(0, 17))).toHaveProperty('wrong')
})
