import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { format } from 'numfmt'
import { expect, test } from 'vitest'
import { writeOfficialForm } from './official-form.ts'

async function open(data: Buffer): Promise<ExcelJS.Worksheet | undefined> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(data as unknown as ExcelJS.Buffer)
  return workbook.worksheets[0]
}

/** A cell as a spreadsheet shows it. */
function asRead(cell: ExcelJS.Cell | undefined): string {
  return format(cell?.numFmt ?? 'General', Number(cell?.value))
}

const doubles = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 30 })

test('no number is ever read with its point left standing, whatever it is', async () => {
  await fc.assert(
    fc.asyncProperty(doubles, async (values) => {
      const rows = values.map((value) => [Math.round(value * 1000) / 1000])
      const form = { sheet: '表', title: '表', subtitle: { left: '', right: '' }, signatures: [] }
      const columns = [{ title: '数', width: 20, kind: 'number' }] as const
      const page = await open(await writeOfficialForm({ ...form, columns, rows, footer: { left: '', page: '' } }))
      for (const at of rows.keys()) expect(asRead(page?.getCell(at + 4, 1))).toMatch(/^-?[\d,]+(\.\d{1,2})?$/)
    }),
    { numRuns: 25 },
  )
})
