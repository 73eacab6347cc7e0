import type { WrittenPart } from '../files/zip-writer.ts'
import { type Package, partText, relationsPart } from './package.ts'
import { appendTo, attributeIn, editXml, escapeXml, outlineXml, prefixOf, type XmlElement } from './xml-edit.ts'

/** A workbook with some of its parts changed or added; every other part stays as it is, byte for byte. */
export type PackageChanges = { readonly book: Package; readonly changed: Map<string, string> }

const kinds = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export async function currentText({ book, changed }: PackageChanges, part: string): Promise<string> {
  return changed.get(part) ?? (await partText(book.zip, part))
}

/** All parts in the order of the original, new ones last. */
export function partsOf({ book, changed }: PackageChanges): WrittenPart[] {
  const { zip } = book
  const names = new Set([...zip.entries.map((each) => each.name), ...changed.keys()])
  return [...names].filter(isPartName).flatMap((name): WrittenPart[] => {
    const text = changed.get(name)
    if (text !== undefined) return [{ name, data: Buffer.from(text) }]
    const entry = zip.find(name)
    return entry ? [{ name, data: () => zip.open(entry) }] : []
  })
}

/** Folders have no entry of their own in a workbook, and no part lies outside it. */
function isPartName(name: string): boolean {
  return !/^\/|\/$|^[A-Za-z]:|(?:^|\/)\.\.(?:\/|$)/.test(name)
}

/** Adds a part that the main part refers to; answers the relation's id and the part's name. */
export async function addPart(
  changes: PackageChanges,
  type: 'worksheet' | 'styles',
  path: (folder: string, number: number) => string,
  xml: string,
): Promise<{ readonly id: string; readonly part: string }> {
  const { book, changed } = changes
  const free = (name: (at: number) => string, isTaken: (name: string) => boolean) => {
    let at = 1
    while (isTaken(name(at))) at++
    return name(at)
  }
  const part = free(
    (at) => path(book.folder, at),
    (name) => changed.has(name) || book.zip.find(name) !== undefined,
  )
  const links = relationsPart(book.main)
  const linksXml = await currentText(changes, links)
  const id = free(
    (at) => `mark${at}`,
    (name) => linksXml.includes(`"${name}"`),
  )
  const relation = `Id="${id}" Type="${relationTypes(book)}/${type}" Target="${escapeXml(part.slice(book.folder.length))}"`
  changed.set(part, xml)
  changed.set(links, withLast(linksXml, 'Relationship', relation))
  const contentTypes = await currentText(changes, '[Content_Types].xml')
  const override = `PartName="/${escapeXml(part)}" ContentType="${kinds}.${type}+xml"`
  changed.set('[Content_Types].xml', withLast(contentTypes, 'Override', override))
  return { id, part }
}

/** Adds a sheet behind the others; `xml` is asked with the namespace that the workbook is written in. */
export async function addSheet(
  changes: PackageChanges,
  name: string,
  xml: (namespace: string) => string,
): Promise<void> {
  const { book, changed } = changes
  const workbook = await currentText(changes, book.main)
  const root = outlineXml(workbook, ['sheets'])
  const sheets = root.children.find((each) => each.name === 'sheets')
  if (!sheets) return
  const { id } = await addPart(
    changes,
    'worksheet',
    (folder, at) => `${folder}worksheets/marks${at}.xml`,
    xml(namespaceOf(root)),
  )
  const ids = sheets.children.map((each) => Number(attributeIn(each, 'sheetId')) || 0)
  const r = /\s([\w.-]+):id\s*=/.exec(sheets.children[0]?.opening ?? '')?.[1] ?? 'r'
  const tag = `<${prefixOf(sheets)}sheet xmlns:${r}="${relationTypes(book)}" name="${escapeXml(name)}" sheetId="${Math.max(0, ...ids) + 1}" ${r}:id="${id}"/>`
  changed.set(book.main, editXml(workbook, appendTo(sheets, tag)))
}

/** The namespace of the workbook: a strict one has another. */
export function namespaceOf(root: XmlElement): string {
  const prefix = prefixOf(root).replace(':', '')
  const declared = attributeIn(root, prefix === '' ? 'xmlns' : `xmlns:${prefix}`)
  return declared?.startsWith('http') ? declared : 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
}

/** What the types of the workbook's relations begin with. */
function relationTypes({ relations }: Package): string {
  const type = relations.find((each) => each.type.endsWith('/worksheet'))?.type
  return type?.slice(0, type.lastIndexOf('/')) ?? 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
}

function withLast(xml: string, name: string, attributes: string): string {
  const root = outlineXml(xml)
  return editXml(xml, appendTo(root, `<${prefixOf(root)}${name} ${attributes}/>`))
}
