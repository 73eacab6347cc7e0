import type { Zip } from '../files/zip.ts'
import { type NumberFormat, numberFormat } from './number-format.ts'
import { scanPart } from './package.ts'
import { isStrike } from './rich-text.ts'

/** What a cell style makes of a number, and whether it strikes the text out, or lets nobody see it. */
export type CellStyle = { readonly format: NumberFormat; readonly struck: boolean; readonly faint: boolean }

type Attribute = (name: string) => string | null
/** A colour as `RRGGBB`; null where it cannot be told. */
type Colour = string | null

const white = 'FFFFFF'
/** Points below which nobody reads a letter. */
const legible = 3

export async function readStyles(zip: Zip, part: string | undefined): Promise<CellStyle[]> {
  const styles: CellStyle[] = []
  if (part === undefined || !zip.find(part)) return styles
  const codes = new Map<number, string>()
  const formats = new Map<number, NumberFormat>()
  const fonts: { struck: boolean; colour: Colour; size: number }[] = []
  const fills: Colour[] = []
  let within = ''
  const formatOf = (id: number) => {
    const format = formats.get(id) ?? numberFormat(id, codes.get(id))
    formats.set(id, format)
    return format
  }
  function readFont(name: string, attribute: Attribute): void {
    if (name === 'font') fonts.push({ struck: false, colour: '000000', size: 11 })
    const font = fonts.at(-1)
    if (!font) return
    if (isStrike(name, attribute)) font.struck = true
    else if (name === 'color') font.colour = colourOf(attribute)
    else if (name === 'sz') font.size = Number(attribute('val') ?? 11)
  }
  function readFill(name: string, attribute: Attribute): void {
    if (name === 'fill') fills.push(null)
    else if (name === 'patternFill')
      fills[fills.length - 1] = (attribute('patternType') ?? 'none') === 'none' ? white : null
    else if (name === 'fgColor' && fills.at(-1) === null) fills[fills.length - 1] = colourOf(attribute)
  }
  await scanPart(zip, part, {
    open(name, attribute) {
      if (['fonts', 'fills', 'cellXfs'].includes(name)) within = name
      else if (name === 'numFmt' && within === '')
        codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '')
      else if (within === 'fonts') readFont(name, attribute)
      else if (within === 'fills') readFill(name, attribute)
      else if (name === 'xf' && within === 'cellXfs') {
        const font = fonts[Number(attribute('fontId') ?? 0)]
        const behind = fills[Number(attribute('fillId') ?? 0)] ?? (fills.length === 0 ? white : null)
        const faint = font !== undefined && (font.size < legible || (font.colour !== null && font.colour === behind))
        styles.push({ format: formatOf(Number(attribute('numFmtId') ?? 0)), struck: font?.struck ?? false, faint })
      }
    },
    close(name) {
      if (name === within) within = ''
    },
  })
  return styles
}

/** White and black as the theme and the palette have them; another colour of theirs, or a tinted one, is not told apart. */
function colourOf(attribute: Attribute): Colour {
  if (Number(attribute('tint') ?? 0) !== 0) return null
  const rgb = attribute('rgb')
  if (rgb) return rgb.slice(-6).toUpperCase()
  if (attribute('theme') !== null) return ['FFFFFF', '000000'][Number(attribute('theme'))] ?? null
  return { '0': '000000', '8': '000000', '1': white, '9': white, '64': '000000' }[attribute('indexed') ?? ''] ?? null
}
