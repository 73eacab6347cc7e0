import fc from 'fast-check'
import { leavesOf, replaced } from './crossed.ts'

/** Text that breaks what was not thought through. */
export const hostileTexts: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x\udfff',
  '\u202egpj.exe',
  'مرحبا بالعالم',
  '👩‍👩‍👧‍👦🏭',
  'Ａ１',
  '中'.repeat(10_000),
  'x'.repeat(10_000),
  "' or 1=1 --",
  '%_\\',
  '<script>alert(1)</script>',
  '{{7*7}}',
  '=cmd|calc!A1',
  '../../etc/passwd',
  '__proto__',
  'constructor',
  'toString',
  'null',
  'NaN',
  '2026-02-30',
  '2026-13-01',
  '9999-12-31',
  '0000-00-00',
  '-1',
  '1e308',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '019d468d-ee80-7012-8d8c-e5119ee06926',
  'not-a-uuid',
]

export const hostileNumbers: readonly number[] = [
  -1,
  -0,
  0,
  0.5,
  1.005,
  -100,
  2 ** 31,
  2 ** 53,
  2 ** 53 + 2,
  -(2 ** 53) - 2,
  1e15,
  1e21,
  1e308,
  -1e308,
  5e-324,
]

const wrongShapes: readonly unknown[] = [null, true, [], {}, [[]], { length: 1 }, [null], 12, 'text']

type Bad = { readonly what: string; readonly body: unknown }

/** Every object and list inside a value, itself included. */
function nodesOf(
  value: unknown,
  at: readonly (string | number)[] = [],
): { at: readonly (string | number)[]; value: object }[] {
  if (typeof value !== 'object' || value === null) return []
  const below = Object.entries(value).flatMap(([key, inner]) =>
    nodesOf(inner, [...at, Array.isArray(value) ? Number(key) : key]),
  )
  return [{ at, value }, ...below]
}

/** The same request with the wrong shape in one place, every place in turn. */
export function misshapes(body: unknown): Bad[] {
  const found: Bad[] = [null, [], 'text', 12, true].map((one) => ({
    what: `the body is ${JSON.stringify(one)}`,
    body: one,
  }))
  for (const { at, value } of nodesOf(body)) {
    const where = at.join('.')
    if (Array.isArray(value)) continue
    found.push({ what: `unknown field in ${where}`, body: replaced(body, at, { ...value, unexpected: 1 }) })
    for (const key of Object.keys(value)) {
      const { [key]: _, ...rest } = value as Record<string, unknown>
      found.push({ what: `without ${where}.${key}`, body: replaced(body, at, rest) })
    }
  }
  for (const { at } of [...leavesOf(body), ...nodesOf(body).slice(1)]) {
    for (const shape of wrongShapes)
      found.push({ what: `${at.join('.')} is ${JSON.stringify(shape)}`, body: replaced(body, at, shape) })
  }
  return found
}

/** The same request with a hostile value in one place; `pick` chooses the place and the value. */
export function poisoned(
  body: unknown,
  pick: { place: number; text: number; number: number; other: boolean },
): Bad | null {
  const leaves = leavesOf(body)
  const leaf = leaves[pick.place % Math.max(1, leaves.length)]
  if (!leaf || leaf.at.length === 0) return null
  const numeric = (typeof leaf.value === 'number') !== pick.other
  const value = numeric
    ? hostileNumbers[pick.number % hostileNumbers.length]
    : hostileTexts[pick.text % hostileTexts.length]
  return {
    what: `${leaf.at.join('.')} is ${String(JSON.stringify(value)).slice(0, 60)}`,
    body: replaced(body, leaf.at, value),
  }
}

const noDays = ['2026-02-30', '2026-13-01', '0000-00-00', '20261301', '2026-5-32', '9999-12-31', '']
const noSums = [-1, 0.5, 2 ** 53, 2 ** 53 + 2, 1e308]
const nobodysId = '019d468d-ee80-7012-8d8c-e5119ee06926'

/** The same request with a day, a sum of money or an id that can not be one, in one place; each must be refused. */
export function impossibles(body: unknown): Bad[] {
  return leavesOf(body).flatMap(({ at, value }) => {
    const day = typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)
    const sum = typeof value === 'number' && String(at.at(-1)).endsWith('Fen')
    const id = typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value)
    const wrong: readonly unknown[] = day
      ? noDays
      : sum
        ? noSums
        : id
          ? [nobodysId, value.slice(1), value.toUpperCase() + '0']
          : []
    return wrong.map((one) => ({ what: `${at.join('.')} is ${one}`, body: replaced(body, at, one) }))
  })
}

/** Which place of a request is poisoned, and with what. */
export const pick = fc.record({ place: fc.nat(500), text: fc.nat(200), number: fc.nat(200), other: fc.boolean() })

/** The same dice in every run; FUZZ_RUNS throws so many, and others each time. */
export function diceOf(numRuns: number) {
  const more = Number(process.env.FUZZ_RUNS ?? 0)
  return more > 0 ? { numRuns: more, endOnFailure: true } : { numRuns, endOnFailure: true, seed: 20_260_601 }
}
