import type { Zip } from '../files/zip.ts'
import { type NumberFormat, numberFormat } from './number-format.ts'
import { scanPart } from './package.ts'
import { isStrike } from './rich-text.ts'

/** What a cell style makes of a number, and whether it strikes the text out. */
export type CellStyle = { readonly format: NumberFormat; readonly struck: boolean }

export async function readStyles(zip: Zip, part: string | undefined): Promise<CellStyle[]> {
  const styles: CellStyle[] = []
  if (part === undefined || !zip.find(part)) return styles
  const codes = new Map<number, string>()
  const formats = new Map<number, NumberFormat>()
  const struck: boolean[] = []
  let within = ''
  const formatOf = (id: number) => {
    const format = formats.get(id) ?? numberFormat(id, codes.get(id))
    formats.set(id, format)
    return format
  }
  await scanPart(zip, part, {
    open(name, attribute) {
      if (name === 'fonts' || name === 'cellXfs') within = name
      else if (name === 'numFmt' && within === '')
        codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '')
      else if (name === 'font' && within === 'fonts') struck.push(false)
      else if (within === 'fonts' && isStrike(name, attribute)) struck[struck.length - 1] = true
      else if (name === 'xf' && within === 'cellXfs') {
        const font = Number(attribute('fontId') ?? 0)
        styles.push({ format: formatOf(Number(attribute('numFmtId') ?? 0)), struck: struck[font] ?? false })
      }
    },
    close(name) {
      if (name === within) within = ''
    },
  })
  return styles
}
