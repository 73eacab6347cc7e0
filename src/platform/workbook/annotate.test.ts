import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { bytesOf, openZip } from '../files/zip.ts'
import { makeZip } from '../files/zip-maker.ts'
import { annotateWorkbook } from './annotate.ts'
import { handmade, handmadeBook } from './handmade.ts'
import { openPackage, partText } from './package.ts'
import { readWorkbook } from './read.ts'
import { readSample, sampleHeader, sampleRow, sampleTable } from './sample-table.ts'
import { makeTemplate } from './template.ts'

const { columns } = sampleTable
const rules = { zh: '规则', en: 'Rules' }
const nothing = { problems: [], warnings: [] }

async function marked(data: Buffer): Promise<Buffer> {
  return annotateWorkbook(data, columns, await readSample(data), 'zh')
}

async function text(data: Buffer, part: string): Promise<string> {
  return partText(await openZip(bytesOf(data)), part)
}

async function opened(data: Buffer): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(data as unknown as ExcelJS.Buffer)
  return workbook
}

/** Ranges in colour, by the colour. */
async function colours(data: Buffer, sheet: string): Promise<Record<string, string[]>> {
  const page = (await opened(data)).getWorksheet(sheet) as unknown as {
    conditionalFormattings: { ref: string; rules: { style?: { fill?: { bgColor?: { argb?: string } } } }[] }[]
  }
  const found: Record<string, string[]> = {}
  for (const {
    ref,
    rules: [rule],
  } of page.conditionalFormattings) {
    const colour = rule?.style?.fill?.bgColor?.argb ?? 'none'
    found[colour] = [...(found[colour] ?? []), ...ref.split(' ')]
  }
  return found
}

const red = 'FFFFC7CE'
const yellow = 'FFFFEB9C'

test('problems are red and warnings yellow on their cells, and both in a list that leads to them', async () => {
  const again = ['AB1009', '甲1号机械有限公司', '工业', 3, 4]
  const data = handmadeBook([
    { name: "名'单", rows: [sampleHeader, sampleRow(1), ['AB1', null, '工业', 'x', 'y'], again] },
  ])
  const copy = await marked(data)
  expect(await colours(copy, "名'单")).toEqual({ [red]: ['A3', 'B3', 'D3', 'E3'], [yellow]: ['B4'] })
  const list = (await readWorkbook(copy)).sheets.find((each) => each.name === '问题清单')?.rows ?? []
  expect(list.slice(1).map(({ cells }) => [cells[1], cells[4]])).toEqual([
    ['A3', '问题'],
    ['B3', '问题'],
    ['D3', '问题'],
    ['E3', '问题'],
    ['B4', '提醒'],
  ])
  expect(list[2]?.cells[5]).toContain('必填')
  expect(await text(copy, 'xl/worksheets/marks1.xml')).toContain(`location="'名''单'!B3"`)
})

test('the copy reads back to the same values, problems and warnings; marked again it has one list and no old marks', async () => {
  const rows = [sampleHeader, sampleRow(1), ['', '乙_x000D_厂', '工业', 'x', 4], ['合计', null, null, 31, 1201.5]]
  const data = handmadeBook([
    { name: '表', rows },
    { name: '续', rows: [['随手记']] },
  ])
  const before = await readSample(data)
  const copy = await marked(data)
  const { skipped, ...after } = await readSample(copy)
  expect(after).toEqual({
    rows: before.rows,
    problems: before.problems,
    warnings: before.warnings,
    cleaned: before.cleaned,
  })
  expect(skipped.map((each) => each.sheet)).toEqual(['问题清单', '表'])

  const third = await marked(copy)
  expect((await readWorkbook(third)).sheets.map((each) => each.name)).toEqual(['表', '续', '问题清单'])
  expect(await colours(third, '表')).toEqual({ [red]: ['A3', 'D3'] })
  const corrected = await annotateWorkbook(third, columns, nothing, 'zh')
  expect(await colours(corrected, '表')).toEqual({})
  expect((await readWorkbook(corrected)).sheets.at(-1)?.rows).toHaveLength(1)
})

