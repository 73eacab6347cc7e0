import { type ByteSource, openZip, type Zip } from '../files/zip.ts'
import { decodeEscapes } from './cell-faults.ts'
import { type NumberKind, numberKind } from './cell-text.ts'
import { isProblemList } from './own-sheets.ts'
import { broken, openPackage, type Package, partOfType, refusingBroken, scanPart } from './package.ts'
import { readSheet } from './sheet-xml.ts'
import { type Sheet, type Workbook, workbookLimits } from './sheets.ts'
import { tooManyRows } from './too-many.ts'
import type { XmlHandler } from './xml.ts'

/**
 * Reads the texts of an .xlsx in one pass, without ever unfolding what a few bytes can claim (merged ranges and validations over
 * whole columns, entities, packed zeros); a workbook over the limits is given up at the limit. Throws `WorkbookRefused`.
 * Hand-written on top of yauzl and saxes: the libraries weighed in docs/decisions/0014 unfold what a file claims, or are not
 * maintained in the registry.
 */
export function readXlsx(source: ByteSource): Promise<Workbook> {
  return refusingBroken(async () => readParts(await openPackage(await openZip(source))))
}

async function readParts(book: Package): Promise<Workbook> {
  const { zip, from1904 } = book
  const strings = await readStrings(zip, partOfType(book, 'sharedStrings'))
  const styles = await readStyles(zip, partOfType(book, 'styles'))
  const sheets: Sheet[] = []
  const counter = () => {
    let rows = 0
    return () => {
      if (++rows > workbookLimits.rows) throw tooManyRows()
    }
  }
  const count = counter()
  for (const { name, part, hidden, veryHidden } of book.sheets) {
    if (part === null) continue
    const scan = (handler: XmlHandler) => scanPart(zip, part, handler)
    const context = { strings, styles, from1904 }
    if (!hidden) sheets.push(await readSheet(name, scan, context, isProblemList(name) ? counter() : count))
    else sheets.push({ ...(await readSheet(name, scan, context)), hidden, ...(veryHidden && { veryHidden }) })
  }
  if (sheets.length === 0) throw broken()
  return { format: 'xlsx', sheets }
}

export async function readStrings(zip: Zip, part: string | undefined): Promise<string[]> {
  const strings: string[] = []
  if (part === undefined || !zip.find(part)) return strings
  let current = ''
  let phonetic = false
  let inText = false
  await scanPart(zip, part, {
    open(name) {
      if (name === 'si') current = ''
      else if (name === 'rPh') phonetic = true
      inText = name === 't' && !phonetic
    },
    close(name) {
      if (name === 'si') strings.push(decodeEscapes(current.slice(0, workbookLimits.cellLength)))
      else if (name === 'rPh') phonetic = false
      inText = false
    },
    text(text) {
      if (inText && current.length <= workbookLimits.cellLength) current += text
    },
  })
  return strings
}

/** What each cell style makes of a number. */
async function readStyles(zip: Zip, part: string | undefined): Promise<NumberKind[]> {
  const kinds: NumberKind[] = []
  if (part === undefined || !zip.find(part)) return kinds
  const codes = new Map<number, string>()
  let inCells = false
  await scanPart(zip, part, {
    open(name, attribute) {
      if (name === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '')
      else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells) {
        const id = Number(attribute('numFmtId') ?? 0)
        kinds.push(numberKind(id, codes.get(id)))
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return kinds
}
