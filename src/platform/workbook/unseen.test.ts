import { expect, test } from 'vitest'
import { sameUnit } from '../../shared/numbers.ts'
import { asNumber, asPercent } from './cells.ts'
import { handmadeBook } from './handmade.ts'
import { numberFormat, showsNothing } from './number-format.ts'
import { readSample, sampleHeader, sampleRow } from './sample-table.ts'

/** Of each style: its letters, and what is behind them. */
const styles = [
  ['', 'none'],
  ['<color rgb="FFFFFFFF"/>', 'none'],
  ['<color theme="0"/>', 'none'],
  ['<color rgb="FF1F4E79"/>', 'FF1F4E79'],
  ['<sz val="1"/>', 'none'],
  ['<color theme="0"/>', 'FF1F4E79'],
  ['<color theme="0" tint="-0.5"/>', 'none'],
] as const
const stylesXml = [
  `<fonts>${styles.map(([font]) => `<font>${font}</font>`).join('')}</fonts>`,
  `<fills>${styles.map(([, fill]) => (fill === 'none' ? '<fill><patternFill patternType="none"/></fill>' : `<fill><patternFill patternType="solid"><fgColor rgb="${fill}"/></patternFill></fill>`)).join('')}</fills>`,
  `<cellXfs>${styles.map((_, at) => `<xf fontId="${at}" fillId="${at}"/>`).join('')}</cellXfs>`,
].join('')
const inStyle = (cells: readonly (string | number)[], style: number) =>
  cells.map((text) => ({ xml: `s="${style}" t="inlineStr"><is><t>${text}</t></is>` }))
const rowsRead = ({ rows }: { readonly rows: readonly { readonly row: number }[] }) => rows.map(({ row }) => row)

test('rows in letters that nobody sees are left out and told, whatever hides them; letters on a dark ground are read', async () => {
  const rows = [sampleHeader, ...styles.map((_, at) => inStyle(sampleRow(at), at))]
  const result = await readSample(handmadeBook([{ rows }], { styles: stylesXml }))
  expect(rowsRead(result)).toEqual([2, 7, 8])
  expect(result.warnings).toMatchObject([{ rows: [3, 4, 5, 6], zh: expect.stringContaining('第 3–6 行的文字看不见') }])
  expect(result.problems).toEqual([])
})

test('a cell that nobody sees in a row that is seen is read and told', async () => {
  const [code = '', ...others] = sampleRow(1)
  const rows = [sampleHeader, [...inStyle([code], 1), ...others], sampleRow(2)]
  const result = await readSample(handmadeBook([{ rows }], { styles: stylesXml }))
  expect(rowsRead(result)).toEqual([2, 3])
  expect(result.warnings).toMatchObject([{ cell: 'A2', column: '编号', zh: expect.stringContaining('看不见') }])
})

test('rows and columns too low and narrow for a letter are hidden ones', async () => {
  const low = { attributes: 'ht="0.1" customHeight="1"', cells: sampleRow(1) }
  const result = await readSample(handmadeBook([{ rows: [sampleHeader, low, sampleRow(2)] }]))
  expect(rowsRead(result)).toEqual([3])
  expect(result.warnings).toMatchObject([{ row: 2, zh: expect.stringContaining('第 2 行已隐藏') }])
  const before = '<cols><col min="2" max="2" width="0.1"/></cols>'
  const narrow = await readSample(handmadeBook([{ rows: [sampleHeader, sampleRow(1)], before }]))
  expect(narrow.problems).toMatchObject([{ cell: 'B1', zh: expect.stringContaining('“名称”列已隐藏') }])
})

