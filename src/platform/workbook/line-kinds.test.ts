import { describe, expect, test } from 'vitest'
import { asText, asWholeNumber } from './cells.ts'
import { column } from './columns.ts'
import { type HandmadeRow, handmadeBook } from './handmade.ts'
import { readWorkbook } from './read.ts'
import { readSample, sampleHeader, sampleRow } from './sample-table.ts'
import { parseTable } from './table.ts'

const [a, b, c] = [sampleRow(1), sampleRow(2), sampleRow(3)]
type Cells = readonly (string | number | null)[]

function one(rows: readonly (HandmadeRow | null)[], after = '') {
  return readSample(handmadeBook([{ rows, after }]))
}

const merge = (...areas: string[]) =>
  `<mergeCells>${areas.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`

/** A line below two rows: `skipped`, `warnings` or `problems`, wherever it is told. */
async function told(line: Cells, after = '') {
  const result = await one([sampleHeader, a, b, line], after)
  const lists = (['skipped', 'warnings', 'problems'] as const).filter((list) =>
    result[list].some(({ row }) => row === 4),
  )
  return { lists, rows: result.rows.map((each) => each.row) }
}

describe('lines that are known for what they are: skipped with one line each', () => {
  test.each<[string, Cells]>([
    ['note', ['注：1.行业按划型标准填写。2.以上数据为上年度。']],
    ['note', ['备 注: 收入为上年数']],
    ['note', ['（说明）：见附件', '含税', '按发票']],
    ['note', ['填表说明：一式两份']],
    ['note', ['数据来源：统计年报']],
    ['note', ['Note: last year']],
    ['note', ['以下空白']],
    ['total', ['合计', null, null, 63, 2403]],
    ['total', ['合  计：', null, null, '—', '2,403.00']],
    ['total', [null, '总计', null, 63, 2403]],
    ['total', [null, null, '小计（工业）', 63, null]],
    ['total', ['本页合计']],
    ['total', ['汇总', null, null, '#VALUE!', '=SUM(E2:E3)']],
    ['total', ['合计：2家', null, null, '63人', '2403元']],
    ['total', ['Total', null, null, 63]],
    ['signature', ['填表人：', null, '联系电话：', null, '填表日期：']],
    ['signature', ['填表人：张三', null, '审核人：', '李四', '2026年 3月 5日']],
    ['signature', ['单位负责人（签字）：', null, null, '单位（盖章）：']],
    ['signature', [null, null, null, '（盖章）']],
    ['signature', [null, null, null, null, '    年   月   日']],
    ['signature', ['Prepared by: ', 'A B', 'Date: ', '5 March 2026']],
    ['signature', ['联系人：', '王五', '电话：', '0571-1234567']],
  ])('%s %j', async (_, line) => {
    expect(await told(line)).toEqual({ lists: ['skipped'], rows: [2, 3] })
  })
  test('a note merged over the columns, its numbered continuation, a heading between the rows', async () => {
    const result = await one(
      [sampleHeader, ['一、工业'], a, ['二、其他'], b, ['说明：'], ['1．行业按标准填写'], ['（2）其余见附件']],
      merge('A2:F2', 'A4:F4', 'A6:F6'),
    )
    expect(result).toMatchObject({ problems: [], warnings: [] })
    expect(result.skipped.map((each) => each.row)).toEqual([2, 4, 6, 7, 8])
    expect(result.rows.map((each) => each.row)).toEqual([3, 5])
  })
  test('the numbers of the columns under the header, with and without names', async () => {
    for (const line of [
      [1, 2, 3, 4, 5, 6],
      ['甲', '乙', '丙', 1, 2],
      ['栏次', '1', '2', '3', '4'],
    ])
      expect((await one([sampleHeader, line, a])).skipped).toMatchObject([{ row: 2, zh: '栏次行，未导入。' }])
  })
  test('a header repeated on every page; with its columns in another order the rows below follow it', async () => {
    const moved = [1, 0, 2, 3, 4]
    const reorder = <Value>(row: readonly Value[]) => moved.map((at) => row[at] as Value)
    const result = await one([sampleHeader, a, sampleHeader, b, reorder(sampleHeader), reorder(c)])
    expect(result.rows.map(({ row, value }) => [row, value.code])).toEqual([
      [2, 'AB1001'],
      [4, 'AB1002'],
      [6, 'AB1003'],
    ])
    expect(result).toMatchObject({ problems: [], warnings: [], skipped: [{ row: 3 }, { row: 5 }] })
  })
  test('serial numbers filled in ahead make no row, wherever a total stands among them', async () => {
    const numbered = (at: number, row: Cells) => [at, ...row]
    const rows = [
      ['序号', ...sampleHeader],
      numbered(1, a),
      [2],
      [3],
      numbered(4, ['合计', null, null, 31, 1201.5]),
      [5],
    ]
    const result = await one(rows)
    expect(result).toMatchObject({ problems: [], warnings: [], rows: [{ row: 2 }] })
    expect(result.skipped.map(({ row, rows: several }) => several ?? row)).toEqual([1, 5, [3, 4, 6]])
    const untitled = await one([[null, ...sampleHeader], numbered(1, a), numbered(2, b), [3]])
    expect(untitled).toMatchObject({ problems: [], rows: [{ row: 2 }, { row: 3 }] })
  })
})

