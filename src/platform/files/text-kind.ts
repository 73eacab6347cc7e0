import { extensionOf } from './names.ts'

const pageTags = /<(!doctype\s+html|html|head|body|script|iframe|object|embed|meta|style|form|a\s+href)[\s>/]/i
const scriptStart = /^(#!|<\?php|<%|@echo off)/i
// what makes XML more than data: pages, drawings, style sheets, and entities that reach outside or multiply
const activeXml = /http:\/\/www\.w3\.org\/(1999\/xhtml|2000\/svg|1999\/XSL)|<!DOCTYPE|<!ENTITY/i
const rootName = /^<(?:[\w.-]+:)?([A-Za-z_\u4e00-\u9fff][\w.-]*)[\s>/]/
const tableNames = ['xls', 'xlsx', 'xlsm', 'xlsb', 'et', 'ett']

/** What a text is: a kind's name or that of a refused one; `unknown` when the bytes are no text at all. */
export function textKind(head: Buffer, isWhole: boolean, name: string): string {
  const text = decode(head, !isWhole)
  if (text === null) return 'unknown'
  const extension = extensionOf(name)
  const start = text.trimStart()
  if (/<svg[\s>]/i.test(text)) return 'svg'
  if (scriptStart.test(start)) return 'script'
  if (start.startsWith('{\\rtf')) return 'rtf'
  if (/^MIME-Version:/i.test(start)) return 'mhtml'
  const root = xmlRoot(start)
  if (start.startsWith('<?xml') || (root !== null && extension === 'xml')) return xmlKind(start, root)
  const isTable = extension !== null && tableNames.includes(extension)
  if (pageTags.test(text)) return isTable ? 'html-table' : 'html'
  if (isTable) return /<table[\s>]/i.test(text) ? 'html-table' : 'text-table'
  return extension === 'csv' || extension === 'tsv' ? 'csv' : 'txt'
}

function xmlKind(text: string, root: string | null): string {
  const application = /<\?mso-application\s+progid="(Excel\.Sheet|Word\.Document)"/.exec(text)?.[1]
  if (application) return application === 'Excel.Sheet' ? 'xml-table' : 'xml-letter'
  return root === null || root === 'html' || activeXml.test(text) ? 'html' : 'xml'
}

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
