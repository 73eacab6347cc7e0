import type { Text } from '../../shared/words.ts'

export type KindName = 'jpg' | 'png' | 'webp' | 'pdf' | 'docx' | 'xlsx' | 'ofd' | 'xml' | 'txt' | 'csv'

export type FileKind = {
  readonly mediaType: string
  /** Extension under which the file is handed out. */
  readonly extension: KindName
  /** Extensions a file of this content may carry. */
  readonly names: readonly string[]
  /** Shown in the browser; everything else is only ever handed out as an attachment. */
  readonly inline: boolean
  readonly family: 'image' | 'document' | 'data'
  readonly title: Text
}

const images = ['jpg', 'jpeg', 'jpe', 'jfif', 'png', 'webp']
const text = ['txt', 'csv', 'tsv']

/** What may be uploaded: by content. Scripts, pages, vector drawings and programs are missing on purpose. */
export const fileKinds: Readonly<Record<KindName, FileKind>> = {
  jpg: kind('image/jpeg', 'jpg', images, true, 'image', '照片（JPEG）', 'photo (JPEG)'),
  png: kind('image/png', 'png', images, true, 'image', '图片（PNG）', 'picture (PNG)'),
  webp: kind('image/webp', 'webp', images, true, 'image', '图片（WebP）', 'picture (WebP)'),
  pdf: kind('application/pdf', 'pdf', ['pdf'], true, 'document', 'PDF 文档', 'PDF document'),
  docx: kind(
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'docx',
    ['docx'],
    false,
    'document',
    'Word 文档',
    'Word document',
  ),
  xlsx: kind(
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'xlsx',
    ['xlsx'],
    false,
    'data',
    'Excel 工作簿',
    'Excel workbook',
  ),
  ofd: kind('application/ofd', 'ofd', ['ofd'], false, 'document', 'OFD 版式文档', 'OFD document'),
  xml: kind('application/xml', 'xml', ['xml'], false, 'data', 'XML 数据（电子发票）', 'XML data (e-invoice)'),
  txt: kind('text/plain; charset=utf-8', 'txt', text, false, 'data', '文本文件', 'text file'),
  csv: kind('text/csv; charset=utf-8', 'csv', text, false, 'data', 'CSV 表格', 'CSV table'),
}

function kind(
  mediaType: string,
  extension: KindName,
  names: readonly string[],
  inline: boolean,
  family: FileKind['family'],
  zh: string,
  en: string,
): FileKind {
  return { mediaType, extension, names, inline, family, title: { zh, en } }
}

/** Kinds that are known and refused, by what `file-type` or our own look calls them. */
export const refusedKinds: Readonly<Record<string, Text>> = {
  html: { zh: '网页（HTML）', en: 'a web page (HTML)' },
  svg: { zh: '矢量图（SVG，可带脚本）', en: 'a vector drawing (SVG, may carry scripts)' },
  script: { zh: '脚本程序', en: 'a script' },
  exe: { zh: '可执行程序', en: 'a program' },
  elf: { zh: '可执行程序', en: 'a program' },
  macho: { zh: '可执行程序', en: 'a program' },
  cfb: { zh: '旧版 Office 文件（.doc/.xls）或加密的 Office 文件', en: 'an old (.doc/.xls) or encrypted Office file' },
  macro: { zh: '带宏的 Office 文件', en: 'an Office file with macros' },
  heic: { zh: 'HEIC 照片', en: 'a HEIC photo' },
  heif: { zh: 'HEIC 照片', en: 'a HEIC photo' },
  zip: { zh: '压缩包', en: 'an archive' },
  rar: { zh: '压缩包', en: 'an archive' },
  '7z': { zh: '压缩包', en: 'an archive' },
  gz: { zh: '压缩包', en: 'an archive' },
  tar: { zh: '压缩包', en: 'an archive' },
  empty: { zh: '空文件', en: 'an empty file' },
  unknown: { zh: '无法识别的文件', en: 'a file of unknown kind' },
}
