/** Strings are bytes; names, numbers and words are as written. */
export type PdfValue = Buffer | string

const blank = /[\s\0]/

/** The dictionary that the last `key` of the file stands for, direct or by reference; null when it is not found. */
export function lastDictionary(text: string, key: string): ReadonlyMap<string, PdfValue> | null {
  const found = [...text.matchAll(new RegExp(`${key}\\s*(?:(\\d+)\\s+(\\d+)\\s+R|(?=<<))`, 'g'))].at(-1)
  if (!found) return null
  const [whole, object, generation] = found
  if (object === undefined) return dictionaryAt(text, found.index + whole.length)
  const start = [...text.matchAll(new RegExp(`(?<!\\d)${object}\\s+${generation}\\s+obj\\s*(?=<<)`, 'g'))].at(-1)
  return start ? dictionaryAt(text, start.index + start[0].length) : null
}

/** The first half of the file's identifier; empty where it has none. */
export function lastIdentifier(text: string): Buffer {
  const found = [...text.matchAll(/\/ID\s*\[\s*(?=[<(])/g)].at(-1)
  return found ? stringAt(text, found.index + found[0].length).bytes : Buffer.alloc(0)
}

/** The entries of the dictionary at `<<`; what is nested is passed over. */
function dictionaryAt(text: string, start: number): ReadonlyMap<string, PdfValue> {
  const values = new Map<string, PdfValue>()
  let key: string | null = null
  let depth = 0
  for (let at = start; at < text.length; ) {
    const { token, end } = tokenAt(text, at)
    at = end
    if (token === '<<' || token === '[') depth++
    else if (token === '>>' || token === ']') depth--
    if (depth === 0) break
    if (depth > 1 || token === '<<') continue
    if (token === '>>' || token === ']') key = null
    else if (key === null && typeof token === 'string' && token.startsWith('/')) key = token.slice(1)
    else if (key !== null) {
      values.set(key, token)
      key = null
    }
  }
  return values
}

function tokenAt(text: string, from: number): { token: PdfValue; end: number } {
  let at = from
  while (at < text.length && blank.test(text[at] as string)) at++
  const two = text.slice(at, at + 2)
  if (two === '<<' || two === '>>') return { token: two, end: at + 2 }
  if (two[0] === '[' || two[0] === ']') return { token: two[0], end: at + 1 }
  if (two[0] === '(' || two[0] === '<') {
    const { bytes, end } = stringAt(text, at)
    return { token: bytes, end }
  }
  const word = /^\/?[^\s\0()<>[\]/]*/.exec(text.slice(at, at + 200))?.[0] ?? ''
  return { token: word, end: at + Math.max(word.length, 1) }
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '\r': '', '\n': '' }

/** The string at `<` or `(`. */
function stringAt(text: string, start: number): { bytes: Buffer; end: number } {
  if (text[start] === '<') {
    const close = text.indexOf('>', start)
    const end = close < 0 ? text.length : close
    const digits = text.slice(start + 1, end).replace(/[^0-9a-f]/gi, '')
    return { bytes: Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex'), end: end + 1 }
  }
  let plain = ''
  let depth = 0
  let at = start
  for (; at < text.length; at++) {
    const c = text[at] as string
    if (c === '\\') {
      const octal = /^[0-7]{1,3}/.exec(text.slice(at + 1, at + 4))?.[0]
      const next = text[at + 1] ?? ''
      plain += octal ? String.fromCharCode(Number.parseInt(octal, 8) & 255) : (escapes[next] ?? next)
      at += octal?.length ?? (next === '\r' && text[at + 2] === '\n' ? 2 : 1)
      continue
    }
    if (c === '(' && depth++ === 0) continue
    if (c === ')' && --depth === 0) break
    // a bare line end counts as one line feed, however it is written
    if (c === '\r' && text[at + 1] === '\n') continue
    plain += c === '\r' ? '\n' : c
  }
  return { bytes: Buffer.from(plain, 'latin1'), end: at + 1 }
}
