import { isKindName } from './kinds.ts'
import { openZip, type Zip, type ZipEntry, ZipProblem } from './zip.ts'

/** A file that is being looked at: its size in bytes, and a reader of any part of it. */
export type Bytes = { readonly size: number; readonly read: (offset: number, length: number) => Promise<Buffer> }

/**
 * What a zip container holds, told by its parts: a kind's name, every part then unpacked once within the limits, or the name
 * of a refused one. Throws `ZipProblem`.
 */
export async function containerKind(file: Bytes): Promise<string> {
  const zip = await openZip(file)
  const kind = await kindOf(zip)
  if (isKindName(kind)) for (const entry of zip.entries) for await (const _ of zip.open(entry));
  return kind
}

async function kindOf(zip: Zip): Promise<string> {
  const types = zip.find('[Content_Types].xml')
  if (types) return officeKind(zip, await textOf(zip, types))
  const format = zip.find('mimetype')
  const openDocument = format && /opendocument\.(spreadsheet|text|presentation)/.exec(await textOf(zip, format))?.[1]
  if (openDocument) return { spreadsheet: 'ods', text: 'odt', presentation: 'odp' }[openDocument] ?? 'zip'
  if (zip.entries.some(({ name }) => /^Index(\/.*\.iwa|\.zip)$/.test(name))) return 'iwork'
  return zip.find('OFD.xml') ? 'ofd' : 'zip'
}

const macroPart = /(^|\/)(vbaProject\.bin|macrosheets\/[^/]+\.xml)$/i

/** By the type of its main part, wherever that lies; by the usual places where a writer left the types out. */
function officeKind(zip: Zip, types: string): string {
  const has = (pattern: RegExp) => zip.entries.some(({ name }) => pattern.test(name))
  if (has(macroPart)) return 'macro'
  const named = (type: string) => types.includes(type)
  if (named('sheet.binary.macroEnabled.main') || has(/^xl\/workbook\.bin$/)) return 'xlsb'
  if (named('excel.sheet.macroEnabled.main')) return 'xlsm'
  if (named('word.document.macroEnabled.main')) return 'docm'
  if (named('spreadsheetml.sheet.main') || has(/^(?:xl\/)?workbook[^/]*\.xml$/)) return 'xlsx'
  if (named('wordprocessingml.document.main') || has(/^word\/document.*\.xml$/)) return 'docx'
  return named('presentationml.') || has(/^ppt\/presentation\.xml$/) ? 'pptx' : 'zip'
}

const maxText = 1024 * 1024

async function textOf(zip: Zip, entry: ZipEntry): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of zip.open(entry)) {
    size += chunk.length
    if (size > maxText) throw new ZipProblem('bomb')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
