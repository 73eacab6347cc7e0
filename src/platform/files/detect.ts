import type { FileHandle } from 'node:fs/promises'
import { fileTypeFromBuffer } from 'file-type'
import { FileBroken, FileTypeRefused } from './errors.ts'
import { type FileKind, fileKinds, type KindName, refusedKinds } from './kinds.ts'
import { extensionOf } from './names.ts'
import { openZip, type Zip, ZipProblem } from './zip.ts'

const headBytes = 64 * 1024

/**
 * The kind of a file by its content. Throws `FileTypeRefused` (with what it really is) or `FileBroken`. Hand-written because it is
 * a policy: file-type names what a file resembles, here a file is refused unless it is whole, harmless and of an accepted kind.
 */
export async function detectKind(handle: FileHandle, size: number, name: string): Promise<FileKind> {
  if (size === 0) throw refused('empty', name)
  const head = await readAt(handle, 0, Math.min(size, headBytes))
  const found = magic(head) ?? (await lookInside(handle, size, head)) ?? textKind(head, size, name)
  if (!isKindName(found)) throw refused(found === 'unknown' ? await nameOf(head) : found, name)
  const kind = fileKinds[found]
  const claimed = extensionOf(name)
  if (claimed !== null && !kind.names.includes(claimed)) throw mismatch(kind, name, claimed)
  if (found === 'pdf') await checkPdf(handle, size)
  return kind
}

function isKindName(found: string): found is KindName {
  return Object.hasOwn(fileKinds, found)
}

function magic(head: Buffer): string | null {
  const starts = (...bytes: number[]) => bytes.every((byte, i) => head[i] === byte)
  if (starts(0xff, 0xd8, 0xff)) return 'jpg'
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png'
  if (head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP') return 'webp'
  if (head.toString('latin1', 0, 5) === '%PDF-') return 'pdf'
  if (starts(0x4d, 0x5a)) return 'exe'
  if (starts(0x7f, 0x45, 0x4c, 0x46)) return 'elf'
  if (starts(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return 'cfb'
  return null
}

/** Office and OFD files are zip containers: told apart by their parts, every part unpacked once within the limits. */
async function lookInside(handle: FileHandle, size: number, head: Buffer): Promise<string | null> {
  if (!['PK\x03\x04', 'PK\x05\x06'].includes(head.toString('latin1', 0, 4))) return null
  try {
    const zip = await openZip({ size, read: (offset, length) => readAt(handle, offset, length) })
    const kind = containerKind(zip)
    if (!isKindName(kind)) return kind
    for (const entry of zip.entries) for await (const _ of zip.open(entry));
    return kind
  } catch (error) {
    if (!(error instanceof ZipProblem)) throw error
    throw error.reason === 'bomb' ? bomb() : brokenContainer(error.reason === 'encrypted')
  }
}

function containerKind(zip: Zip): string {
  if (zip.entries.some((entry) => /(^|\/)vbaProject\.bin$/i.test(entry.name))) return 'macro'
  if (zip.find('[Content_Types].xml')) {
    if (zip.entries.some((entry) => /^(?:xl\/)?workbook[^/]*\.xml$/.test(entry.name))) return 'xlsx'
    if (zip.entries.some((entry) => /^word\/document.*\.xml$/.test(entry.name))) return 'docx'
  }
  return zip.find('OFD.xml') ? 'ofd' : 'zip'
}

const pageTags = /<(!doctype\s+html|html|head|body|script|iframe|object|embed|meta|style|form|a\s+href)[\s>/]/i
const scriptStart = /^(#!|<\?php|<%|@echo off)/i
// what makes XML more than data: pages, drawings, style sheets, and entities that reach outside or multiply
const activeXml = /http:\/\/www\.w3\.org\/(1999\/xhtml|2000\/svg|1999\/XSL)|<\?xml-stylesheet|<!DOCTYPE|<!ENTITY/i
const rootName = /^<(?:[\w.-]+:)?([A-Za-z_\u4e00-\u9fff][\w.-]*)[\s>/]/

/** The name of the first element, past declarations and comments; null if there is none. */
function xmlRoot(text: string): string | null {
  let rest = text
  for (;;) {
    const close = rest.startsWith('<!--') ? '-->' : rest.startsWith('<?') ? '?>' : null
    if (close === null) return rootName.exec(rest.slice(0, 200))?.[1]?.toLowerCase() ?? null
    const end = rest.indexOf(close)
    if (end < 0) return null
    rest = rest.slice(end + close.length).trimStart()
  }
}

function textKind(head: Buffer, size: number, name: string): string {
  const text = decode(head, size > head.length)
  if (text === null) return 'unknown'
  const start = text.trimStart()
  if (/<svg[\s>]/i.test(text)) return 'svg'
  if (scriptStart.test(start)) return 'script'
  const root = xmlRoot(start)
  if (start.startsWith('<?xml') || (root !== null && extensionOf(name) === 'xml')) {
    return root === null || root === 'html' || activeXml.test(text) ? 'html' : 'xml'
  }
  if (pageTags.test(text)) return 'html'
  return extensionOf(name) === 'csv' || extensionOf(name) === 'tsv' ? 'csv' : 'txt'
}

/** Text in UTF-8, GB18030 or UTF-16 with its mark; null if it is none of them. */
function decode(head: Buffer, cut: boolean): string | null {
  const marked = head.length >= 2 && ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff))
  const encodings = marked ? [head[0] === 0xff ? 'utf-16le' : 'utf-16be'] : ['utf-8', 'gb18030']
  for (const encoding of encodings) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(head, { stream: cut })
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells programs from text
      if (!/[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text)) return text
    } catch {
      // not in this encoding
    }
  }
  return null
}

