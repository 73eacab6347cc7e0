import { fileTypeFromBuffer } from 'file-type'
import { compoundKind } from './compound.ts'
import { type Bytes, containerKind } from './container.ts'
import { FileBroken, FileTypeRefused } from './errors.ts'
import { type FileKind, fileKinds, isKindName, refusedKinds } from './kinds.ts'
import { extensionOf } from './names.ts'
import { pdfState, startsAsPdf } from './pdf.ts'
import { textKind } from './text-kind.ts'
import { ZipProblem } from './zip.ts'

const headBytes = 64 * 1024

/**
 * The kind of a file by its content alone; its name only tells one text from another. Throws `FileTypeRefused` (with what it
 * really is) or `FileBroken`. Hand-written because it is a policy: file-type names what a file resembles, here a file is refused
 * unless it is whole, harmless and of an accepted kind.
 */
export async function detectKind(file: Bytes, name: string): Promise<FileKind> {
  const { size } = file
  if (size === 0) throw refused('empty', name)
  const head = await file.read(0, Math.min(size, headBytes))
  const found = (await signed(head, file)) ?? textKind(head, size <= head.length, name)
  if (!isKindName(found)) throw refused(found === 'unknown' ? await nameOf(head) : found, name)
  const kind = fileKinds[found]
  if (kind.mediaType.startsWith('text/') && !kind.names.includes(extensionOf(name) ?? 'txt')) throw refused('txt', name)
  return kind
}

/** By the signature at its beginning; null when it has none. */
async function signed(head: Buffer, file: Bytes): Promise<string | null> {
  const starts = (...bytes: number[]) => bytes.every((byte, i) => head[i] === byte)
  const latin = (from: number, to: number) => head.toString('latin1', from, to)
  if (starts(0xff, 0xd8, 0xff)) return 'jpg'
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png'
  if (latin(0, 4) === 'RIFF' && latin(8, 12) === 'WEBP') return 'webp'
  if (latin(4, 8) === 'ftyp') return boxedPicture(head)
  if (['II*\0', 'MM\0*', 'II+\0', 'MM\0+'].includes(latin(0, 4))) return 'tif'
  if (startsAsPdf(head)) return pdfKind(file)
  if (starts(0x4d, 0x5a)) return 'exe'
  if (starts(0x7f, 0x45, 0x4c, 0x46)) return 'elf'
  if (starts(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return compoundKind(file)
  return ['PK\x03\x04', 'PK\x05\x06'].includes(latin(0, 4)) ? officeOr(file) : null
}

/** HEIC by the brands in its first box, whichever comes first; films and AVIF wear others. */
function boxedPicture(head: Buffer): string | null {
  const end = Math.min(head.readUInt32BE(0), head.length, 256)
  const brands = new Set<string>()
  for (let at = 8; at + 4 <= end; at += 4) if (at !== 12) brands.add(head.toString('latin1', at, at + 4))
  if (brands.has('avif') || brands.has('avis')) return 'avif'
  return ['heic', 'heix', 'heim', 'heis', 'mif1'].some((brand) => brands.has(brand)) ? 'heic' : null
}

async function pdfKind(file: Bytes): Promise<string> {
  const state = await pdfState(file)
  if (state === 'password') return 'pdf-password'
  if (state === 'open') return 'pdf'
  throw new FileBroken({
    zh: 'PDF 文件不完整，请重新导出或扫描后上传。',
    en: 'The PDF is incomplete. Export or scan it again.',
  })
}

/** Office and OFD files are zip containers: told apart by their parts. */
async function officeOr(file: Bytes): Promise<string> {
  try {
    return await containerKind(file)
  } catch (error) {
    if (!(error instanceof ZipProblem)) throw error
    if (error.reason === 'encrypted') return 'zip-password'
    if (error.reason === 'bomb') return 'bomb'
    throw new FileBroken({
      zh: '文件已损坏，无法打开，请重新保存后上传。',
      en: 'The file is damaged and cannot be opened. Save it again.',
    })
  }
}

async function nameOf(head: Buffer): Promise<string> {
  const known = await fileTypeFromBuffer(head.subarray(0, 4100)).catch(() => undefined)
  return known?.ext ?? 'unknown'
}

const accepted = {
  zh: '可上传 JPG、PNG、WebP、HEIC、PDF、DOCX、XLSX、OFD、XML、TXT、CSV。',
  en: 'Accepted: JPG, PNG, WebP, HEIC, PDF, DOCX, XLSX, OFD, XML, TXT, CSV.',
}

function refused(found: string, name: string): FileTypeRefused {
  const { title, advice } = refusedKinds[found] ?? {
    title: { zh: `${found.toUpperCase()} 文件`, en: `a ${found.toUpperCase()} file` },
  }
  const space = /^[A-Za-z]/.test(title.zh) ? ' ' : ''
  return new FileTypeRefused(found, {
    zh: `“${name}”是${space}${title.zh}，不能上传。${(advice ?? accepted).zh}`,
    en: `“${name}” is ${title.en} and is not accepted. ${(advice ?? accepted).en}`,
  })
}
