import { describe, expect, test } from 'vitest'
import type { ParsedTable, Remark } from './account.ts'
import {
  type HandmadeCell,
  type HandmadeOptions,
  type HandmadeRow,
  type HandmadeSheet,
  handmadeBook,
} from './handmade.ts'
import { readSample, sampleHeader, sampleRow } from './sample-table.ts'

function one(rows: readonly (HandmadeRow | null)[], sheet: Partial<HandmadeSheet> = {}, options: HandmadeOptions = {}) {
  return readSample(handmadeBook([{ ...sheet, rows }], options))
}

const csv = (...lines: string[]) => readSample(Buffer.from(`${lines.join('\r\n')}\r\n`))
const line = (cells: readonly (string | number)[], separator = ',') => cells.join(separator)
const cells = (remarks: readonly Remark[]) => remarks.map((each) => each.cell)
const numbers = ({ rows }: Pick<ParsedTable<unknown>, 'rows'>) => rows.map((each) => each.row)
const [a, b, c] = [sampleRow(1), sampleRow(2), sampleRow(3)]

const quiet = { problems: [], warnings: [], skipped: [], cleaned: [] }

test('an ordinary table is read without a word, each row with the address of its cells', async () => {
  const { rows, ...account } = await one([sampleHeader, a, b])
  expect(account).toEqual(quiet)
  expect(rows[0]).toEqual({
    sheet: '表1',
    row: 2,
    value: { code: 'AB1001', name: '甲1号机械有限公司', kind: 'trade', staff: 31, revenue: 120150, remark: null },
    cells: { code: 'A2', name: 'B2', kind: 'C2', staff: 'D2', revenue: 'E2', remark: 'F2' },
    texts: { code: 'AB1001', name: '甲1号机械有限公司', kind: '批发业', staff: '31', revenue: '1201.5', remark: '' },
  })
})

describe('a row longer than its header', () => {
  const header = line(sampleHeader)
  test('is refused in a CSV: a comma within a number has moved the values', async () => {
    const { problems, rows } = await csv(header, `${line(a)},`, 'AB1002,甲,工业,30,1,200.50,x', line(c))
    expect(cells(problems)).toEqual(['G3'])
    expect(rows.map((each) => each.row)).toEqual([2, 4])
  })
  test('also when the cells that are too many are blank, and values hide under the last titles', async () => {
    const { problems, rows } = await csv(header, 'AB1002,甲,工业,30,1,200.50,', line(a))
    expect(problems).toMatchObject([{ row: 2, zh: expect.stringContaining('7 个单元格，表头只有 6 个') }])
    expect(rows).toHaveLength(1)
  })
  test('also in a sheet, and not if the line is a note', async () => {
    const { problems, skipped } = await one([
      sampleHeader,
      [...a, null, null, 'x'],
      ['注：1', null, null, null, null, null, '2'],
    ])
    expect(problems).toMatchObject([{ row: 2, value: 'x' }])
    expect(skipped).toMatchObject([{ row: 3, value: '注：1 · 2' }])
  })
  test('a header that ends in blank cells lends them no title', async () => {
    const { problems } = await csv(`${header},,`, 'AB1002,甲,工业,30,1,200.50,x,')
    expect(cells(problems)).toEqual(['G2'])
  })
})

