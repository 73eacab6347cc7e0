import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { asOneOf, asText, asYuan } from './cells.ts'
import { column } from './columns.ts'
import { readWorkbook } from './read.ts'
import { parseTable } from './table.ts'
import { makeTemplate } from './template.ts'

const kinds = Object.fromEntries(
  Array.from({ length: 16 }, (_, i) => [
    `kind-${i}`,
    { zh: `很长的服务类别名称第 ${i} 种，含逗号`, en: `Service kind, number ${i}` },
  ]),
)
const table = {
  title: { zh: '服务产品', en: 'Service products' },
  columns: [
    column('name', {
      title: { zh: '名称', en: 'Name' },
      required: true,
      parse: asText(30),
      example: '=示例',
      hint: { zh: '产品全称', en: 'Full name' },
    }),
    column('kind', {
      title: { zh: '类别', en: 'Kind' },
      required: true,
      parse: asOneOf(kinds),
      options: Object.values(kinds),
    }),
    column('price', {
      title: { zh: '单价（元）', en: 'Price (yuan)' },
      required: false,
      numeric: true,
      parse: asYuan(1, 1e10),
    }),
  ],
} as const
const rules = { zh: '浙江 2023 版（批次 2026–2027）', en: 'Zhejiang 2023 (batch 2026–2027)' }

async function open(data: Buffer): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(data as unknown as ExcelJS.Buffer)
  return workbook
}

async function filled(data: Buffer, rows: (string | number)[][]): Promise<Buffer> {
  const workbook = await open(data)
  for (const [i, row] of rows.entries()) workbook.worksheets[0]?.getRow(i + 2).splice(1, 0, ...row)
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

test.each(['zh', 'en'] as const)('a template is filled in and read back without a complaint (%s)', async (language) => {
  const template = await makeTemplate(table, { language, rules })
  const page = (await open(template)).worksheets[0]
  expect(page?.name).toBe(table.title[language])
  expect(page?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
  expect(page?.getCell('B5').dataValidation).toMatchObject({ type: 'list', formulae: ['options!$B$1:$B$16'] })
  const empty = parseTable(await readWorkbook(template), table)
  expect(empty.problems.map((each) => each.en)).toEqual(['There are no rows below the header.'])
  const kind = kinds['kind-3']?.[language] ?? ''
  const parsed = parseTable(await readWorkbook(await filled(template, [['管理诊断', kind, 1200.5]])), table)
  expect(parsed).toMatchObject({
    problems: [],
    warnings: [],
    rows: [{ row: 2, value: { name: '管理诊断', kind: 'kind-3', price: 120050 } }],
  })
})

test('the instructions print the version of the rules and every column', async () => {
  const { sheets } = await readWorkbook(await makeTemplate(table, { language: 'zh', rules }))
  const texts = sheets.find((each) => each.name === '填写说明')?.rows.flatMap((row) => row.cells) ?? []
  expect(texts).toContain(`规则版本: ${rules.zh}`)
  expect(texts).toEqual(expect.arrayContaining(['名称', '产品全称', '=示例', '是']))
})

test('rows handed in stand in the template, a text that looks like a formula as text', async () => {
  const template = await makeTemplate(table, { language: 'zh', rules, rows: [{ name: '=1+1', kind: '', price: 12.5 }] })
  expect((await open(template)).worksheets[0]?.getCell('A2').type).toBe(ExcelJS.ValueType.String)
})
