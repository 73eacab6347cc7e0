import { setTimeout } from 'node:timers/promises'
import ExcelJS from 'exceljs'
import { format as formatValue } from 'numfmt'
import { expect, test } from 'vitest'
import { writeOfficialForm } from './official-form.ts'
import { readWorkbook } from './read.ts'
import type { ExportSheet } from './values.ts'
import { exportRows } from './write.ts'

const sheet = (rows: ExportSheet['rows']): ExportSheet => ({
  title: '服务台账 [2026/Q2]',
  columns: [
    { title: '企业', kind: 'text' },
    { title: '金额', kind: 'yuan' },
    { title: '日期', kind: 'day' },
    { title: '完成率', kind: 'percent' },
  ],
  rows,
  about: { title: '说明', countLabel: '行数', lines: [['规则版本', 'zj-2023']] },
})

async function collect(stream: AsyncIterable<unknown>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

async function open(data: Buffer): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(data as unknown as ExcelJS.Buffer)
  return workbook
}

/** A cell as a spreadsheet shows it. */
function asRead(cell: ExcelJS.Cell | undefined): string {
  return formatValue(cell?.numFmt ?? 'General', Number(cell?.value))
}

test('20,000 rows go out complete, typed and counted', async () => {
  async function* rows() {
    for (let i = 0; i < 20_000; i++) yield [`企业${i}`, 120_050 + i, '2026-05-06', 33.33]
  }
  const data = await collect(exportRows(sheet(rows())))
  const { sheets } = await readWorkbook(data)
  expect(sheets[0]?.name).toBe('服务台账  2026 Q2')
  expect(sheets[0]?.rows).toHaveLength(20_001)
  expect(sheets[0]?.rows.at(-1)?.cells).toEqual(['企业19999', '1400.49', '2026-05-06', '33.33%'])
  expect(sheets[1]?.rows.map((row) => row.cells)).toEqual([
    ['规则版本', 'zj-2023'],
    ['行数', '20000'],
  ])
})

test('what looks like a formula stays text, what XML cannot carry is left out', async () => {
  const texts = ['=HYPERLINK("http://x","y")', '+1', '-1+1', '@SUM(A1)', '\u0000a\u000bb\ud800', '<b>&"']
  const data = await collect(exportRows(sheet(texts.map((text) => [text, null, null, null]))))
  const page = (await open(data)).worksheets[0]
  const cells = texts.map((_, i) => page?.getCell(i + 2, 1))
  expect(cells.map((cell) => cell?.value)).toEqual([...texts.slice(0, 4), 'ab\ufffd', '<b>&"'])
  expect(cells.every((cell) => cell?.type === ExcelJS.ValueType.String && cell.numFmt === '@')).toBe(true)
})

test('a source that fails breaks the stream off instead of ending it', async () => {
  async function* rows() {
    yield ['a', 1, null, null]
    await setTimeout(1)
    throw new Error('lost the database')
  }
  await expect(collect(exportRows(sheet(rows())))).rejects.toThrow('lost the database')
})

test('a reader that goes away stops the source', async () => {
  let made = 0
  function* rows() {
    for (;;) yield [`企业${made++} ${Math.random()}`, made, '2026-05-06', 1]
  }
  const stream = exportRows(sheet(rows()))
  for await (const _ of stream) break
  const soon = made
  await setTimeout(50)
  expect(made - soon).toBeLessThan(1000)
})

test('the official form: title, head, grid, merged groups, signatures, page setup', async () => {
  const data = await writeOfficialForm({
    sheet: '完成情况表',
    title: '绩效目标完成情况表',
    subtitle: { left: '填报单位：嘉善某园区', centre: '2026年第二季度', right: '金额单位：元' },
    facts: [
      ['县（市、区）', '嘉善县'],
      ['园区', '某园区'],
      ['运营主体', '某公司'],
      ['累计到位', '900,000.00'],
    ],
    columns: [
      { title: '一级指标', width: 12, kind: 'text', merge: true },
      { title: '二级指标', width: 12, kind: 'text', merge: true },
      { title: '指标名称', width: 30, kind: 'text' },
      { title: '本季', group: '完成情况', width: 10, kind: 'number' },
      { title: '累计', group: '完成情况', width: 10, kind: 'number' },
      { title: '金额', width: 16, kind: 'yuan' },
    ],
    rows: [
      ['产出', '数量', '=cmd', 1, 2, 120050],
      ['产出', '数量', '乙', 1, 2, null],
      ['产出', '质量', '丙', 1, 2, 0],
      ['效益', '质量', '丁', 1, 2, 5],
    ],
    notes: ['注：由系统计算。'],
    signatures: ['填报人：', '审核人：', '单位（盖章）：'],
    footer: { left: '第 2 版 & 校验 3f9a', page: '第 &P 页 共 &N 页' },
  })
  const page = (await open(data)).worksheets[0]
  if (!page) throw new Error('no sheet')
  expect(page.getCell('A1')).toMatchObject({ value: '绩效目标完成情况表', font: { name: '方正小标宋简体', size: 22 } })
  expect(page.pageSetup).toMatchObject({
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: '6:7',
  })
  expect(page.headerFooter.oddFooter).toContain('第 2 版 && 校验 3f9a')
  const merges = page.model.merges
  expect(merges).toEqual(expect.arrayContaining(['A1:F1', 'D6:E6', 'A6:A7', 'A8:A10', 'B8:B9']))
  expect(merges).not.toContain('B10:B11')
  // Signed on the first page, above the grid: below it the names could stand alone on the last.
  expect(page.getCell('A3').text).toBe('填报人：')
  expect(page.getCell('C8')).toMatchObject({ value: '=cmd', type: ExcelJS.ValueType.String })
  expect(page.getCell('F8').value).toBe(1200.5)
  const { sheets } = await readWorkbook(data)
  const texts = sheets[0]?.rows.flatMap((row) => row.cells) ?? []
  expect(texts).toEqual(
    expect.arrayContaining(['2026年第二季度', '县（市、区）', '900,000.00', '审核人：', '单位（盖章）：']),
  )
})

