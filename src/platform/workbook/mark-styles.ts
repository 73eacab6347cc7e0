import { appendTo, attributeIn, editXml, outlineXml, prefixOf, type XmlEdit, type XmlElement } from './xml-edit.ts'

/** Numbers under which a part of styles holds what marks and their list need. */
export type MarkStyles = {
  readonly problem: number
  readonly warning: number
  readonly header: number
  readonly text: number
  readonly link: number
}

const order = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
]
const colours = { problem: 'FFFFC7CE', warning: 'FFFFEB9C' }

/** An empty part of styles: one font, one cell style. */
export function plainStyles(namespace: string): string {
  return `<styleSheet xmlns="${namespace}"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>`
}

/** Adds at the end of each list, so that every number in use stays what it was. */
export function addMarkStyles(xml: string): { readonly xml: string; readonly styles: MarkStyles } {
  const root = outlineXml(xml)
  const p = prefixOf(root)
  const font = (before: string, colour: string) =>
    `<${p}font>${before}<${p}sz val="11"/>${colour}<${p}name val="宋体"/></${p}font>`
  const link = font(`<${p}u/>`, `<${p}color rgb="FF1F4E79"/>`)
  const fonts = added(root, 'fonts', [font('', ''), font(`<${p}b/>`, ''), link])
  const style = (at: number) =>
    `<${p}xf numFmtId="49" fontId="${fonts.first + at}" fillId="0" borderId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><${p}alignment vertical="top" wrapText="1"/></${p}xf>`
  const cells = added(root, 'cellXfs', [style(0), style(1), style(2)])
  const marks = added(root, 'dxfs', [fill(p, colours.problem), fill(p, colours.warning)])
  return {
    xml: editXml(xml, [...fonts.edits, ...cells.edits, ...marks.edits]),
    styles: {
      problem: marks.first,
      warning: marks.first + 1,
      text: cells.first,
      header: cells.first + 1,
      link: cells.first + 2,
    },
  }
}

function fill(p: string, colour: string): string {
  return `<${p}dxf><${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="${colour}"/><${p}bgColor rgb="${colour}"/></${p}patternFill></${p}fill></${p}dxf>`
}

function added(root: XmlElement, list: string, items: readonly string[]): { first: number; edits: XmlEdit[] } {
  const p = prefixOf(root)
  const element = root.children.find((each) => each.name === list)
  if (!element) {
    const later = order.slice(order.indexOf(list) + 1)
    const before = root.children.find((each) => later.includes(each.name))?.start ?? root.close
    const text = `<${p}${list} count="${items.length}">${items.join('')}</${p}${list}>`
    return { first: 0, edits: [{ from: before, to: before, text }] }
  }
  const count = attributeIn(element, 'count')
  const opening =
    count === null
      ? element.opening
      : element.opening.replace(/(\scount\s*=\s*["'])[^"']*/, `$1${element.count + items.length}`)
  if (element.isEmpty) return { first: 0, edits: appendTo({ ...element, opening }, items.join('')) }
  return {
    first: element.count,
    edits: [{ from: element.start, to: element.inner, text: opening }, ...appendTo(element, items.join(''))],
  }
}
