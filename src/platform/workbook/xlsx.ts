import { type ByteSource, openZip, type Zip, ZipProblem } from '../files/zip.ts'
import { decodeEscapes } from './cell-faults.ts'
import { type NumberKind, numberKind } from './cell-text.ts'
import { isProblemList } from './own-sheets.ts'
import { WorkbookRefused } from './refused.ts'
import { readSheet } from './sheet-xml.ts'
import { type Sheet, type Workbook, workbookLimits } from './sheets.ts'
import { tooManyRows, tooManySheets } from './too-many.ts'
import { createXmlScanner, XmlBroken, type XmlHandler } from './xml.ts'

/**
 * Reads the texts of an .xlsx in one pass, without ever unfolding what a few bytes can claim (merged ranges and validations over
 * whole columns, entities, packed zeros); a workbook over the limits is given up at the limit. Throws `WorkbookRefused`.
 * Hand-written on top of yauzl and saxes: the libraries weighed in docs/decisions/0014 unfold what a file claims, or are not
 * maintained in the registry.
 */
export async function readXlsx(source: ByteSource): Promise<Workbook> {
  try {
    const zip = await openZip(source)
    return await readParts(zip)
  } catch (error) {
    if (error instanceof XmlBroken) throw broken()
    if (!(error instanceof ZipProblem)) throw error
    if (error.reason === 'bomb') throw tooLargeUnpacked()
    throw error.reason === 'encrypted' ? encrypted() : broken()
  }
}

async function readParts(zip: Zip): Promise<Workbook> {
  const root = await relations(zip, '_rels/.rels', '')
  const main = root.find((each) => each.type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml'
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const parts = await relations(zip, `${folder}_rels/${main.slice(folder.length)}.rels`, folder)
  const ofType = (type: string) => parts.find((each) => each.type.endsWith(`/${type}`))?.target
  const declared = await readDeclaration(zip, main)
  const strings = await readStrings(zip, ofType('sharedStrings'))
  const styles = await readStyles(zip, ofType('styles'))
  const sheets: Sheet[] = []
  let rows = 0
  const count = () => {
    if (++rows > workbookLimits.rows) throw tooManyRows()
  }
  for (const { name, id, hidden, veryHidden } of declared.sheets) {
    const part = parts.find((each) => each.id === id)
    if (!part?.type.endsWith('/worksheet')) continue
    const scanPart = (handler: XmlHandler) => scan(zip, part.target, handler)
    const context = { strings, styles, from1904: declared.from1904 }
    if (!hidden) sheets.push(await readSheet(name, scanPart, context, count))
    else {
      const head = await readSheet(name, scanPart, context)
      sheets.push({ ...head, hidden, ...(veryHidden && { veryHidden }) })
    }
  }
  if (sheets.length === 0) throw broken()
  return { format: 'xlsx', sheets }
}

async function scan(zip: Zip, part: string, handler: XmlHandler): Promise<void> {
  const entry = zip.find(part)
  if (!entry) throw new XmlBroken(`no ${part}`)
  const decoder = new TextDecoder('utf-8')
  const scanner = createXmlScanner(handler)
  for await (const chunk of zip.open(entry)) scanner.write(decoder.decode(chunk, { stream: true }))
  scanner.write(decoder.decode())
  scanner.end()
}

type Relation = { readonly id: string; readonly type: string; readonly target: string }

async function relations(zip: Zip, part: string, folder: string): Promise<Relation[]> {
  const found: Relation[] = []
  if (!zip.find(part)) return found
  await scan(zip, part, {
    open(name, attribute) {
      if (name !== 'Relationship' || attribute('TargetMode') === 'External') return
      const target = attribute('Target') ?? ''
      const path = target.startsWith('/') ? target : `/${folder}${target}`
      found.push({
        id: attribute('Id') ?? '',
        type: attribute('Type') ?? '',
        target: new URL(path, 'zip:/').pathname.slice(1),
      })
    },
  })
  return found
}

type Declared = {
  readonly name: string
  readonly id: string
  readonly hidden: boolean
  readonly veryHidden: boolean
}

async function readDeclaration(zip: Zip, part: string) {
  const sheets: Declared[] = []
  let from1904 = false
  await scan(zip, part, {
    open(tag, attribute) {
      if (tag === 'workbookPr') from1904 = ['1', 'true'].includes(attribute('date1904') ?? '')
      if (tag !== 'sheet') return
      const state = attribute('state') ?? 'visible'
      const name = attribute('name') ?? ''
      sheets.push({
        name,
        id: attribute('id') ?? '',
        hidden: state === 'hidden' || state === 'veryHidden',
        veryHidden: state === 'veryHidden',
      })
      // lists for validations and the list of problems come on top of what a person has made
      const counted = sheets.filter((each) => !each.veryHidden && !isProblemList(each.name)).length
      if (counted > workbookLimits.sheets || sheets.length > 2 * workbookLimits.sheets) throw tooManySheets()
    },
  })
  return { sheets, from1904 }
}

async function readStrings(zip: Zip, part: string | undefined): Promise<string[]> {
  const strings: string[] = []
  if (part === undefined || !zip.find(part)) return strings
  let current = ''
  let phonetic = false
  let inText = false
  await scan(zip, part, {
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
  await scan(zip, part, {
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

function broken(): WorkbookRefused {
  return new WorkbookRefused('broken', {
    zh: '工作簿已损坏，无法打开，请用 Excel 或 WPS 重新保存后上传。',
    en: 'The workbook is damaged and cannot be opened. Save it again with Excel or WPS.',
  })
}

function encrypted(): WorkbookRefused {
  return new WorkbookRefused('encrypted', {
    zh: '工作簿已加密，请去除密码后上传。',
    en: 'The workbook is encrypted. Remove its password.',
  })
}

function tooLargeUnpacked(): WorkbookRefused {
  return new WorkbookRefused('too-large', {
    zh: '工作簿解压后过大，请删除多余的格式、图片和空行后上传。',
    en: 'The workbook unpacks to far too much. Remove surplus formats, pictures and blank rows.',
  })
}
