import { scan } from './scan.ts'

const clause = String.raw`'(G0|G[1-9]\.\d{1,2}|H\d{1,2}|[GH]A[1-9])'`
const code = String.raw`'[a-z]+(?:-[a-z]+)*\.[a-z0-9-]+'`

/** A refusal written down with its clause: what a test may hold the product to. */
const refusals: readonly RegExp[] = [
  // ['funds.early', 'G4.2'], also as arguments; or the status instead of the code
  new RegExp(String.raw`(?:${code}|\b4\d\d),\s*${clause}`, 'g'),
  // { code: 'funds.early', clause: 'G4.2' } and { allowed: false, clause: 'G4.2' }, in either order
  new RegExp(String.raw`\b(?:code: ${code}|allowed: false),[^{}]*?\bclause: ${clause}`, 'g'),
  new RegExp(String.raw`\bclause: ${clause},[^{}]*?\b(?:code: ${code}|allowed: false)`, 'g'),
  // 'funds.early G4.2'
  new RegExp(`${code.slice(0, -1)} ${clause.slice(1)}`, 'g'),
]

/** `expect(reply.body.error).toMatchObject({ clause: 'G4.2' })`: the subject itself is the refusal. */
const ofAnError = new RegExp(String.raw`\.error\)\.(?:toMatchObject|toEqual)\(\{[^{}]*?\bclause: ${clause}`, 'g')

const expectations = new Set(['expectRefusal', 'toEqual', 'toMatchObject', 'toStrictEqual', 'toContainEqual'])

/** An expectation that takes its clause from the row of a table. */
const byRow = /\b(?:expectRefusal|toEqual|toMatchObject|toStrictEqual)\([^;]*?[,{[(] ?clause\b(?! ?[:=(.])/

/**
 * The clauses of the refusals that the tests of a file assert: written in an expectation, or in the row of a table that one
 * is made from. A clause in a title, in a comment or beside a status proves nothing.
 */
export function refusalsAsserted(text: string): string[] {
  const { code: source, bare } = scan(text)
  const rowsCount = byRow.test(bare)
  const found: string[] = []
  for (const pattern of [...refusals, ofAnError]) {
    for (const match of source.matchAll(pattern)) {
      const calls = callsAround(bare, match.index + match[0].length - 1)
      if (calls.some((call) => call.startsWith('not.'))) continue
      if (rowsCount || calls.some((call) => expectations.has(call))) found.push(match[1] ?? '')
    }
  }
  return found
}

/** The names of the calls that a place stands inside, from the innermost outwards; `not.toEqual` where it is negated. */
function callsAround(bare: string, place: number): string[] {
  const names: string[] = []
  let depth = 0
  for (let at = place; at >= 0; at--) {
    const sign = bare.charAt(at)
    if (/[)\]}]/.test(sign)) depth++
    else if (/[([{]/.test(sign) && depth-- === 0) {
      depth = 0
      if (sign === '(') names.push(/(?:\bnot\.)?\w+$/.exec(bare.slice(Math.max(0, at - 60), at))?.[0] ?? '')
    }
  }
  return names
}
