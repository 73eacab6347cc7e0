/** What a scanner reports: names without their namespace prefix. */
export type XmlHandler = {
  open?(name: string, attribute: (name: string) => string | null): void
  close?(name: string): void
  text?(text: string): void
}

export class XmlBroken extends Error {}

const maxDepth = 64
const maxTag = 1024 * 1024

/**
 * Reads XML piece by piece, as far as workbooks need it: elements, attributes, text and character data. A document type is
 * refused, so there are no entities to expand and nothing outside to reach. Throws `XmlBroken`.
 */
export function createXmlScanner(handler: XmlHandler): { write(piece: string): void; end(): void } {
  let rest = ''
  let seen = false
  const path: string[] = []

  function tag(inside: string): void {
    if (inside.startsWith('/')) {
      const name = localName(inside.slice(1).trimEnd())
      if (path.pop() !== name) throw new XmlBroken(`</${name}>`)
      handler.close?.(name)
      return
    }
    const empty = inside.endsWith('/')
    const body = empty ? inside.slice(0, -1) : inside
    const cut = body.search(/\s/)
    const name = localName(cut < 0 ? body : body.slice(0, cut))
    if (name === '' || path.length >= maxDepth) throw new XmlBroken(`<${name}>`)
    seen = true
    handler.open?.(name, (wanted) => attributeOf(cut < 0 ? '' : body.slice(cut), wanted))
    if (empty) handler.close?.(name)
    else path.push(name)
  }

  /** Handles what begins at `from` with `<`; the position behind it, or -1 if its end has not arrived yet. */
  function markup(from: number): number {
    const mark = rest[from + 1]
    if (mark !== '!' && mark !== '?') {
      const end = endOfTag(rest, from + 1)
      if (end < 0) return -1
      tag(rest.slice(from + 1, end))
      return end + 1
    }
    const skip = (opening: string, closing: string) => {
      const end = rest.indexOf(closing, from + opening.length)
      return end < 0 ? -1 : end + closing.length
    }
    if (rest.startsWith('<!--', from)) return skip('<!--', '-->')
    if (rest.startsWith('<?', from)) return skip('<?', '?>')
    if (rest.startsWith('<![CDATA[', from)) {
      const end = skip('<![CDATA[', ']]>')
      if (end > 0) handler.text?.(rest.slice(from + 9, end - 3))
      return end
    }
    if (rest.length - from < 9) return -1
    throw new XmlBroken('a document type is not allowed')
  }

  return {
    write(piece) {
      rest += piece
      let at = 0
      for (;;) {
        const from = rest.indexOf('<', at)
        if (from < 0) break
        if (from > at && path.length > 0) handler.text?.(decodeEntities(rest.slice(at, from)))
        at = from
        const next = markup(from)
        if (next < 0) break
        at = next
      }
      rest = rest.slice(at)
      if (rest.length > maxTag) throw new XmlBroken('too long without an end')
    },
    end() {
      if (!seen || path.length > 0 || rest.trim() !== '') throw new XmlBroken('unfinished')
    },
  }
}

/** The `>` that ends a tag, not one within a quoted attribute. */
function endOfTag(text: string, from: number): number {
  const end = text.indexOf('>', from)
  if (end < 0) return -1
  const quote = text.slice(from, end).search(/["']/)
  if (quote < 0) return end
  let open = ''
  for (let i = from + quote; i < text.length; i++) {
    const c = text[i]
    if (open === '' && c === '>') return i
    if (open === '' && (c === '"' || c === "'")) open = c
    else if (c === open) open = ''
  }
  return -1
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

const attributePattern = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

function attributeOf(text: string, wanted: string): string | null {
  for (const [, name, double, single] of text.matchAll(attributePattern)) {
    if (name !== undefined && localName(name) === wanted) return decodeEntities(double ?? single ?? '')
  }
  return null
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return named[name] ?? whole
    const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
