import type { Text } from '../../shared/words.ts'

export type KindName = keyof typeof kinds

export type FileKind = {
  readonly mediaType: string
  /** Extension under which the file is handed out. */
  readonly extension: string
  /** Extensions a file of this content may keep; any other is mended. */
  readonly names: readonly string[]
  /** Shown in the browser; everything else is only ever handed out as an attachment. */
  readonly inline: boolean
  readonly family: 'image' | 'document' | 'data'
  readonly title: Text
}

const text = ['txt', 'csv', 'tsv'] as const
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const kinds = {
  jpg: kind('image/jpeg', ['jpg', 'jpeg', 'jpe', 'jfif'], true, 'image', '照片（JPEG）', 'photo (JPEG)'),
  png: kind('image/png', ['png'], true, 'image', '图片（PNG）', 'picture (PNG)'),
  webp: kind('image/webp', ['webp'], true, 'image', '图片（WebP）', 'picture (WebP)'),
  heic: kind('image/heic', ['heic', 'heif', 'hif'], false, 'image', '照片（HEIC）', 'photo (HEIC)'),
  pdf: kind('application/pdf', ['pdf'], true, 'document', 'PDF 文档', 'PDF document'),
  docx: kind(word, ['docx'], false, 'document', 'Word 文档', 'Word document'),
  xlsx: kind(excel, ['xlsx'], false, 'data', 'Excel 工作簿', 'Excel workbook'),
  // Office opens a file of this content under no other name
  docm: kind(
    'application/vnd.ms-word.document.macroEnabled.12',
    ['docm'],
    false,
    'document',
    'Word 文档',
    'Word document',
  ),
  xlsm: kind(
    'application/vnd.ms-excel.sheet.macroEnabled.12',
    ['xlsm'],
    false,
    'data',
    'Excel 工作簿（不含宏）',
    'Excel workbook without macros',
  ),
  ofd: kind('application/ofd', ['ofd'], false, 'document', 'OFD 版式文档', 'OFD document'),
  xml: kind('application/xml', ['xml'], false, 'data', 'XML 数据（电子发票）', 'XML data (e-invoice)'),
  txt: kind('text/plain; charset=utf-8', text, false, 'data', '文本文件', 'text file'),
  csv: kind('text/csv; charset=utf-8', ['csv', 'tsv', 'txt'], false, 'data', 'CSV 表格', 'CSV table'),
}

/** What may be uploaded: by content. Scripts, pages, vector drawings and programs are missing on purpose. */
export const fileKinds: Readonly<Record<KindName, FileKind>> = kinds

export function isKindName(found: string): found is KindName {
  return Object.hasOwn(kinds, found)
}

function kind(
  mediaType: string,
  names: readonly [string, ...string[]],
  inline: boolean,
  family: FileKind['family'],
  zh: string,
  en: string,
): FileKind {
  return { mediaType, extension: names[0], names, inline, family, title: { zh, en } }
}

const inlineTypes = new Set(Object.values(fileKinds).flatMap((one) => (one.inline ? [one.mediaType] : [])))

/** Whether every browser shows a stored file of this media type by itself. */
export function isShownInline(mediaType: string): boolean {
  return inlineTypes.has(mediaType)
}

const mistaken = [
  'doc',
  'dot',
  'wps',
  'xls',
  'et',
  'xlsb',
  'ods',
  'odt',
  'tif',
  'tiff',
  'gif',
  'bmp',
  'avif',
  'rtf',
  'zip',
]
const extensions = new Set([...Object.values(fileKinds).flatMap((one) => one.names), ...mistaken])

/** Whether the end of a name means a kind of file (`doc`), and is not part of a title (`v2final`). */
export function isFileExtension(extension: string): boolean {
  return extensions.has(extension)
}

/** A kind that is known and refused: what it is, and what its holder can do. */
export type RefusedKind = { readonly title: Text; readonly advice?: Text }

const asXlsx: Text = {
  zh: '请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”后上传。',
  en: 'Open it in Excel or WPS, save it as “Excel Workbook (.xlsx)” and upload that.',
}
const asDocx: Text = {
  zh: '请用 Word 或 WPS 打开，另存为 DOCX 或 PDF 后上传。',
  en: 'Open it in Word or WPS, save it as DOCX or PDF and upload that.',
}
const asPdf: Text = { zh: '请另存或导出为 PDF 后上传。', en: 'Save or export it as PDF and upload that.' }
const asPicture: Text = {
  zh: '请另存为 JPG 或 PDF 后上传。',
  en: 'Save it as JPG or PDF and upload that.',
}
const withoutPassword: Text = {
  zh: '请去除打开密码后上传，审核人员才能查看。',
  en: 'Remove its password, so that reviewers can open it, and upload it again.',
}
const unpacked: Text = { zh: '请解压后逐个上传其中的文件。', en: 'Unpack it and upload the files one by one.' }