describe('rows that merely look like one are never dropped', () => {
  test.each([
    '合计科技有限公司',
    '嘉善总计量仪器厂',
    '日期印章厂',
    '注塑机械有限公司',
    '说明书印刷厂',
    '负责人俱乐部',
    '甲小计',
  ])('a firm named %s is a row, and with a value missing a problem', async (name) => {
    const row = ['AB1009', name, '工业', 3, 4]
    expect(await told(row)).toEqual({ lists: [], rows: [2, 3, 4] })
    expect((await told(row.with(2, ''))).lists).toEqual(['problems'])
    expect((await told(row.with(0, ''))).lists).toEqual(['problems'])
  })
  test.each<[string, Cells]>([
    ['a total with a word beside its figures', ['合计', '甲厂', null, 3, 4]],
    ['a code alone', ['AB1009']],
    ['a name alone', [null, '乙厂']],
    ['a short text in the first column', ['待补']],
    ['a sentence in a later column', [null, null, null, null, null, '上一行的备注没有写完。']],
    ['a note beside a whole row', ['注：见附件', '乙厂', '工业', 3, 4]],
    ['a label with values that answer to nothing', ['联系人：', '王五', '工业', 3, 4]],
  ])('%s is a problem', async (_, line) => {
    expect((await told(line)).lists).toEqual(['problems'])
  })
  test.each<[string, Cells, string]>([
    ['a subtotal by another name', ['工业小计', null, null, 63, 2403], ''],
    ['a sentence without a name', ['以上数据均为上年度。'], ''],
    ['a text merged over some of the columns', ['待补充的企业'], merge('A4:C4')],
    ['a text under no title', [null, null, null, null, null, null, null, '另见附表'], ''],
  ])('%s is left out only with a warning', async (_, line, after) => {
    expect(await told(line, after)).toEqual({ lists: ['warnings'], rows: [2, 3] })
  })
  test('an example and a subtotal that are complete rows are read, with a warning', async () => {
    const example = await one([
      ['序号', ...sampleHeader],
      ['示例', ...a],
      [1, ...b],
    ])
    expect(example).toMatchObject({ rows: [{ row: 2 }, { row: 3 }], warnings: [{ row: 2 }] })
    const columns = [
      column('name', { title: { zh: '名称', en: 'Name' }, required: true, parse: asText(20) }),
      column('count', { title: { zh: '数量', en: 'Count' }, required: true, parse: asWholeNumber(0, 99) }),
    ] as const
    const data = handmadeBook([
      {
        rows: [
          ['名称', '数量'],
          ['甲', 1],
          ['工业小计', 1],
          ['合计', 1],
        ],
      },
    ])
    const result = parseTable(await readWorkbook(data), { title: { zh: '表', en: 'T' }, columns })
    expect(result).toMatchObject({ rows: [{ row: 2 }, { row: 3 }], warnings: [{ row: 3 }], skipped: [{ row: 4 }] })
  })
  test('a row that sorting has carried above the header is a problem; titles there are not', async () => {
    const result = await one([['企业清单'], ['填报单位：某园区', null, null, null, '2026年3月5日'], a, sampleHeader, b])
    expect(result.problems).toMatchObject([{ row: 3, zh: expect.stringContaining('移到表头之下') }])
    expect(result.skipped.map((each) => each.row)).toEqual([1, 2])
  })
})

describe('merged cells', () => {
  test('a head of two lines is read by the line that has all titles', async () => {
    const head = ['编号', '名称', '基本情况', null, null, '备注']
    const result = await one(
      [head, [null, null, '行业', '人数', '收入（元）'], a, b],
      merge('A1:A2', 'B1:B2', 'C1:E1', 'F1:F2'),
    )
    expect(result).toMatchObject({ problems: [], warnings: [], rows: [{ row: 3 }, { row: 4 }], skipped: [{ row: 1 }] })
  })
  test('a text merged down counts for each row; a figure too, with a warning', async () => {
    const result = await one([sampleHeader, a, b.with(2, ''), c.with(3, '')], merge('C2:C3', 'D3:D4'))
    expect(result.rows.map(({ value }) => [value.kind, value.staff])).toEqual([
      ['trade', 31],
      ['trade', 32],
      ['trade', 32],
    ])
    expect(result.warnings).toMatchObject([{ cell: 'D4', zh: expect.stringContaining('合并单元格 D3') }])
  })
  test('a value merged over two columns that are read is refused in both', async () => {
    const { problems } = await one([sampleHeader, a.with(4, '')], merge('D2:E2'))
    expect(problems.map((each) => each.cell)).toEqual(['D2', 'E2'])
  })
  test('a title merged over two columns reads the first; something else in the second is refused', async () => {
    const header = ['编号', '名称', null, '行业', '人数', '收入（元）']
    const wide = (row: Cells, second: string | null) => [row[0] ?? '', row[1] ?? '', second, ...row.slice(2)]
    const result = await one([header, wide(a, null), wide(b, '别的')], merge('B1:C1', 'B2:C2'))
    expect(result.rows.map((each) => each.row)).toEqual([2])
    expect(result.problems).toMatchObject([{ cell: 'C3' }])
  })
})

test('columns that are not read: harmless, unless one may be a column of the table under another name', async () => {
  const short = sampleHeader.slice(0, 5)
  const beside = (title: string | null, ...values: string[]) =>
    one([[...short, title, '联系人'], ...[a, b].map((row, at) => [...row, values[at] ?? null, '甲'])])
  const renamed = await beside('其他情况', '有补充')
  expect(renamed.warnings.map((each) => each.column)).toEqual(['其他情况', '联系人'])
  const untitled = await beside(null, '有补充')
  expect(untitled.warnings.map((each) => each.cell)).toEqual(['G1', 'F1'])
  const all = await one([
    [...sampleHeader, '联系人'],
    [...a, null, '甲'],
  ])
  expect(all).toMatchObject({ warnings: [], skipped: [{ column: '联系人' }] })
})
