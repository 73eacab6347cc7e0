import { expect, test } from 'vitest'
import { readPasted } from './pasted-block.ts'
import type { PastedColumn } from './pasted-columns.ts'

const titles = ['统一社会信用代码', '企业名称', '人数']
const columns: PastedColumn[] = [
  { title: { zh: '统一社会信用代码', en: 'Credit code' }, names: ['信用代码'], kind: 'uscc', closed: false },
  { title: { zh: '企业名称', en: 'Enterprise' }, kind: 'text', closed: false },
  { title: { zh: '人数', en: 'People' }, kind: 'number', closed: false },
  { title: { zh: '规模', en: 'Size' }, kind: 'text', closed: true },
]
/** The rows by place again, as they would stand in the grid. */
function read(text: string, from = 0) {
  const { rows: cells, ...told } = readPasted(text, columns, from)
  return { ...told, rows: cells.map((row) => columns.map((_, at) => row.find(([column]) => column === at)?.[1] ?? '')) }
}
const grid = (block: readonly string[][]) => block.map((cells) => [...cells, ''])
const clear = { leftColumns: [], unclear: [], asides: [], otherUnits: [] }
const rows = [
  ['91330421MA2000101E', '嘉善样例一号有限公司', '2'],
  ['91330421MA2000102E', '嘉善样例二号有限公司', '3'],
]
const sheet = (...lines: string[][]) => lines.map((cells) => cells.join('\t')).join('\r\n')

test.each([
  ['rows alone', sheet(...rows), []],
  ['a total', sheet(...rows, ['合计', '', '5']), ['合计']],
  ['a total in another column', sheet(...rows, ['', '合　计', '5']), ['合　计']],
  ['its number of firms', sheet(...rows, ['合计：2家', '', '5']), ['合计：2家']],
  [
    'titles, a note, a signature',
    sheet(titles, ...rows, ['备注：含线上', '', ''], ['填表人：', '', '']),
    ['统一社会信用代码', '备注：含线上', '填表人：'],
  ],
  ['empty lines', sheet(['', '', ''], ...rows, ['', '', '']), []],
  ['running numbers before the rows', sheet(...rows.map((cells, at) => [String(at + 1), ...cells])), []],
  [
    'all of it',
    sheet(['序号', ...titles], ...rows.map((cells, at) => [String(at + 1), ...cells]), ['合计', '', '', '5']),
    ['序号', '合计'],
  ],
])('%s', (_, text, left) => expect(read(text)).toEqual({ rows: grid(rows), left, ...clear }))

test('titles in the other language say which column is which, beside ours too', () => {
  const [first = [], second = []] = rows
  const mixed = sheet(['People', 'Enterprise', '统一社会信用代码'], first.toReversed(), second.toReversed())
  expect(read(mixed).rows).toEqual(grid(rows))
})

test('one line, and a firm that is called so, stand as they are', () => {
  expect(read('合计\t\t5')).toEqual({ rows: [['合计', '', '5', '']], left: [], ...clear })
  const firm = ['91330421MA2000103E', '嘉善合计信息有限公司', '1']
  expect(read(sheet(...rows, firm))).toEqual({ rows: grid([...rows, firm]), left: [], ...clear })
})

test.each([
  ['in another order', ['人数', '企业名称', '统一社会信用代码'], (cells: string[]) => cells.toReversed()],
  ['by another name, behind numbers', ['序号', '信用代码', '企业名称', '人数'], (cells: string[]) => ['7', ...cells]],
  ['marked as required', ['*统一社会信用代码', '企业名称（必填）', '人数'], (cells: string[]) => cells],
])('titles %s say which column is which', (_, header, line) => {
  const text = sheet(['试点企业清单'], header, ...rows.map((cells) => line([...cells])))
  expect(read(text, 1)).toEqual({ rows: grid(rows), left: ['试点企业清单', header[0]], ...clear })
})

test('columns that no column takes are named: unknown, computed, beyond the last', () => {
  const [first = [], second = []] = rows
  const text = sheet(
    ['企业名称', '联系人', '人数', '规模'],
    [first[1] ?? '', '甲', '2', '小型'],
    [second[1] ?? '', '乙', '3', ''],
  )
  expect(read(text)).toMatchObject({
    rows: [
      ['', first[1], '2', ''],
      ['', second[1], '3', ''],
    ],
    leftColumns: ['联系人', '规模'],
  })
  const wide = sheet(...rows.map((cells) => [...cells, '小型', '备注一']))
  expect(read(wide)).toMatchObject({ rows: grid(rows), leftColumns: [4, 5] })
})

