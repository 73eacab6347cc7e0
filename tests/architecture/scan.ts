/** A source text taken apart; each part has the length and the lines of the whole, the rest of it blank. */
export type Scan = {
  /** Code with its strings, without comments. */
  readonly code: string
  /** Code without comments and without what stands inside strings, templates and regular expressions. */
  readonly bare: string
  readonly comments: string
  /** What stands inside strings and templates. */
  readonly strings: string
}

const scans = new Map<string, Scan>()

/** Takes TypeScript apart without a compiler: good for a formatted source, where a quote never runs over a line end. */
export function scan(text: string): Scan {
  const known = scans.get(text)
  if (known) return known
  const parts = {
    code: [...blank(text)],
    bare: [...blank(text)],
    comments: [...blank(text)],
    strings: [...blank(text)],
  }
  let at = 0
  while (at < text.length) {
    const { kind, end } = next(text, at)
    for (let i = at; i < end; i++) {
      const character = text.charAt(i)
      if (kind === 'comment') parts.comments[i] = character
      else {
        parts.code[i] = character
        const edge = i === at || i === end - 1
        if (kind === 'code' || edge) parts.bare[i] = character
        else if (kind === 'string') parts.strings[i] = character
      }
    }
    at = end
  }
  const made: Scan = {
    code: parts.code.join(''),
    bare: parts.bare.join(''),
    comments: parts.comments.join(''),
    strings: parts.strings.join(''),
  }
  scans.set(text, made)
  return made
}

/** Line number, from 1, of a position. */
export function lineAt(text: string, position: number): number {
  return text.slice(0, position).split('\n').length
}

type Piece = { kind: 'code' | 'comment' | 'string' | 'regex'; end: number }

function next(text: string, at: number): Piece {
  const two = text.slice(at, at + 2)
  if (two === '//') return { kind: 'comment', end: endOfLine(text, at) }
  if (two === '/*') return { kind: 'comment', end: after(text, '*/', at + 2) }
  const character = text.charAt(at)
  if (character === '`') return { kind: 'string', end: closing(text, at, '`', false) }
  if (character === "'" || character === '"') return { kind: 'string', end: closing(text, at, character, true) }
  if (character === '/' && startsRegex(text, at)) return { kind: 'regex', end: endOfRegex(text, at) }
  return { kind: 'code', end: at + 1 }
}

function closing(text: string, at: number, quote: string, oneLine: boolean): number {
  for (let i = at + 1; i < text.length; i++) {
    const character = text.charAt(i)
    if (character === '\\') i++
    else if (character === quote) return i + 1
    // An apostrophe in JSX text: no string began here.
    else if (oneLine && character === '\n') return at + 1
  }
  return at + 1
}

function startsRegex(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 12), at).trimEnd()
  return before === '' || /(?:[(,=:[!&|?{};+]|=>|\breturn|\bcase)$/.test(before)
}

function endOfRegex(text: string, at: number): number {
  let inClass = false
  for (let i = at + 1; i < text.length; i++) {
    const character = text.charAt(i)
    if (character === '\n') return at + 1
    if (character === '\\') i++
    else if (character === '[') inClass = true
    else if (character === ']') inClass = false
    else if (character === '/' && !inClass) return i + 1
  }
  return at + 1
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}

function after(text: string, mark: string, at: number): number {
  const end = text.indexOf(mark, at)
  return end < 0 ? text.length : end + mark.length
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ')
}
