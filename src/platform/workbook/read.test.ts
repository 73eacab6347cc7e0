import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { makeZip } from '../files/zip-maker.ts'
import { handmade, handmadeBook } from './handmade.ts'
import { readWorkbook } from './read.ts'
import { WorkbookRefused } from './refused.ts'
import { workbookLimits } from './sheets.ts'

async function saved(fill: (workbook: ExcelJS.Workbook) => void): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  fill(workbook)
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

async function reason(data: Buffer): Promise<string> {
  const error = await readWorkbook(data).then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof WorkbookRefused)) throw new Error(`not refused: ${String(error)}`)
  expect(error.text.zh).not.toBe('')
  return error.code
}

test('dates, percents, long codes, formulas, rich text and errors read as a person sees them', async () => {
  const data = await saved((workbook) => {
    const page = workbook.addWorksheet('目标')
    page.getCell('A1').value = { richText: [{ text: '嘉善' }, { text: '园区', font: { bold: true } }] }
    page.getCell('B1').value = new Date('2026-05-06T00:00:00Z')
    page.getCell('B1').numFmt = 'yyyy"年"m"月"d"日"'
    page.getCell('C1').value = new Date('2026-05-06T09:30:00Z')
    page.getCell('C1').numFmt = 'yyyy-mm-dd hh:mm'
    page.getCell('D1').value = 0.3
    page.getCell('D1').numFmt = '0.00%'
    page.getCell('E1').value = { formula: '0.1+0.2', result: 0.1 + 0.2 }
    page.getCell('F1').value = Number('25332000000398124894')
    page.getCell('G1').value = true
    page.getCell('H1').value = { formula: '1/0', result: { error: '#DIV/0!' } as ExcelJS.CellErrorValue }
    page.getCell('I1').value = { text: '链接', hyperlink: 'https://example.com' }
    page.getCell('J1').value = 1234567.5
    page.getCell('J1').numFmt = '[Red]#,##0.00_);("¥"#,##0.00)'
    page.getCell('K1').value = ' = + <&> '
    page.getCell('L1').value = '  '
  })
  const { sheets } = await readWorkbook(data)
  expect(sheets[0]?.rows[0]?.cells).toEqual([
    '嘉善园区',
    '2026-05-06',
    '2026-05-06 09:30',
    '30%',
    '0.3',
    '2.53320000003981E+19',
    'TRUE',
    '#DIV/0!',
    '链接',
    '1234567.5',
    ' = + <&> ',
  ])
})

test('rows keep their numbers, blank ones are left out, merged cells count for all their cells', async () => {
  const data = await saved((workbook) => {
    const page = workbook.addWorksheet('一')
    page.mergeCells('A1:C1')
    page.getCell('A1').value = '标题'
    page.mergeCells('A4:A5')
    page.getCell('A4').value = '产出'
    page.getCell('B4').value = '数量'
    page.getCell('B5').value = '质量'
    page.getCell('B9').value = '   '
    workbook.addWorksheet('空')
  })
  const { sheets } = await readWorkbook(data)
  expect(sheets).toEqual([
    {
      name: '一',
      rows: [
        { number: 1, cells: ['标题', '标题', '标题'], merged: new Map([0, 1, 2].map((at) => [at, 'A1'])) },
        { number: 4, cells: ['产出', '数量'], merged: new Map([[0, 'A4']]) },
        { number: 5, cells: ['产出', '质量'], merged: new Map([[0, 'A4']]) },
      ],
    },
    { name: '空', rows: [] },
  ])
})

test('prefixes, inline texts, phonetic marks, missing references and uncalculated formulas', async () => {
  const sheet = `<x:worksheet xmlns:x="x"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>甲&amp;</x:t><x:rPh><x:t>jia</x:t></x:rPh></x:is></x:c>
    <x:c><x:v>2</x:v></x:c><x:c><x:f>A1&lt;B1</x:f></x:c><x:c t="d"><x:v>2026-05-06T00:00:00</x:v></x:c><x:c t="str"><x:f>""</x:f><x:v></x:v></x:c></x:row></x:sheetData></x:worksheet>`
  const { sheets } = await readWorkbook(handmade(sheet))
  expect(sheets[0]?.rows).toEqual([
    { number: 1, cells: ['甲&', '2', '=A1<B1', '2026-05-06'], faults: new Map([[2, 'uncalculated']]) },
  ])
})