test('a number shows its decimals and no lone point; sums stand below what is filtered', async () => {
  const columns = [
    { title: '名称', kind: 'text' },
    { title: '数', kind: 'number' },
    { title: '金额', kind: 'yuan', isSummed: true },
  ] as const
  const rows = [
    ['甲', 30, 1001],
    ['乙', 0.5, 250],
    ['丙', 1234.567, null],
    ['丁', 29.999, 49],
  ]
  const about = { title: '说明', countLabel: '行数', lines: [] }
  const data = await collect(exportRows({ title: '账', columns, rows, totalLabel: '合计', about }))
  const page = (await open(data)).worksheets[0]
  const read = [2, 3, 4, 5].map((row) => asRead(page?.getCell(row, 2)))
  expect(read).toEqual(['30', '0.5', '1,234.57', '30'])
  expect([2, 3, 5, 6].map((row) => asRead(page?.getCell(row, 3)))).toEqual(['10.01', '2.50', '0.49', '13.00'])
  expect([1, 2, 3].map((at) => page?.getCell(6, at).value)).toEqual([null, '合计', 13])
  expect(page?.getCell(6, 3)).toMatchObject({ numFmt: '#,##0.00', font: { bold: true } })
  expect(page?.autoFilter).toBe('A1:C5')
})

test('a text of many lines goes on in rows that Excel can hold and a page can take', async () => {
  const reason = Array.from({ length: 400 }, (_, i) => `第${i}项因企业搬迁推迟；`).join('')
  const data = await writeOfficialForm({
    sheet: '表',
    title: '完成情况表',
    subtitle: { left: '甲', right: '元' },
    columns: [
      { title: '类', width: 8, kind: 'text', merge: true },
      { title: '指标', width: 20, kind: 'text' },
      { title: '完成', width: 10, kind: 'number' },
      { title: '原因', width: 40, kind: 'text' },
    ],
    rows: [
      ['产出', '甲', 1, '短'],
      ['产出', '乙', 2.5, reason],
      ['产出', '丙', 3, null],
      ['效益', '丁', 4, '短'],
    ],
    signatures: [],
    footer: { left: '', page: '' },
  })
  const page = (await open(data)).worksheets[0]
  if (!page) throw new Error('no sheet')
  const rows = Array.from({ length: page.rowCount }, (_, i) => page.getRow(i + 1))
  expect(Math.max(...rows.map((row) => row.height))).toBeLessThan(220)
  const column = (at: number) => rows.slice(3).map((row) => row.getCell(at))
  expect(
    column(4)
      .map((cell) => cell.text)
      .join(''),
  ).toBe(`短${reason}短`)
  expect(
    column(2)
      .map((cell) => cell.text)
      .filter(Boolean),
  ).toEqual(['甲', '乙', '丙', '丁'])
  expect(page.model.merges).toContain(`A4:A${page.rowCount - 1}`)
  const parts = column(4).filter((cell) => cell.text.startsWith('第') || cell.text.includes('因企业'))
  expect(parts.length).toBeGreaterThan(5)
  expect([parts[0]?.border.bottom, parts[1]?.border.top, parts.at(-1)?.border.bottom?.style]).toEqual([
    undefined,
    undefined,
    'thin',
  ])
})

test('a note of many lines goes on in the next rows', async () => {
  const note = '注：由系统按截止日的事实计算。'.repeat(200)
  const data = await writeOfficialForm({
    sheet: '表',
    title: '完成情况表',
    subtitle: { left: '甲', right: '元' },
    columns: [{ title: '指标', width: 60, kind: 'text' }],
    rows: [['甲']],
    notes: [note],
    signatures: [],
    footer: { left: '', page: '' },
  })
  const page = (await open(data)).worksheets[0]
  const rows = Array.from({ length: page?.rowCount ?? 0 }, (_, i) => page?.getRow(i + 1))
  expect(Math.max(...rows.map((row) => row?.height ?? 0))).toBeLessThan(220)
  expect(
    rows
      .slice(4)
      .map((row) => row?.getCell(1).text)
      .join(''),
  ).toBe(note)
})

test('a heading over narrow columns has a row as tall as its lines', async () => {
  const heads = async (group: string, of: number) => {
    const columns = Array.from({ length: of }, () => ({ title: '嘉善县', group, width: 10, kind: 'number' as const }))
    const data = await writeOfficialForm({
      ...{ sheet: '表', title: '汇总表', subtitle: { left: '', right: '' }, columns, rows: [], notes: [] },
      ...{ signatures: [], footer: { left: '', page: '' } },
    })
    const page = (await open(data)).worksheets[0]
    const at = Array.from({ length: page?.rowCount ?? 0 }, (_, index) => index + 1)
    return page?.getRow(at.find((row) => page.getRow(row).getCell(1).text === group) ?? 0).height ?? 0
  }
  expect(await heads('各单位核定累计', 1)).toBeGreaterThan(await heads('核定', 1))
  expect(await heads('各单位核定累计', 3)).toBe(await heads('核定', 3))
})