/** By what `file-type` or our own look calls them. */
export const refusedKinds: Readonly<Record<string, RefusedKind>> = {
  html: { title: { zh: '网页（HTML）', en: 'a web page (HTML)' } },
  'html-table': {
    title: { zh: '网页格式的表格（HTML）', en: 'a web page (HTML) in place of a workbook' },
    advice: asXlsx,
  },
  'xml-table': { title: { zh: 'XML 格式的表格（Excel 2003）', en: 'an XML table of Excel 2003' }, advice: asXlsx },
  'xml-letter': { title: { zh: 'XML 格式的文档（Word 2003）', en: 'an XML document of Word 2003' }, advice: asDocx },
  'text-table': { title: { zh: '文本格式的表格', en: 'a table in plain text' }, advice: asXlsx },
  mhtml: { title: { zh: '网页存档（MHTML）', en: 'a web archive (MHTML)' }, advice: asXlsx },
  rtf: { title: { zh: 'RTF 文档', en: 'an RTF document' }, advice: asDocx },
  svg: { title: { zh: '矢量图（SVG，可带脚本）', en: 'a vector drawing (SVG, may carry scripts)' } },
  script: { title: { zh: '脚本程序', en: 'a script' } },
  exe: { title: { zh: '可执行程序', en: 'a program' } },
  elf: { title: { zh: '可执行程序', en: 'a program' } },
  macho: { title: { zh: '可执行程序', en: 'a program' } },
  xls: { title: { zh: '旧版 Excel 工作簿（.xls）', en: 'an old Excel workbook (.xls)' }, advice: asXlsx },
  doc: { title: { zh: '旧版 Word 文档（.doc）', en: 'an old Word document (.doc)' }, advice: asDocx },
  ppt: { title: { zh: '旧版演示文稿（.ppt）', en: 'an old presentation (.ppt)' }, advice: asPdf },
  cfb: {
    title: { zh: '旧版 Office 文件', en: 'an old Office file' },
    advice: { zh: '请另存为 DOCX、XLSX 或 PDF 后上传。', en: 'Save it as DOCX, XLSX or PDF and upload that.' },
  },
  'office-password': {
    title: { zh: '设有打开密码的 Office 文件', en: 'an Office file with a password' },
    advice: withoutPassword,
  },
  'pdf-password': { title: { zh: '设有打开密码的 PDF', en: 'a PDF with a password' }, advice: withoutPassword },
  'zip-password': { title: { zh: '加密的文件', en: 'an encrypted file' }, advice: withoutPassword },
  macro: {
    title: { zh: '带宏的 Office 文件', en: 'an Office file with macros' },
    advice: {
      zh: '宏不能上传，请另存为不带宏的 XLSX 或 DOCX 后上传。',
      en: 'Macros are not taken: save it without macros as XLSX or DOCX and upload that.',
    },
  },
  xlsb: { title: { zh: '二进制 Excel 工作簿（XLSB）', en: 'a binary Excel workbook (XLSB)' }, advice: asXlsx },
  ods: { title: { zh: 'OpenDocument 表格（ODS）', en: 'an OpenDocument spreadsheet (ODS)' }, advice: asXlsx },
  odt: { title: { zh: 'OpenDocument 文档（ODT）', en: 'an OpenDocument text (ODT)' }, advice: asDocx },
  odp: { title: { zh: 'OpenDocument 演示文稿（ODP）', en: 'an OpenDocument presentation (ODP)' }, advice: asPdf },
  pptx: { title: { zh: '演示文稿（PPTX）', en: 'a presentation (PPTX)' }, advice: asPdf },
  iwork: { title: { zh: '苹果 iWork 文稿', en: 'an Apple iWork document' }, advice: asPdf },
  tif: { title: { zh: 'TIFF 图像或相机原始照片', en: 'a TIFF image or a camera’s raw picture' }, advice: asPicture },
  avif: { title: { zh: 'AVIF 图片', en: 'an AVIF picture' }, advice: asPicture },
  gif: { title: { zh: 'GIF 图片', en: 'a GIF picture' }, advice: asPicture },
  bmp: { title: { zh: 'BMP 图片', en: 'a BMP picture' }, advice: asPicture },
  psd: { title: { zh: 'Photoshop 图片', en: 'a Photoshop picture' }, advice: asPicture },
  zip: { title: { zh: '压缩包', en: 'an archive' }, advice: unpacked },
  rar: { title: { zh: '压缩包', en: 'an archive' }, advice: unpacked },
  '7z': { title: { zh: '压缩包', en: 'an archive' }, advice: unpacked },
  gz: { title: { zh: '压缩包', en: 'an archive' }, advice: unpacked },
  tar: { title: { zh: '压缩包', en: 'an archive' }, advice: unpacked },
  bomb: { title: { zh: '解压后过大的文件（疑似压缩炸弹）', en: 'a file that unpacks to far more than is reasonable' } },
  txt: {
    title: { zh: '文本内容，与扩展名不符', en: 'text under the extension of another kind' },
    advice: {
      zh: '请重新导出或扫描原件；确为文本的，请以 .txt 为扩展名上传。',
      en: 'Export or scan the original again; a file that is meant as text is uploaded as .txt.',
    },
  },
  empty: {
    title: { zh: '空文件', en: 'an empty file' },
    advice: {
      zh: '请核对是否选错了文件，或重新保存后再选。',
      en: 'Check whether it is the file you meant, or save it again.',
    },
  },
  unknown: { title: { zh: '无法识别的文件', en: 'a file of unknown kind' } },
}