test('days read the same from the Chinese formats that are built in, as ISO dates, and in the calendar of 1904', async () => {
  const ids = [14, 27, 31, 36, 50, 57, 58]
  const styles = `<cellXfs>${ids.map((id) => `<xf numFmtId="${id}"/>`).join('')}<xf numFmtId="0"/></cellXfs>`
  const iso = { xml: 't="d"><v>2026-05-04T00:00:00Z</v>' }
  for (const [from1904, serial] of [
    [false, 46146],
    [true, 44684],
  ] as const) {
    const days = ids.map((_, style) => ({ xml: `s="${style}"><v>${serial}</v>` }))
    const { sheets } = await readWorkbook(handmadeBook([{ rows: [[...days, iso]] }], { styles, from1904 }))
    expect(sheets[0]?.rows[0]?.cells).toEqual(Array(ids.length + 1).fill('2026-05-04'))
  }
})

test('merged ranges and validations over whole columns cost nothing', async () => {
  const sheet = `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row></sheetData>
    <mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(50)}</mergeCells><dataValidations><dataValidation sqref="A1:XFD1048576"/></dataValidations></worksheet>`
  const { sheets } = await readWorkbook(handmade(sheet))
  expect(sheets[0]?.rows).toHaveLength(1)
  expect(sheets[0]?.rows[0]?.cells).toHaveLength(workbookLimits.columns)

  const rows = Array.from({ length: 2000 }, (_, at) => [at])
  const down = '<mergeCell ref="B1:B1048576"/>'
  const title = await readWorkbook(
    handmadeBook([{ rows: [['甲', '乙'], [1]], after: `<mergeCells>${down}</mergeCells>` }]),
  )
  expect(title.sheets[0]?.rows[1]?.cells).toEqual(['1', '乙'])
  const far = handmadeBook([
    { rows, after: `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(2)}</mergeCells>` },
  ])
  expect(await reason(far)).toBe('workbook.too-many-merged')
})

