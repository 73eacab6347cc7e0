import type { Zip } from '../files/zip.ts'
import { decodeEscapes } from './cell-faults.ts'
import { scanPart } from './package.ts'
import { workbookLimits } from './sheets.ts'

/** The texts that cells refer to by number, and which of them have a struck-out part. */
export type Strings = { readonly strings: string[]; readonly struck: ReadonlySet<number> }

export async function readStrings(zip: Zip, part: string | undefined): Promise<Strings> {
  const strings: string[] = []
  const struck = new Set<number>()
  if (part === undefined || !zip.find(part)) return { strings, struck }
  let current = ''
  let phonetic = false
  let inText = false
  await scanPart(zip, part, {
    open(name, attribute) {
      if (name === 'si') current = ''
      else if (name === 'rPh') phonetic = true
      else if (isStrike(name, attribute)) struck.add(strings.length)
      inText = name === 't' && !phonetic
    },
    close(name) {
      if (name === 'si') strings.push(decodeEscapes(current.slice(0, workbookLimits.cellLength)))
      else if (name === 'rPh') phonetic = false
      inText = false
    },
    text(text) {
      if (inText && current.length <= workbookLimits.cellLength) current += text
    },
  })
  return { strings, struck }
}

/** The mark of struck-out text, unless it is switched off. */
export function isStrike(name: string, attribute: (name: string) => string | null): boolean {
  return name === 'strike' && !['0', 'false'].includes(attribute('val') ?? '1')
}
