import type { Zip } from '../files/zip.ts'
import { decodeEscapes } from './cell-faults.ts'
import { scanPart } from './package.ts'
import { isStrike, richRuns } from './rich-text.ts'
import { type RichText, workbookLimits } from './sheets.ts'

/** The texts that cells refer to by number, which of them have a struck-out part, and those with runs marked apart. */
export type Strings = {
  readonly strings: string[]
  readonly struck: ReadonlySet<number>
  readonly rich: ReadonlyMap<number, RichText>
}

export async function readStrings(zip: Zip, part: string | undefined): Promise<Strings> {
  const strings: string[] = []
  const struck = new Set<number>()
  const rich = new Map<number, RichText>()
  const runs = richRuns()
  if (part === undefined || !zip.find(part)) return { strings, struck, rich }
  let current = ''
  let phonetic = false
  let inText = false
  await scanPart(zip, part, {
    open(name, attribute) {
      if (name === 'si') current = ''
      else if (name === 'rPh') phonetic = true
      else if (isStrike(name, attribute)) struck.add(strings.length)
      runs.open(name, attribute)
      inText = name === 't' && !phonetic
    },
    close(name) {
      if (name === 'si') {
        const marks = runs.take()
        if (marks) rich.set(strings.length, marks)
        strings.push(decodeEscapes(current.slice(0, workbookLimits.cellLength)))
      } else if (name === 'rPh') phonetic = false
      inText = false
    },
    text(text) {
      if (inText) runs.text(text)
      if (inText && current.length <= workbookLimits.cellLength) current += text
    },
  })
  return { strings, struck, rich }
}