async function checkPdf(handle: FileHandle, size: number): Promise<void> {
  const length = Math.min(size, headBytes)
  const tail = await readAt(handle, size - length, length)
  if (tail.includes('%%EOF') && tail.includes('startxref')) return
  throw new FileBroken({
    zh: 'PDF 文件不完整，请重新导出或扫描后上传。',
    en: 'The PDF is incomplete. Export or scan it again.',
  })
}

async function nameOf(head: Buffer): Promise<string> {
  const known = await fileTypeFromBuffer(head.subarray(0, 4100)).catch(() => undefined)
  return known?.ext ?? 'unknown'
}

async function readAt(handle: FileHandle, offset: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await handle.read(buffer, 0, length, offset)
  return buffer.subarray(0, bytesRead)
}

const accepted = {
  zh: '可上传 JPG、PNG、WebP、PDF、DOCX、XLSX、OFD、XML、TXT、CSV。',
  en: 'Accepted: JPG, PNG, WebP, PDF, DOCX, XLSX, OFD, XML, TXT, CSV.',
}

function refused(found: string, name: string): FileTypeRefused {
  const title = refusedKinds[found] ?? { zh: `${found.toUpperCase()} 文件`, en: `a ${found.toUpperCase()} file` }
  if (found === 'heic' || found === 'heif') {
    return new FileTypeRefused('heic', {
      zh: `“${name}”是 HEIC 照片，审核人员无法查看。请在手机相机设置中改为“兼容性最佳”（JPEG）后拍摄，或转换为 JPG。`,
      en: `“${name}” is a HEIC photo, which reviewers cannot open. Set the camera to “Most Compatible” (JPEG) or convert it.`,
    })
  }
  if (found === 'cfb') {
    return new FileTypeRefused('cfb', {
      zh: `“${name}”是${title.zh}，请去除密码并另存为 DOCX、XLSX 或 PDF。`,
      en: `“${name}” is ${title.en}. Remove the password and save it as DOCX, XLSX or PDF.`,
    })
  }
  return new FileTypeRefused(found, {
    zh: `“${name}”实际是${title.zh}，不能上传。${accepted.zh}`,
    en: `“${name}” really is ${title.en} and is not accepted. ${accepted.en}`,
  })
}

function mismatch(kind: FileKind, name: string, claimed: string): FileTypeRefused {
  return new FileTypeRefused(kind.extension, {
    zh: `“${name}”的扩展名是 .${claimed}，内容却是${kind.title.zh}。请核对是否选错文件。`,
    en: `“${name}” is named .${claimed} but contains a ${kind.title.en}. Check whether it is the right file.`,
  })
}

function bomb(): FileTypeRefused {
  return new FileTypeRefused('bomb', {
    zh: '文件解压后过大，疑似压缩炸弹，不能上传。',
    en: 'The file unpacks to far more than is reasonable and is refused.',
  })
}

function brokenContainer(encrypted: boolean): FileBroken {
  return encrypted
    ? new FileBroken({ zh: '文件已加密，请去除密码后上传。', en: 'The file is encrypted. Remove its password.' })
    : new FileBroken({
        zh: '文件已损坏，无法打开，请重新保存后上传。',
        en: 'The file is damaged and cannot be opened. Save it again.',
      })
}