test('titles that stand twice, change on the way, or fit no column that can be filled: nothing is taken', () => {
  const nothing = { rows: [], left: [], leftColumns: [], asides: [], otherUnits: [] }
  const twice = sheet(['统一社会信用代码', '人数', '人数'], ['91330421MA2000101E', '2', '3'])
  expect(read(twice)).toEqual({ ...nothing, unclear: ['人数'] })
  const turned = sheet(titles, ...rows.slice(0, 1), titles.toReversed(), [...(rows[1] ?? [])].toReversed())
  expect(read(turned)).toEqual({ ...nothing, unclear: titles.toReversed() })
  expect(read(sheet(['规模', '区位'], ['小型', '嘉善']))).toEqual({ ...nothing, unclear: ['规模', '区位'] })
})

test.each([
  ['as wide as the grid with what it computes', rows],
  ['narrower', rows.map((cells) => cells.slice(0, 2))],
])('running numbers are taken off a block %s', (_, block) => {
  const numbered = sheet(...block.map((cells, at) => [String(at + 1), ...cells]))
  expect(read(numbered).rows.map((cells) => cells.slice(0, 2))).toEqual(block.map((cells) => cells.slice(0, 2)))
})

test('numbers that the first column can hold stay', () => {
  expect(read('1\t小型\n2\t小型', 2).rows).toEqual([
    ['', '', '1', ''],
    ['', '', '2', ''],
  ])
})

test('notes, stamps and signatures below are no rows, with cells beside them or without', () => {
  const below = ['（盖章）', '注：含线上', '填表人：甲', '2026年5月1日']
  expect(read(sheet(...rows, ...below.map((line) => [line])))).toEqual({ rows: grid(rows), left: below, ...clear })
  expect(read(sheet(...rows, ...below.map((line) => [line, '', ''])))).toMatchObject({ rows: grid(rows), left: below })
})

const figures: PastedColumn[] = [
  { title: { zh: '名称', en: 'Name' }, names: ['企业名称'], kind: 'text', closed: false },
  { title: { zh: '从业人员(人)', en: 'Staff' }, names: ['从业人数'], kind: 'number', closed: false, unit: '人' },
  {
    title: { zh: '营业收入(万元)', en: 'Revenue (10,000 yuan)' },
    names: ['年营业收入'],
    kind: 'number',
    closed: false,
    unit: '万元',
  },
]
const firm = ['甲机械厂', '50', '300']

test.each([
  ['other names with the unit', [['企业名称', '从业人数（人）', '年营业收入（万元）'], firm]],
  ['names without a unit', [['名称', '从业人员', '营业收入'], firm]],
  ['the units in a line of their own', [['名称', '从业人员', '营业收入'], ['', '（人）', '（万元）'], firm]],
  ['the unit above the table', [['试点企业名单 单位：万元'], ['名称', '从业人员', '营业收入'], firm]],
])('%s are known as an import knows them', (_, lines) => {
  const { rows: cells, otherUnits } = readPasted(sheet(...lines), figures, 0)
  expect([cells, otherUnits]).toEqual([[firm.map((text, at) => [at, text])], []])
})

test.each([
  ['in a title', [['名称', '从业人员(人)', '营业收入(元)'], firm], ['营业收入(元)']],
  ['in a line of units', [['名称', '从业人员', '营业收入'], ['', '人', '亿元'], firm], ['营业收入(亿元)']],
  ['above the table', [['名单（单位：亿元）'], ['名称', '从业人员', '营业收入'], firm], ['名单（单位：亿元）']],
  ['in a cell of its own', [['单位：', '元'], ['名称', '从业人员', '营业收入'], firm], ['单位：元']],
  ['of another country', [['以美元计'], ['名称', '从业人员', '营业收入'], firm], ['以美元计']],
])('nothing is taken where another unit stands %s', (_, lines, said) => {
  expect(readPasted(sheet(...lines), figures, 0)).toMatchObject({ rows: [], otherUnits: said })
})
