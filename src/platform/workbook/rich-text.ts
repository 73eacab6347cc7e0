import { decodeEscapes } from './cell-faults.ts'
import { isBlank, type RichText, workbookLimits } from './sheets.ts'

type Run = { text: string; struck: boolean; raised: boolean }
type Attribute = (name: string) => string | null

/** Gathers the runs of one text while it is scanned; told of every element in it and of every piece of shown text. */
export function richRuns() {
  let runs: Run[] = []
  let length = 0
  const textOf = (those: readonly Run[]) => decodeEscapes(those.map(({ text }) => text).join(''))
  const without = (mark: 'struck' | 'raised'): string | null => {
    const left = textOf(runs.filter((run) => !run[mark]))
    return isBlank(left) || left === textOf(runs) ? null : left
  }
  return {
    open(name: string, attribute: Attribute): void {
      if (name === 'r') runs.push({ text: '', struck: false, raised: false })
      const run = runs.at(-1)
      if (run && isStrike(name, attribute)) run.struck = true
      if (run && isRaised(name, attribute)) run.raised = true
    },
    text(piece: string): void {
      const run = runs.at(-1)
      if (run && length <= workbookLimits.cellLength) run.text += piece
      length += piece.length
    },
    /** What the runs say, which are forgotten then; null where none is marked apart from the others. */
    take(): RichText | null {
      const found = { unstruck: without('struck'), level: without('raised') }
      runs = []
      length = 0
      return found.unstruck === null && found.level === null ? null : found
    },
  }
}

/** The mark of struck-out text, unless it is switched off. */
export function isStrike(name: string, attribute: Attribute): boolean {
  return name === 'strike' && !['0', 'false'].includes(attribute('val') ?? '1')
}

function isRaised(name: string, attribute: Attribute): boolean {
  return name === 'vertAlign' && ['superscript', 'subscript'].includes(attribute('val') ?? '')
}
