import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { annotateWorkbook } from './annotate.ts'
import { asOneOf, asText, asYuan } from './cells.ts'
import { column } from './columns.ts'
import { handmade } from './handmade.ts'
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

test('problems stand on their cells and in a list; a corrected copy loses its marks', async () => {
  const bad = await filled(await makeTemplate(table, { language: 'zh', rules }), [
    ['', '没有', 'x'],
    ['好', kinds['kind-1']?.zh ?? '', 1],
  ])
  const { problems } = parseTable(await readWorkbook(bad), table)
  const copy = await annotateWorkbook(bad, problems, 'zh')
  const workbook = await open(copy)
  const page = workbook.getWorksheet('服务产品')
  for (const cell of ['A2', 'B2', 'C2'])
    expect(page?.getCell(cell).fill).toMatchObject({ fgColor: { argb: 'FFFFC7CE' } })
  expect(page?.getCell('B3').fill).not.toMatchObject({ pattern: 'solid' })
  expect(JSON.stringify(page?.getCell('A2').note)).toContain('必填')
  const list = workbook.getWorksheet('问题清单')
  expect([2, 3, 4].map((row) => list?.getCell(row, 2).text)).toEqual(['A2', 'B2', 'C2'])
  expect(parseTable(await readWorkbook(copy), table)).toMatchObject({
    problems: problems.map(({ cell }) => ({ cell })),
    warnings: [],
  })

  const corrected = await annotateWorkbook(copy, [], 'zh')
  const clean = (await open(corrected)).getWorksheet('服务产品')?.getCell('A2')
  expect(clean?.fill).not.toMatchObject({ pattern: 'solid' })
  expect(clean?.note).toBeUndefined()
})

test('a CSV and a workbook with a validation over whole columns get a copy of their texts', async () => {
  const csv = Buffer.from('名称,类别\n=甲,没有\n')
  const { problems } = parseTable(await readWorkbook(csv), table)
  const page = (await open(await annotateWorkbook(csv, problems, 'en'))).getWorksheet('CSV')
  expect(page?.getCell('A2')).toMatchObject({ value: '=甲', type: ExcelJS.ValueType.String })
  expect(page?.getCell('B2').fill).toMatchObject({ pattern: 'solid' })
  expect(JSON.stringify(page?.getCell('B2').note)).toContain('none of')

  const source = new ExcelJS.Workbook()
  const sheet = source.addWorksheet('表')
  sheet.addRow(['名称', '类别'])
  const wide = sheet as unknown as { dataValidations: { add(range: string, rule: object): void } }
  wide.dataValidations.add('A2:D1048576', { type: 'list', formulae: ['"a"'] })
  const data = Buffer.from(await source.xlsx.writeBuffer())
  const copy = await open(await annotateWorkbook(data, parseTable(await readWorkbook(data), table).problems, 'en'))
  expect(copy.worksheets.map((each) => each.name)).toEqual(['表', 'Problems'])
})

test('a copy is made at once of a workbook that claims whole columns in names, widths, merges or validations', async () => {
  const rows = '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>名称</t></is></c></row></sheetData>'
  const names = '<definedNames><definedName name="a">表!$A$1:$XFD$1048576</definedName></definedNames>'
  const books = [
    handmade(`<worksheet>${rows}</worksheet>`, `<sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets>${names}`),
    handmade(`<worksheet><cols><col min="1" max="1000000000" width="9"/></cols>${rows}</worksheet>`),
    handmade(
      `<worksheet>${rows}<mergeCells><mergeCell ref="A:XFD"/><mergeCell ref="B1:XFD1048576"/></mergeCells></worksheet>`,
    ),
    handmade(
      `<worksheet>${rows}<dataValidations><dataValidation sqref="A1:ZZZ9999999"/></dataValidations></worksheet>`,
    ),
  ]
  for (const data of books) {
    const { problems } = parseTable(await readWorkbook(data), table)
    const copy = await open(await annotateWorkbook(data, problems, 'zh'))
    expect(copy.worksheets.map((each) => each.name)).toEqual(['表', '问题清单'])
  }
})

test('a large workbook with a problem in every row is marked in its texts', async () => {
  const data = Buffer.from(`名称,类别\n${'甲,没有\n'.repeat(20_000)}`)
  const { problems } = parseTable(await readWorkbook(data), table)
  const copy = await annotateWorkbook(data, problems, 'zh')
  expect((await open(copy)).worksheets.map((each) => each.rowCount)).toEqual([20_001, 20_001])
  expect(parseTable(await readWorkbook(copy), table).problems).toHaveLength(20_000)
}, 60_000)
