import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Remark, Remarks } from './account.ts'
import { annotateWorkbook } from './annotate.ts'
import { handmadeBook } from './handmade.ts'
import { readSample, sampleHeader, sampleTable } from './sample-table.ts'
import { type Book, book, type Line } from './seen-table.ts'
import { isBlank } from './sheets.ts'
import { written } from './written-table.ts'

const rowsOf = (remarks: readonly Remark[]) => remarks.flatMap(({ row, rows }) => rows ?? [row])

function firmsIn({ lines }: Book) {
  return lines.flatMap((line) => (line.is === 'firm' && !line.hidden ? [line.firm] : []))
}

/** The lists one of which a line is to be found in; none for a line that is none to a person. */
function listsOf(line: Line | 'above', { layout, format }: Book, isFirstHeader: boolean): (keyof Remarks | 'rows')[] {
  if (line === 'above') return ['skipped']
  if (line.is === 'firm') return [line.hidden ? 'warnings' : 'rows']
  if (line.is === 'broken') return ['problems']
  if (line.is === 'blank' || (line.is === 'serial' && layout.serial === 'none')) return []
  // without its merged cells a heading is known only below a note
  if (line.is === 'left out' && line.texts[0]?.includes('、') && format.is === 'csv') return ['warnings', 'skipped']
  return line.is === 'header' && isFirstHeader ? [] : ['skipped']
}

test('what is read is what a person reads, and every other line is in the account', async () => {
  await fc.assert(
    fc.asyncProperty(book, async (made) => {
      const { data, placed } = written(made)
      const result = await readSample(data)
      expect(result.rows.map((each) => each.value)).toEqual(firmsIn(made))
      const header = placed.find(({ line }) => line !== 'above' && line.is === 'header')?.row
      for (const { row, line } of placed) {
        const lists = listsOf(line, made, row === header)
        const rows = lists.flatMap((list) =>
          list === 'rows' ? result.rows.map((each) => each.row) : rowsOf(result[list]),
        )
        if (lists.length > 0) expect(rows).toContain(row)
      }
    }),
    { numRuns: 300 },
  )
}, 120_000)

test('nothing is refused without a cause, and a cleaning is told for every cell that is not as written', async () => {
  await fc.assert(
    fc.asyncProperty(book, async (made) => {
      const { data, placed } = written(made)
      const result = await readSample(data)
      const broken = placed.filter(({ line }) => line !== 'above' && line.is === 'broken').map(({ row }) => row)
      const nothing = firmsIn(made).length === 0 && broken.length === 0
      expect([...new Set(result.problems.map((each) => each.row))]).toEqual(nothing ? [2] : broken)
      const grouped = made.layout.thousands
        ? result.rows.filter((each) => each.value.revenue >= 1000_00).map((each) => each.row)
        : []
      expect(rowsOf(result.cleaned.filter((each) => !broken.includes(each.row)))).toEqual(grouped)
    }),
    { numRuns: 100 },
  )
}, 120_000)

test('the marked copy reads back to the same', async () => {
  await fc.assert(
    fc.asyncProperty(book, async (made) => {
      const { data } = written(made)
      const before = await readSample(data)
      const after = await readSample(await annotateWorkbook(data, sampleTable.columns, before, 'zh'))
      expect({ ...after, skipped: [] }).toEqual({ ...before, skipped: [] })
      expect(after.skipped.filter((each) => each.sheet !== '问题清单')).toEqual(before.skipped)
    }),
    { numRuns: 60 },
  )
}, 120_000)

const anyText = fc.constantFrom(
  '',
  'AB1001',
  'AB1002',
  '甲厂',
  '工业',
  '3',
  '1,200.50',
  '合计',
  '注：一',
  '填表人：',
  '#N/A',
  '序号',
  '一、',
  '以上数据。',
  '\u200b',
  ...sampleHeader,
)

test('no row of any sheet with a header is missing from the account, whatever stands in it', async () => {
  const cells = fc.array(anyText, { maxLength: 9 })
  const sheet = fc.record({
    before: fc.array(cells, { maxLength: 3 }),
    after: fc.array(fc.oneof(cells, fc.constant(sampleHeader)), { maxLength: 8 }),
    hiddenRows: fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 3 }),
    hiddenColumn: fc.option(fc.integer({ min: 7, max: 9 })),
    merges: fc.array(fc.tuple(fc.nat(8), fc.integer({ min: 1, max: 12 }), fc.nat(3), fc.nat(2)), { maxLength: 3 }),
  })
  await fc.assert(
    fc.asyncProperty(sheet, async ({ before, after, hiddenRows, hiddenColumn, merges }) => {
      const lines = [...before, sampleHeader, ...after]
      const header = before.length + 1
      const letters = (at: number) => String.fromCharCode(65 + Math.min(at, 8))
      const areas = merges.map(
        ([left, top, wide, high]) => `${letters(left)}${top}:${letters(left + wide)}${top + high}`,
      )
      const data = handmadeBook([
        {
          rows: lines.map((texts, at) => ({
            attributes: hiddenRows.includes(at + 1) && at + 1 !== header ? 'hidden="1"' : '',
            cells: texts.map((text) => (text === '' ? null : text)),
          })),
          before: hiddenColumn ? `<cols><col min="${hiddenColumn}" max="${hiddenColumn}" hidden="1"/></cols>` : '',
          after: `<mergeCells>${areas.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`,
        },
      ])
      const { rows, ...remarks } = await readSample(data)
      // titles merged over each other may leave no header: then the sheet is told as a whole
      if (remarks.problems.some(({ zh }) => zh.startsWith('没有找到表头'))) {
        expect([rows, remarks.warnings.length]).toEqual([[], 1])
        return
      }
      const told = new Set([...rows.map((each) => each.row), ...Object.values(remarks).flatMap(rowsOf)])
      const headers = lines.flatMap((texts, at) =>
        texts.filter((text) => sampleHeader.includes(text)).length > 2 ? [at + 1] : [],
      )
      const missing = lines.flatMap((texts, at) =>
        texts.some((text) => !isBlank(text)) && !told.has(at + 1) ? [at + 1] : [],
      )
      expect(missing.filter((row) => !headers.includes(row))).toEqual([])
      for (const row of rows) expect(remarks.skipped.flatMap((each) => each.rows ?? [each.row])).not.toContain(row.row)
    }),
    { numRuns: 500 },
  )
}, 120_000)