test('a 60,000-row workbook is refused, the limit itself passes', async () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>${i}</v></c></row>`).join('')
  const sheet = (count: number) => handmade(`<worksheet><sheetData>${rows(count)}</sheetData></worksheet>`)
  expect(await reason(sheet(60_000))).toBe('workbook.too-many-rows')
  expect(await reason(sheet(workbookLimits.rows + 1))).toBe('workbook.too-many-rows')
  expect((await readWorkbook(sheet(workbookLimits.rows))).sheets[0]?.rows).toHaveLength(workbookLimits.rows)
  const csv = Buffer.from('a,b\n'.repeat(60_000))
  expect(await reason(csv)).toBe('workbook.too-many-rows')
})

test('too many sheets, columns or bytes are refused', async () => {
  expect(await reason(await saved((w) => Array.from({ length: 21 }, (_, i) => w.addWorksheet(`s${i}`))))).toBe(
    'workbook.too-many-sheets',
  )
  expect(await reason(await saved((w) => (w.addWorksheet('s').getCell(1, 257).value = 1)))).toBe(
    'workbook.too-many-columns',
  )
  expect(await reason(Buffer.from(`${','.repeat(300)}x`))).toBe('workbook.too-many-columns')
  expect(await reason(Buffer.alloc(workbookLimits.bytes + 1, 'a'))).toBe('workbook.too-large')
})

test('packed zeros, damage, passwords and old formats are each refused by name', async () => {
  expect(await reason(handmade(' '.repeat(60 * 1024 * 1024)))).toBe('workbook.too-large')
  const good = await saved((w) => w.addWorksheet('s').addRow(['x'.repeat(300)]))
  expect(await reason(good.subarray(0, good.length - 40))).toBe('workbook.broken')
  expect(await reason(Buffer.from('PK\x03\x04 nothing'))).toBe('workbook.broken')
  expect(await reason(makeZip([{ name: 'word/document.xml', data: Buffer.from('<w/>') }]))).toBe('workbook.broken')
  expect(await reason(handmade('<worksheet><sheetData><row>'))).toBe('workbook.broken')
  expect(await reason(handmade('<worksheet></sheetData>'))).toBe('workbook.broken')
  expect(await reason(handmade('<!DOCTYPE a [<!ENTITY x "y">]><worksheet/>'))).toBe('workbook.broken')
  expect(await reason(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toBe('workbook.old-format')
  expect(await reason(Buffer.from([0x00, 0x81, 0xff, 0xff, 0x00]))).toBe('workbook.unknown-text')
})

test('XML that nests without end, never ends a tag or a text, or names unknown entities is broken', async () => {
  const cell = (text: string) =>
    `<worksheet><sheetData><row><c t="str"><v>${text}</v></c></row></sheetData></worksheet>`
  const read = async (sheet: string) => (await readWorkbook(handmade(sheet))).sheets[0]?.rows[0]?.cells[0]
  expect(await read(cell('<![CDATA[<&>]]>&#x7532;&quot;'))).toBe('<&>甲"')
  // five elements stand around the text
  expect(await read(cell(`${'<a>'.repeat(59)}${'</a>'.repeat(59)}`))).toBeUndefined()
  expect(await reason(handmade(cell(`${'<a>'.repeat(60)}${'</a>'.repeat(60)}`)))).toBe('workbook.broken')
  const long = Array.from({ length: 150_000 }, (_, i) => `${i * 7919} `).join('')
  for (const sheet of [cell(long), cell(`<a b="${long}"/>`), cell(`<!--${long}-->`), `<!DOCTYPE ${long}`])
    expect(await reason(handmade(sheet))).toBe('workbook.broken')
  expect(await reason(handmade(cell('&x;')))).toBe('workbook.broken')
  expect(await reason(handmade(`${cell('x')}<a/>`))).toBe('workbook.broken')
})

test('damage at any place is a refusal or a reading, never another error', async () => {
  const good = await saved((w) =>
    w.addWorksheet('表').addRows([
      ['企业', 1],
      ['二', new Date()],
    ]),
  )
  for (let at = 0; at < good.length; at += 23) {
    const damaged = Buffer.from(good)
    damaged.writeUInt8((damaged.readUInt8(at) + 113) % 256, at)
    const error = await readWorkbook(damaged).then(
      () => null,
      (thrown: unknown) => thrown,
    )
    if (error !== null) expect(error).toBeInstanceOf(WorkbookRefused)
  }
})

test('CSV in UTF-8 with and without mark, GBK and UTF-16 reads the same', async () => {
  const text = '企业名称,金额\r\n"嘉善""甲""厂, 一部",1200\r\n\r\n乙,="00123"\r\n'
  const gbk = Buffer.from('c6f3d2b5c3fbb3c62cbdf0b6ee0d0a', 'hex')
  const expected = [
    { number: 1, cells: ['企业名称', '金额'], fields: 2 },
    { number: 2, cells: ['嘉善"甲"厂, 一部', '1200'], fields: 2 },
    { number: 4, cells: ['乙', '00123'], fields: 2 },
  ]
  const rows = async (data: Buffer) => (await readWorkbook(data)).sheets[0]?.rows
  expect(await rows(Buffer.from(text))).toEqual(expected)
  expect(await rows(Buffer.from(`\ufeff${text}`))).toEqual(expected)
  expect(await rows(Buffer.from(`\ufeff${text.replaceAll(',', '\t').replace('厂\t', '厂,')}`, 'utf16le'))).toEqual(
    expected,
  )
  expect(await rows(gbk)).toEqual(expected.slice(0, 1))
})
