import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { clauses } from './clauses.ts'
import { allRefusals, both, refusals, refusalText, refuse } from './refuse.ts'

const areas = readdirSync(new URL('./refusals/', import.meta.url)).map((file) => file.replace(/\.ts$/, ''))

async function codesOf(area: string): Promise<string[]> {
  const exported: Record<string, object> = await import(`./refusals/${area}.ts`)
  return Object.values(exported).flatMap((catalogue) => Object.keys(catalogue))
}

describe('the catalogue of refusals', () => {
  test.each(areas)('codes of %s are kebab-case and can be spoken', async (area) => {
    for (const code of await codesOf(area)) {
      expect(code).toMatch(/^[a-z]+\.[a-z]+(-[a-z]+)*$/)
      expect(Object.keys(refusals)).toContain(code)
    }
  })

  test('no code stands in two of them', async () => {
    const codes = (await Promise.all(areas.map(codesOf))).flat()
    expect(codes.toSorted()).toEqual(Object.keys(refusals).toSorted())
  })

  test('every sentence ends as one', () => {
    for (const { zh, en } of Object.values(refusals)) {
      expect(zh).toMatch(/[。?!}]$/)
      expect(en).toMatch(/[.?!}]$/)
    }
  })
})

describe('a refusal speaks', () => {
  test('in both languages, with its facts and its clause', () => {
    const refusal = refuse('services.above-market-price', 'G3.3', { price: '2.00', market: '1.00' }, 'priceFen')
    expect(refusal).toMatchObject({ code: 'services.above-market-price', clause: 'G3.3', field: 'priceFen' })
    expect(refusalText(refusal).zh).toContain('合同价 2.00 元高于市场价 1.00 元')
    expect(refusalText(refusal).en).toContain('2.00 yuan is above the market price of 1.00 yuan')
  })

  test('a name is told in the language of the sentence', () => {
    const facts = both('bureau', { zh: '财政部门', en: 'Finance bureau' })
    expect(refusalText({ code: 'review.bureau-has-spoken', facts })).toEqual({
      zh: '财政部门已对本版本出具意见。',
      en: 'The Finance bureau has already given its opinion on this version.',
    })
  })

  test('an unknown code shows itself instead of failing', () => {
    expect(refusalText({ code: 'toString', facts: {} })).toEqual({ zh: 'toString', en: 'toString' })
  })

  test('of a state in which the act is not open, and of nothing beside it', () => {
    const taken = refuse('services.contract-number-taken', 'G3.4', {}, 'contractNo')
    const closed = refuse('common.not-in-state', 'G3.3')
    expect(allRefusals(taken, closed)).toMatchObject({ code: 'common.not-in-state', also: [] })
    expect(allRefusals(null, taken)).toMatchObject({ code: 'services.contract-number-taken' })
  })
})

test.each([
  ['G', 'G0 G1.3 G3.1 G3.2 G3.3 G3.4 G3.5 G3.6 G4.2 G4.4 G5.3 G5.5', 'G3.1 G3.5 G4.1 G4.3 G5.1 G5.3 G5.4 G5.5'],
  ['H', 'H0 H1 H2 H3 H6 H7 H10', 'H3 H4 H5 H6 H7'],
])('the binding clauses of %s are those of its guide', (letter, binding, duties) => {
  const rows = Object.entries(clauses).filter(([id]) => id.startsWith(letter))
  expect(rows.flatMap(([id, row]) => (row.binding ? [id] : [])).join(' ')).toBe(binding)
  expect(rows.flatMap(([id, row]) => (row.duty ? [id] : [])).join(' ')).toBe(duties)
})
