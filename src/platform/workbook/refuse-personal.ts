import { readFile } from 'node:fs/promises'
import { holdsPersonalNumber, withoutPersonalNumbers } from '../../shared/uscc.ts'
import type { Text } from '../../shared/words.ts'
import { FileRefused } from '../files/errors.ts'
import type { Inspection } from '../files/inspect.ts'
import { bytesOf, openZip, type Zip } from '../files/zip.ts'
import { columnLetters } from './addresses.ts'
import { csvSheetName, decodeText } from './csv.ts'
import { openPackage, scanPart } from './package.ts'

type Place = { readonly sheet: string; readonly cell: string }

/**
 * Lets a file be kept only where no number of a person stands in its name or, in a table, in any cell, note or hidden sheet. The
 * number itself is neither kept nor said. @throws FileRefused naming the cell
 */
export async function refusePersonal(path: string, sentName: string, { extension }: Inspection): Promise<void> {
  if (holdsPersonalNumber(sentName.replace(/\.\w+$/, ''))) throw refused({ zh: '文件名', en: 'The name of the file' })
  const isText = ['csv', 'txt', 'tsv'].includes(extension)
  if (!isText && !['xlsx', 'xlsm'].includes(extension)) return
  const data = await readFile(path)
  const place = isText ? placeInText(textOf(data)) : await placeInBook(await openZip(bytesOf(data)))
  if (!place) return
  const named = withoutPersonalNumbers(place.cell === '' ? place.sheet : `${place.sheet}!${place.cell}`)
  throw refused({ zh: `单元格 ${named}`, en: `Cell ${named}` })
}

function refused(where: Text): FileRefused {
  return new FileRefused('file.personal-number', 422, {
    zh: `${where.zh} 含有（或像是）居民身份证号码，文件未保存。请删去号码后重新上传。`,
    en: `${where.en} holds, or seems to hold, the number of a person. The file was not kept. Remove the number and upload it again.`,
  })
}

/** Digits are the same bytes in whatever it may be. */
function textOf(data: Buffer): string {
  try {
    return decodeText(data)
  } catch {
    return data.toString('latin1')
  }
}

function placeInText(text: string): Place | null {
  for (const [at, line] of text.split(/\r\n?|\n/).entries()) {
    const column = line.split(/[,\t;，；]/).findIndex(holdsPersonalNumber)
    if (column < 0 && !holdsPersonalNumber(line)) continue
    return { sheet: csvSheetName, cell: `${columnLetters(Math.max(0, column))}${at + 1}` }
  }
  return null
}

async function placeInBook(zip: Zip): Promise<Place | null> {
  const names = await sheetNames(zip)
  const parts = zip.entries.map(({ name }) => name).filter((name) => /\.(?:xml|rels|vml)$/i.test(name))
  const isStrings = (part: string) => /sharedStrings[^/]*\.xml$/i.test(part)
  const strings = new Set<number>()
  for (const part of parts.filter(isStrings)) for (const { no } of await hitsIn(zip, part)) strings.add(no)
  for (const part of parts.filter((one) => !isStrings(one))) {
    const [hit] = await hitsIn(zip, part, strings)
    if (hit) return { sheet: names.get(part) ?? part, cell: hit.cell }
  }
  return strings.size > 0 ? { sheet: 'sharedStrings', cell: '' } : null
}

/** Sheets by their part; none where the book does not declare them in order. */
async function sheetNames(zip: Zip): Promise<ReadonlyMap<string, string>> {
  try {
    const { sheets } = await openPackage(zip)
    return new Map(sheets.flatMap(({ part, name }) => (part === null ? [] : [[part, name]])))
  } catch {
    return new Map()
  }
}

/** Elements whose text goes on in the next one: runs of one cell. */
const runs = ['t', 'r', 'v', 'is']

/** `cell`: the one around it, empty for none; `no`: which string of the part it is. */
type Hit = { readonly cell: string; readonly no: number }

/** Every text of a part with the number of a person; `strings`: the shared ones that hold one. */
async function hitsIn(zip: Zip, part: string, strings: ReadonlySet<number> = new Set()): Promise<readonly Hit[]> {
  const hits: Hit[] = []
  let text = ''
  let cell = ''
  let isShared = false
  let no = 0
  const look = () => {
    const holds = isShared ? text.trim() !== '' && strings.has(Number(text)) : holdsPersonalNumber(text)
    if (holds) hits.push({ cell, no })
    text = ''
  }
  try {
    await scanPart(zip, part, {
      open(name, attribute) {
        if (name !== 'c' && name !== 'comment') return
        cell = attribute('r') ?? attribute('ref') ?? ''
        isShared = attribute('t') === 's'
      },
      text(piece) {
        text += piece
      },
      close(name) {
        if (runs.includes(name)) return
        look()
        if (name === 'si') no++
        if (name !== 'c' && name !== 'comment') return
        cell = ''
        isShared = false
      },
    })
  } catch {
    // What is no XML is still bytes that would be kept.
    if (await holdsRaw(zip, part)) hits.push({ cell: '', no })
  }
  return hits
}

async function holdsRaw(zip: Zip, part: string): Promise<boolean> {
  const entry = zip.find(part)
  if (!entry) return false
  const decoder = new TextDecoder('utf-8')
  let rest = ''
  for await (const chunk of zip.open(entry)) {
    const text = rest + decoder.decode(chunk, { stream: true })
    if (text.split(/<[^>]*>/).some(holdsPersonalNumber)) return true
    rest = text.slice(-80)
  }
  return false
}