describe('what is hidden is not read, and said', () => {
  test('a hidden sheet with the header is a warning; lists of a template are harmless', async () => {
    const hidden = (name: string, state: 'hidden' | 'veryHidden', rows: HandmadeRow[]) => ({ name, state, rows })
    const { rows, warnings, skipped, problems } = await readSample(
      handmadeBook([
        { name: '今年', rows: [sampleHeader, a] },
        hidden('去年', 'hidden', [sampleHeader, b]),
        hidden('前年', 'veryHidden', [sampleHeader, c]),
        hidden('名录', 'hidden', [['甲'], ['乙']]),
        hidden('options', 'veryHidden', [['工业']]),
      ]),
    )
    expect([problems, rows.length]).toEqual([[], 1])
    expect(warnings.map((each) => each.sheet)).toEqual(['去年', '前年'])
    expect(skipped.map((each) => each.sheet)).toEqual(['名录', 'options'])
  })
  test('a huge hidden sheet costs no more than its head', async () => {
    const list = { name: '代码', state: 'hidden' as const, rows: Array.from({ length: 40_000 }, (_, at) => [at]) }
    expect(numbers(await readSample(handmadeBook([{ name: '表', rows: [sampleHeader, a] }, list])))).toEqual([2])
  })
  test('rows that are hidden, filtered out or of no height are named in one warning', async () => {
    const hide = (attributes: string, row: HandmadeCell[]) => ({ attributes, cells: row })
    const result = await one([
      sampleHeader,
      hide('hidden="1"', a),
      b,
      hide('hidden="true"', sampleRow(4)),
      hide('ht="0" customHeight="1"', sampleRow(5)),
      c,
    ])
    expect(numbers(result)).toEqual([3, 6])
    expect(result.warnings).toMatchObject([{ value: '2、4–5', rows: [2, 4, 5] }])
  })
  test('a hidden column is refused if it is required, a warning if not, and nothing if it is blank', async () => {
    const hide = (column: number) => ({
      before: `<cols><col min="${column}" max="${column}" width="9" hidden="1"/></cols>`,
    })
    const wide = [...a, '内部意见']
    const required = await one([sampleHeader, wide], hide(2))
    expect(required.problems).toMatchObject([{ cell: 'B1', zh: expect.stringContaining('隐藏') }])
    const optional = await one([sampleHeader, wide], hide(6))
    expect(optional).toMatchObject({ problems: [], warnings: [{ cell: 'F1' }], rows: [{ value: { remark: null } }] })
    expect(await one([sampleHeader, a], hide(6))).toMatchObject(quiet)
    const none = { before: '<cols><col min="7" max="7" width="0" customWidth="1"/></cols>' }
    const beside = await one(
      [
        [...sampleHeader, '编码'],
        [...a, null, 'K1'],
      ],
      none,
    )
    expect(beside).toMatchObject({ problems: [], warnings: [], skipped: [{ cell: 'G1', column: '编码' }] })
  })
  test('a hidden header is no header', async () => {
    const { problems, rows } = await one([{ attributes: 'hidden="1"', cells: sampleHeader }, a])
    expect([rows, problems[0]?.zh]).toEqual([[], expect.stringContaining('没有找到表头')])
  })
})

describe('sheets beside the table', () => {
  test('a filled sheet that is not read is a warning, whatever it lacks', async () => {
    const renamed = ['代号', '企业', '类型', '人数', '金额', '说明']
    const { warnings, rows, problems } = await readSample(
      handmadeBook([
        { name: '表', rows: [sampleHeader, a] },
        { name: '续表', rows: [b, c] },
        { name: '补充', rows: [renamed, b, c] },
        { name: '缺列', rows: [sampleHeader.slice(0, 3), b] },
        { name: '空表', rows: [] },
        { name: '没有行', rows: [sampleHeader] },
      ]),
    )
    expect([rows.length, problems]).toEqual([1, []])
    expect(warnings.map((each) => [each.sheet, /\d+/.exec(each.zh.replace(each.sheet, ''))?.[0]])).toEqual([
      ['续表', '2'],
      ['补充', '3'],
      ['缺列', '2'],
    ])
  })
  test('our instructions and our list of problems are no data; two tables are read together, and that is said', async () => {
    const { warnings, skipped, rows } = await readSample(
      handmadeBook([
        { name: '一', rows: [sampleHeader, a] },
        { name: '二', rows: [sampleHeader, b, c] },
        { name: '填写说明', rows: [['列', '必填']] },
        { name: '问题清单', rows: [['工作表', '单元格']] },
      ]),
    )
    expect(rows.map((each) => each.sheet)).toEqual(['一', '二', '二'])
    expect(warnings).toMatchObject([{ zh: '从 2 张工作表一并读取：“一”1 行、“二”2 行。' }])
    expect(skipped.map((each) => each.sheet)).toEqual(['填写说明', '问题清单'])
  })
})

