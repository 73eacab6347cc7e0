import { type ByteSource, openZip } from '../files/zip.ts'
import { readComments } from './comments.ts'
import { isProblemList } from './own-sheets.ts'
import { broken, openPackage, type Package, partOfType, refusingBroken, scanPart } from './package.ts'
import { readSheet } from './sheet-xml.ts'
import { type Sheet, type Workbook, workbookLimits } from './sheets.ts'
import { readStrings } from './strings.ts'
import { readStyles } from './styles.ts'
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
    const context = { ...strings, styles, from1904 }
    if (!hidden) {
      const sheet = await readSheet(name, scan, context, isProblemList(name) ? counter() : count)
      const comments = await readComments(zip, part)
      sheets.push({ ...sheet, ...(comments.length > 0 && { comments }) })
    } else sheets.push({ ...(await readSheet(name, scan, context)), hidden, ...(veryHidden && { veryHidden }) })
  }
  if (sheets.length === 0) throw broken()
  return { format: 'xlsx', sheets }
}
