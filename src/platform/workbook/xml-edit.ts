import { createXmlScanner } from './xml.ts'

/** An element as it lies in the text of its part: [start, end) with its tags, [inner, close) without. */
export type XmlElement = {
  /** As written, with its prefix. */
  readonly tag: string
  /** Without the prefix. */
  readonly name: string
  /** The tag that opens it. */
  readonly opening: string
  readonly start: number
  /** Where its contents begin. */
  readonly inner: number
  /** Where the tag that closes it begins; where it ends, if it closes itself. */
  close: number
  end: number
  readonly isEmpty: boolean
  readonly children: XmlElement[]
  /** How many elements it has, also those that are not kept in `children`. */
  count: number
}

export type XmlEdit = { readonly from: number; readonly to: number; readonly text: string }

/** Where the elements of a part lie: the root, its children, and the children of those that `within` names. Throws `XmlBroken`. */
export function outlineXml(xml: string, within: readonly string[] = []): XmlElement {
  const open: (XmlElement | null)[] = []
  let root: XmlElement | null = null
  const scanner = createXmlScanner({
    open(name, _, { tag, end, isEmpty }) {
      const parent = open.at(-1)
      if (parent) parent.count++
      const isKept =
        open.length < 2 || (open.length === 2 && parent !== undefined && within.includes(parent?.name ?? ''))
      if (!isKept) {
        open.push(null)
        return
      }
      const start = xml.lastIndexOf('<', end - 1)
      const opening = xml.slice(start, end)
      const element = { tag, name, opening, start, inner: end, close: end, end, isEmpty, children: [], count: 0 }
      parent?.children.push(element)
      root ??= element
      open.push(element)
    },
    close(_, end) {
      const element = open.pop()
      if (!element || element.isEmpty) return
      element.close = xml.lastIndexOf('<', end - 1)
      element.end = end
    },
  })
  scanner.write(xml)
  scanner.end()
  return root ?? never()
}

/** The text with its edits done; they may not overlap. */
export function editXml(xml: string, edits: readonly XmlEdit[]): string {
  const pieces: string[] = []
  let at = 0
  for (const { from, to, text } of [...edits].sort((a, b) => a.from - b.from)) {
    pieces.push(xml.slice(at, from), text)
    at = to
  }
  return [...pieces, xml.slice(at)].join('')
}

/** Puts `text` behind the last child. */
export function appendTo(element: XmlElement, text: string): XmlEdit[] {
  if (!element.isEmpty) return [{ from: element.close, to: element.close, text }]
  const opened = element.opening.replace(/\s*\/>$/, '>')
  return [{ from: element.start, to: element.end, text: `${opened}${text}</${element.tag}>` }]
}

/** `x:` where the elements of a part have a prefix. */
export function prefixOf({ tag, name }: XmlElement): string {
  return tag.slice(0, tag.length - name.length)
}

/** A value of the opening tag, as written. */
export function attributeIn({ opening }: XmlElement, name: string): string | null {
  return new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(opening)?.[1] ?? null
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are not allowed in XML
const notInXml = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g
const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' }

export function escapeXml(text: string): string {
  return text
    .replace(notInXml, '')
    .toWellFormed()
    .replace(/[&<>"\r]/g, (mark) => marks[mark] ?? mark)
}

function never(): never {
  throw new Error('a part without a root passed the scanner')
}