test('everything but the marks stays as it is, byte for byte: styles, formulas, lists, pictures, the calendar', async () => {
  const styles =
    '<numFmts count="1"><numFmt numFmtId="164" formatCode="0.00"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="31"/></cellXfs><dxfs count="1"><dxf/></dxfs>'
  const own =
    '<conditionalFormatting sqref="E2"><cfRule type="expression" dxfId="0" priority="1"><formula>E2&gt;1</formula></cfRule></conditionalFormatting>'
  const after = `<mergeCells><mergeCell ref="A9:F9"/></mergeCells>${own}<dataValidations><dataValidation type="list" sqref="C2:C9"><formula1>lists!$A$1</formula1></dataValidation></dataValidations>`
  const day = { xml: 's="1"><v>44684</v>' }
  const picture = { xml: 't="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v>' }
  const rows = [
    sampleHeader,
    ['AB1', '甲', '工业', 1, { xml: '><f>1+1</f><v>2</v>' }, day],
    ['AB1001', '乙', '工业', 1, 2, picture],
  ]
  const lists = { name: 'lists', state: 'veryHidden' as const, rows: [['工业']] }
  const data = handmadeBook([{ name: '表', rows, after, before: '<sheetViews/>' }, lists], { from1904: true, styles })
  const copy = await marked(data)
  expect(await text(copy, 'xl/worksheets/sheet2.xml')).toBe(await text(data, 'xl/worksheets/sheet2.xml'))
  const [sheet, original] = [await text(copy, 'xl/worksheets/sheet1.xml'), await text(data, 'xl/worksheets/sheet1.xml')]
  const [, marks = ''] = /<\/mergeCells>(.*)<conditionalFormatting sqref="E2">/.exec(sheet) ?? []
  expect(marks).toContain('sqref="A2"')
  expect(sheet.replace(marks, '')).toBe(original)
  expect((await readWorkbook(copy)).sheets[0]).toEqual((await readWorkbook(data)).sheets[0])
  const known = await text(copy, 'xl/styles.xml')
  expect(known.replace(/<font>.*?<\/font>|<xf numFmtId="49".*?<\/xf>|<dxf>.*?<\/dxf>/g, '')).toBe(
    (await text(data, 'xl/styles.xml'))
      .replace('fonts count="1"', 'fonts count="4"')
      .replace('cellXfs count="2"', 'cellXfs count="5"')
      .replace('dxfs count="1"', 'dxfs count="3"'),
  )
  expect(await text(copy, 'xl/workbook.xml')).toContain('date1904="1"')
})

test.each(['zh', 'en'] as const)('a filled template keeps its lists, notes and widths (%s)', async (language) => {
  const template = await makeTemplate(sampleTable, { language, rules, rows: [{ code: 'AB1', name: '甲' }] })
  const copy = await annotateWorkbook(template, columns, await readSample(template), language)
  const [page, was] = [(await opened(copy)).worksheets[0], (await opened(template)).worksheets[0]]
  expect(page?.getCell('A1').style).toEqual(was?.getCell('A1').style)
  expect(page?.getColumn(2).width).toBe(was?.getColumn(2).width)
  const parts = async (data: Buffer) =>
    (await openZip(bytesOf(data))).entries.map((each) => each.name).filter((name) => !name.endsWith('/'))
  expect(await parts(copy)).toEqual([...(await parts(template)), 'xl/worksheets/marks1.xml'])
  expect(await colours(copy, page?.name ?? '')).toEqual({ [red]: ['A2', 'C2', 'D2', 'E2'] })
})

test('a CSV becomes a workbook of its texts, whatever separates its cells', async () => {
  const data = Buffer.from(
    `企业清单\n${sampleHeader.join('\t')}\nAB1001\t=甲\t工业\t00123\t=SUM(A1)\nAB1002\t_x0041_\t工业\t1\t2\n`,
  )
  const copy = await marked(data)
  const [before, after] = [await readSample(data), await readSample(copy)]
  expect(after.problems).toEqual(before.problems)
  expect(before.problems.map((each) => each.cell)).toEqual(['E3'])
  expect(after.rows).toEqual(before.rows)
  const page = (await opened(copy)).getWorksheet('CSV')
  expect(page?.getCell('B3')).toMatchObject({ value: '=甲', type: ExcelJS.ValueType.String, numFmt: '@' })
  expect(await colours(copy, 'CSV')).toEqual({ [red]: ['E3'] })
})