test('a title with a year is read and told; of the same figure for two years somebody has to choose', async () => {
  const titled = (...revenue: string[]) => [...sampleHeader.slice(0, 4), ...revenue]
  const dated = await readSample(handmadeBook([{ rows: [titled('2024年收入（元）'), sampleRow(1)] }]))
  expect(dated.rows).toHaveLength(1)
  expect(dated.warnings).toMatchObject([{ cell: 'E1', zh: expect.stringContaining('“2024年”') }])
  const merged = '<mergeCells><mergeCell ref="E1:F1"/></mergeCells>'
  const rows = [titled('收入（元）'), [null, null, null, null, '2024年', '2025年'], [...sampleRow(1), 9]]
  const two = await readSample(handmadeBook([{ rows, after: merged }]))
  expect(two.problems).toMatchObject([
    { cell: 'F2', zh: '“2024年收入（元）”和“2025年收入（元）”都读作“收入（元）”列，请只保留一列。' },
  ])
})

test('a number in a format that shows nothing is no seen one', async () => {
  const formats = [
    '<numFmts><numFmt numFmtId="170" formatCode=";;;"/></numFmts>',
    '<cellXfs><xf/><xf numFmtId="170"/></cellXfs>',
  ].join('')
  const unseen = (at: number) => [...sampleRow(at).slice(0, 4), { xml: 's="1"><v>77</v>' }]
  const result = await readSample(handmadeBook([{ rows: [sampleHeader, unseen(1)] }], { styles: formats }))
  expect(rowsRead(result)).toEqual([2])
  expect(result.warnings).toMatchObject([{ cell: 'E2', zh: expect.stringContaining('看不见') }])
  const shown = ['0;-0;;@', '@', '"共"', 'General', '#,##0'].map((code) => showsNothing(5, numberFormat(170, code)))
  expect(shown).toEqual(shown.map(() => false))
  expect([0, -1, null].map((value) => showsNothing(value, numberFormat(170, '0;-0;;@')))).toEqual([true, false, false])
  expect([0, -1, null].map((value) => showsNothing(value, numberFormat(170, ';;;')))).toEqual([true, true, true])
})

test('a hidden column beside one of the same title is told', async () => {
  const before = '<cols><col min="7" max="7" hidden="1"/></cols>'
  const row = [...sampleRow(1), null, 9]
  const result = await readSample(handmadeBook([{ rows: [[...sampleHeader, '收入（元）'], row], before }]))
  expect(rowsRead(result)).toEqual([2])
  expect(result.warnings).toMatchObject([{ cell: 'G1', zh: expect.stringContaining('另有一个“收入（元）”列已隐藏') }])
})

test('a caption between two tables is one remark, or one problem', async () => {
  const rows = [sampleHeader, sampleRow(1), ['附表甲'], sampleHeader, sampleRow(2)]
  const titled = await readSample(handmadeBook([{ rows }]))
  expect([rowsRead(titled), titled.problems]).toEqual([[2, 5], []])
  expect(titled.warnings).toMatchObject([{ row: 3, zh: expect.stringContaining('小标题') }])
  const alone = await readSample(handmadeBook([{ rows: [sampleHeader, sampleRow(1), ['附表甲'], sampleRow(2)] }]))
  expect(alone.problems).toMatchObject([{ row: 3, value: '附表甲', zh: expect.stringContaining('只有一个单元格') }])
})

test('a sign of the yuan is a unit; a unit in brackets is the same; bounds part their thousands', () => {
  const wan = asNumber(0, 1e10, 6, ['万元'])
  for (const yuan of ['¥1200.5', '￥1200.5', '1200.5元'])
    expect(wan(yuan)).toMatchObject({ wrong: { zh: expect.stringContaining('带有单位“元”，本列以“万元”计') } })
  expect(wan('20000000000')).toMatchObject({ wrong: { zh: '不能大于 10,000,000,000。' } })
  expect(sameUnit('（万元）', '万元')).toBe(true)
})

test('a weight is counted in per cent, or in points where its column says so', () => {
  const weight = asPercent(0, 100, 2, ['分'])
  expect(['5', '5%', '5分', '５ 分'].map(weight)).toEqual([5, 5, 5, 5])
  expect(asPercent(0, 100)('5分')).toMatchObject({ wrong: { zh: expect.stringContaining('单位“分”') } })
  expect(weight('5家')).toMatchObject({ wrong: { zh: expect.stringContaining('单位“家”') } })
})
