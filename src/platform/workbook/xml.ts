import { SaxesParser } from 'saxes'

/** What a scanner reports: names without their namespace prefix. */
export type XmlHandler = {
  /** `attribute` answers for this element, during the call. */
  open?(name: string, attribute: (name: string) => string | null, place: XmlPlace): void
  /** `end` is the position after the tag. */
  close?(name: string, end: number): void
  text?(text: string): void
}

/** The tag as written, and the position after it in all that was written to the scanner. */
export type XmlPlace = { readonly tag: string; readonly end: number; readonly isEmpty: boolean }

export class XmlBroken extends Error {}

const maxDepth = 64
/** Characters without a tag, a text or a comment coming to its end. */
const maxRun = 1024 * 1024

/**
 * Reads XML piece by piece: elements, attributes, text and character data. Prefixes are cut off and need no declaration, as
 * some writers leave it out. A document type is refused, so there are no entities to expand and nothing outside to reach.
 * Throws `XmlBroken`.
 */
export function createXmlScanner(handler: XmlHandler): { write(piece: string): void; end(): void } {
  const parser = new SaxesParser({ position: false, xmlns: false })
  let depth = 0
  let run = 0
  let attributes: Readonly<Record<string, string>> = {}
  const attribute = (wanted: string) => attributeOf(attributes, wanted)
  const ended = () => {
    run = 0
  }
  parser.on('error', (error) => {
    throw new XmlBroken(error.message)
  })
  parser.on('doctype', () => {
    throw new XmlBroken('a document type is not allowed')
  })
  parser.on('comment', ended)
  parser.on('processinginstruction', ended)
  parser.on('opentag', (tag) => {
    run = 0
    if (depth >= maxDepth) throw new XmlBroken(`<${tag.name}>`)
    depth++
    attributes = tag.attributes
    handler.open?.(localName(tag.name), attribute, {
      tag: tag.name,
      end: parser.position,
      isEmpty: tag.isSelfClosing,
    })
  })
  parser.on('closetag', ({ name }) => {
    run = 0
    depth--
    handler.close?.(localName(name), parser.position)
  })
  const text = (piece: string) => {
    run = 0
    if (depth > 0) handler.text?.(piece)
  }
  parser.on('text', text)
  parser.on('cdata', text)

  return {
    write(piece) {
      run += piece.length
      parser.write(piece)
      if (run > maxRun) throw new XmlBroken('too long without an end')
    },
    end() {
      parser.close()
    },
  }
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

function attributeOf(attributes: Readonly<Record<string, string>>, wanted: string): string | null {
  const plain = attributes[wanted]
  if (plain !== undefined) return plain
  for (const name in attributes)
    if (name.endsWith(wanted) && localName(name) === wanted) return attributes[name] ?? null
  return null
}