test('prefixes, a strict workbook, parts at the root and none for styles are patched in their own manner', async () => {
  const row = '<x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>编号</x:t></x:is></x:c></x:row>'
  const prefixed = handmade(`<x:worksheet xmlns:x="x"><x:sheetData>${row}</x:sheetData><x:pageMargins/></x:worksheet>`)
  const copy = await annotateWorkbook(
    prefixed,
    columns,
    { problems: [{ sheet: '表', row: 1, column: '', cell: 'A1', value: '', zh: '错', en: 'wrong' }], warnings: [] },
    'en',
  )
  expect(await text(copy, 'xl/worksheets/sheet1.xml')).toMatch(
    /<\/x:sheetData><x:conditionalFormatting sqref="A1"><x:cfRule.*<\/x:conditionalFormatting><x:pageMargins\/>/,
  )
  const { sheets } = await openPackage(await openZip(bytesOf(copy)))
  expect(sheets.map((each) => each.name)).toEqual(['表', 'Problems'])

  const root = handmadeBook([{ name: '表', rows: [sampleHeader, ['AB1', '甲', '工业', 1, 2]] }], { folder: '' })
  const strict = await rewritten(root, (xml) =>
    xml
      .replaceAll(
        'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
        'http://purl.oclc.org/ooxml/officeDocument/relationships',
      )
      .replaceAll(
        'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
        'http://purl.oclc.org/ooxml/spreadsheetml/main',
      ),
  )
  for (const [data, family] of [
    [root, 'schemas.openxmlformats.org'],
    [strict, 'purl.oclc.org'],
  ] as const) {
    const patched = await marked(data)
    expect((await readSample(patched)).problems).toMatchObject([{ cell: 'A2' }])
    for (const part of ['worksheets/marks1.xml', 'styles.xml'])
      expect(await text(patched, part)).toContain(`xmlns="http://${family}/`)
  }
})

async function rewritten(data: Buffer, change: (xml: string) => string): Promise<Buffer> {
  const zip = await openZip(bytesOf(data))
  const parts = zip.entries.map(async ({ name }) => ({ name, data: Buffer.from(change(await partText(zip, name))) }))
  return makeZip(await Promise.all(parts))
}

test('a sheet of somebody’s own under the name of our list is left alone', async () => {
  const data = handmadeBook([
    { name: '表', rows: [sampleHeader, ['AB1', '甲', '工业', 1, 2]] },
    { name: '问题清单', rows: [['我的问题'], ['一']] },
  ])
  const { sheets } = await readWorkbook(await marked(data))
  expect(sheets.map((each) => each.name)).toEqual(['表', '问题清单', '问题清单 2'])
  expect(sheets[1]?.rows.map((each) => each.cells[0])).toEqual(['我的问题', '一'])
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
  for (const data of books)
    expect((await readWorkbook(await marked(data))).sheets.map((each) => each.name)).toEqual(['表', '问题清单'])
})

test('damage at any place is a refusal or a copy, never another error', async () => {
  const good = handmadeBook([{ rows: [sampleHeader, sampleRow(1)] }], { styles: '<fonts/>' })
  for (let at = 0; at < good.length; at += 29) {
    const damaged = Buffer.from(good)
    damaged.writeUInt8((damaged.readUInt8(at) + 113) % 256, at)
    const error = await annotateWorkbook(damaged, columns, nothing, 'zh').then(
      () => null,
      (thrown: unknown) => thrown,
    )
    if (error !== null) expect(error).toHaveProperty('code', expect.stringContaining('workbook.'))
  }
})

test('a large workbook with a problem in every row is marked', async () => {
  const rows = Array.from({ length: 20_000 }, (_, at) => `AB${1000 + (at % 9000)},甲${at},没有,1,2`)
  const data = Buffer.from([sampleHeader.join(','), ...rows].join('\n'))
  const { problems } = await readSample(data)
  const copy = await marked(data)
  expect((await readWorkbook(copy)).sheets.at(-1)?.rows).toHaveLength(20_001)
  expect((await readSample(copy)).problems).toHaveLength(problems.length)
}, 60_000)
