import { type Zip, ZipProblem } from '../files/zip.ts'
import { isProblemList } from './own-sheets.ts'
import { WorkbookRefused } from './refused.ts'
import { workbookLimits } from './sheets.ts'
import { tooManySheets } from './too-many.ts'
import { createXmlScanner, XmlBroken, type XmlHandler } from './xml.ts'

/** How the parts of an .xlsx hang together. Names of parts are as in the container, without a stroke in front. */
export type Package = {
  readonly zip: Zip
  /** The part that declares the sheets; it need not be in `xl/`. */
  readonly main: string
  /** Folder of the main part, with its stroke at the end; empty at the root. */
  readonly folder: string
  readonly relations: readonly Relation[]
  readonly sheets: readonly DeclaredSheet[]
  readonly from1904: boolean
}

export type Relation = { readonly id: string; readonly type: string; readonly target: string }

export type DeclaredSheet = {
  readonly name: string
  readonly hidden: boolean
  readonly veryHidden: boolean
  /** Null for a sheet without cells, such as a chart. */
  readonly part: string | null
}

export async function openPackage(zip: Zip): Promise<Package> {
  const root = await relationsOf(zip, '_rels/.rels', '')
  const main = root.find((each) => each.type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml'
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const relations = await relationsOf(zip, relationsPart(main), folder)
  return { zip, main, folder, relations, ...(await readDeclaration(zip, main, relations)) }
}

export function relationsPart(part: string): string {
  const at = part.lastIndexOf('/') + 1
  return `${part.slice(0, at)}_rels/${part.slice(at)}.rels`
}

/** The part of a kind, by the last word of its relation's type. */
export function partOfType({ relations }: Package, type: string): string | undefined {
  return relations.find((each) => each.type.endsWith(`/${type}`))?.target
}

/** Characters of one part that are held at a time. */
const maxText = 128 * 1024 * 1024

/** A whole part as text. Throws `WorkbookRefused` when it is too large to be held. */
export async function partText(zip: Zip, part: string): Promise<string> {
  const entry = zip.find(part)
  if (!entry) throw new XmlBroken(`no ${part}`)
  const decoder = new TextDecoder('utf-8')
  const pieces: string[] = []
  let length = 0
  for await (const chunk of zip.open(entry)) {
    const piece = decoder.decode(chunk, { stream: true })
    length += piece.length
    if (length > maxText) throw tooLargeUnpacked()
    pieces.push(piece)
  }
  return pieces.join('') + decoder.decode()
}

/** Turns what goes wrong in the container or its XML into what a person is told. */
export async function refusingBroken<Result>(act: () => Promise<Result>): Promise<Result> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof XmlBroken) throw broken()
    if (!(error instanceof ZipProblem)) throw error
    if (error.reason === 'bomb') throw tooLargeUnpacked()
    throw error.reason === 'encrypted' ? encrypted() : broken()
  }
}

export async function scanPart(zip: Zip, part: string, handler: XmlHandler): Promise<void> {
  const entry = zip.find(part)
  if (!entry) throw new XmlBroken(`no ${part}`)
  const decoder = new TextDecoder('utf-8')
  const scanner = createXmlScanner(handler)
  for await (const chunk of zip.open(entry)) scanner.write(decoder.decode(chunk, { stream: true }))
  scanner.write(decoder.decode())
  scanner.end()
}

/** The parts that a part refers to; `folder`: where it lies. */
export async function relationsOf(zip: Zip, part: string, folder: string): Promise<Relation[]> {
  const found: Relation[] = []
  const names = new Map(zip.entries.map(({ name }) => [name.toLowerCase(), name]))
  if (!zip.find(part)) return found
  await scanPart(zip, part, {
    open(name, attribute) {
      if (name !== 'Relationship' || attribute('TargetMode') === 'External') return
      const target = (attribute('Target') ?? '').replaceAll('\\', '/')
      const path = target.startsWith('/') ? target : `/${folder}${target}`
      found.push({
        id: attribute('Id') ?? '',
        type: attribute('Type') ?? '',
        target: targetIn(names, path),
      })
    },
  })
  return found
}

/** The part as the container names it: relations write names with escapes, and letter case does not count. */
function targetIn(names: ReadonlyMap<string, string>, path: string): string {
  try {
    const name = decodeURIComponent(new URL(path, 'zip:/').pathname.slice(1))
    return names.get(name.toLowerCase()) ?? name
  } catch {
    throw new XmlBroken(`no part is ${path}`)
  }
}

async function readDeclaration(zip: Zip, part: string, relations: readonly Relation[]) {
  const sheets: DeclaredSheet[] = []
  let from1904 = false
  await scanPart(zip, part, {
    open(tag, attribute) {
      if (tag === 'workbookPr') from1904 = ['1', 'true'].includes(attribute('date1904') ?? '')
      if (tag !== 'sheet') return
      const state = attribute('state') ?? 'visible'
      const relation = relations.find((each) => each.id === attribute('id'))
      sheets.push({
        name: attribute('name') ?? '',
        hidden: state === 'hidden' || state === 'veryHidden',
        veryHidden: state === 'veryHidden',
        part: relation?.type.endsWith('/worksheet') ? relation.target : null,
      })
      // lists for validations and the list of problems come on top of what a person has made
      const counted = sheets.filter((each) => !each.veryHidden && !isProblemList(each.name)).length
      if (counted > workbookLimits.sheets || sheets.length > 2 * workbookLimits.sheets) throw tooManySheets()
    },
  })
  return { sheets, from1904 }
}

export function broken(): WorkbookRefused {
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