test('a workbook whose parts lie at the root or in a folder of its own, however its relations name them', async () => {
  for (const folder of ['', 'xl/', 'content/book/', '内容/'])
    expect(numbers(await one([sampleHeader, a], {}, { folder, texts: 'shared' }))).toEqual([2])
  for (const target of [
    (name: string) => name.replace('sheet1', 'Sheet1'),
    (name: string) => name.replaceAll('/', '\\'),
    (name: string) => name.replace('sheet1', '%73heet1'),
  ])
    expect(numbers(await one([sampleHeader, a], {}, { target }))).toEqual([2])
  for (const wrong of ['//[', '%FF', '../../x'])
    await expect(one([sampleHeader, a], {}, { target: () => wrong })).rejects.toHaveProperty('code', 'workbook.broken')
})

describe('the separator of a CSV is found by the header', () => {
  test.each([',', '\t', ';', '|', '，', '；'])('“%s”', async (separator) => {
    const other = separator === ',' ? ';' : ','
    const result = await csv(
      `企业清单${other}2026 年${other}上半年${other}一${other}二${other}三${other}四`,
      '',
      line(sampleHeader, separator),
      line(a, separator),
      line([...b, `“一${other}二”`], separator),
    )
    expect(result).toMatchObject({ problems: [], warnings: [] })
    expect([numbers(result), cells(result.skipped)]).toEqual([[4, 5], ['A1']])
  })
  test('a quoted separator and a line `sep=;` in front do no harm', async () => {
    const result = await csv('sep=;', line(sampleHeader, ';'), 'AB1001;"甲;乙厂";工业;3;"1,200"')
    expect([result.problems, result.rows[0]?.value.name]).toEqual([[], '甲;乙厂'])
  })
})

describe('the same value twice', () => {
  test('is refused for a code, and a warning for a name; each names the other cell', async () => {
    const again = [b[0] ?? '', a[1] ?? '', '工业', 5, 6]
    const { problems, warnings } = await one([sampleHeader, a, b, again])
    expect(problems).toMatchObject([{ cell: 'A4', zh: '“AB1002”与 A3 重复。' }])
    expect(warnings).toMatchObject([{ cell: 'B4', zh: expect.stringContaining('与 B2 重复') }])
  })
  test('is found across sheets, in rows with other problems, and written in another way', async () => {
    const { problems } = await readSample(
      handmadeBook([
        { name: '一', rows: [sampleHeader, a, ['AB1002', null, '工业', 1, 2]] },
        { name: '二', rows: [sampleHeader, ['AB1001', '乙', '工业', 1, 2], ['AB1002', '丙', '工业', 1, 2]] },
      ]),
    )
    expect(problems.map((each) => [each.sheet, each.cell])).toEqual([
      ['一', 'B3'],
      ['二', 'A2'],
      ['二', 'A3'],
    ])
    const { warnings } = await one([sampleHeader, a, ['AB1009', '甲 1 号机械有限公司', '工业', 1, 2]])
    expect(cells(warnings)).toEqual(['B3'])
  })
})

test('the number of a person is shown in no remark, wherever it stands', async () => {
  const born = '19491231'
  const number = `110105${born}002X`
  const spaced = `110105 ${born} 002x`
  const result = await one([
    [`填报人 ${number}`],
    sampleHeader,
    [number, spaced, number, number, number, '见附件', number],
    ['填表人：张三', number, null, '日期：'],
    [`注：${spaced}`],
    a,
  ])
  const { rows, ...remarks } = result
  expect(rows).toHaveLength(1)
  expect(Object.values(remarks).flat().length).toBeGreaterThan(6)
  expect(JSON.stringify(remarks)).not.toMatch(new RegExp(born))
})
