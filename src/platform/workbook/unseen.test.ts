import { expect, test } from 'vitest'
import { asPercent } from './cells.ts'
import { handmadeBook } from './handmade.ts'
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

test('a weight is counted in per cent, or in points where its column says so', () => {
  const weight = asPercent(0, 100, 2, ['分'])
  expect(['5', '5%', '5分', '５ 分'].map(weight)).toEqual([5, 5, 5, 5])
  expect(asPercent(0, 100)('5分')).toMatchObject({ wrong: { zh: expect.stringContaining('单位“分”') } })
  expect(weight('5家')).toMatchObject({ wrong: { zh: expect.stringContaining('单位“家”') } })
})
