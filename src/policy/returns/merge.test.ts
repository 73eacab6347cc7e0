import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editionOf } from '../editions/edition.ts'
import { mergeTables, type TableRow } from './merge.ts'
import { figureOf, type Part } from './standing.ts'

const edition = editionOf('zj-2025')

function row(indicator: string, value: number | null, target = 10): TableRow {
  return { indicator, target, parts: value === null ? null : spans({ value, of: null }) }
}

const spans = (part: Part) => ({ period: part, year: part, total: part })

function ratio(value: number, of: number): TableRow {
  return { indicator: 'P7', target: 95, parts: spans({ value, of }) }
}

describe('accepted tables made one (H6)', () => {
  test('counts add up, and so do their targets', () => {
    const [merged] = mergeTables(edition, [[row('P3', 4)], [row('P3', 2.5, 3)], [row('P3', null)]])
    expect(merged).toMatchObject({ indicator: 'P3', target: 23, total: 6.5, thisPeriod: 6.5, rate: 28.26 })
  })

  test('what nobody has a figure for stays without one', () => {
    expect(mergeTables(edition, [[row('B3', null)], [row('B3', null)]])[0]).toMatchObject({ total: null, rate: null })
  })

  test('a ratio is made anew from its parts, not from the parks’ percentages', () => {
    const [merged] = mergeTables(edition, [[ratio(99, 100)], [ratio(1, 4)], [ratio(0, 0)]])
    expect(merged).toMatchObject({ target: 95, total: 96.15, thisPeriod: 96.15 })
    expect(merged?.rate).toBe(101.21)
  })

  test('of a reduced ratio what is left of its part counts', () => {
    expect(mergeTables(edition, [[ratio(5, 10)], [ratio(10, 10)]])[0]?.total).toBe(75)
  })

  test('rows stand in the order of the edition, whatever the order of the tables', () => {
    const merged = mergeTables(edition, [
      [ratio(1, 2), row('P1', 3)],
      [row('P2', 1), row('P1', 2)],
    ])
    expect(merged.map((one) => one.indicator)).toEqual(['P1', 'P2', 'P7'])
    expect(mergeTables(edition, [])).toEqual([])
  })

  test('parks to counties to province gives what parks to province gives', () => {
    const figure = fc.integer({ min: 0, max: 10_000 })
    fc.assert(
      fc.property(fc.array(fc.tuple(figure, figure), { minLength: 2, maxLength: 12 }), fc.nat(11), (parks, cut) => {
        const tables = parks.map(([a, b]) => [row('P3', a), ratio(Math.min(a, b), b)])
        const all = mergeTables(edition, tables)
        const sum = (part: typeof tables) =>
          mergeTables(edition, part).find((one) => one.indicator === 'P3')?.total ?? 0
        expect(all[0]?.total).toBe(sum(tables.slice(0, cut)) + sum(tables.slice(cut)))
        const merged = all.find((one) => one.indicator === 'P7')?.total ?? null
        const each = tables
          .map(([, one]) => one?.parts && figureOf(one.parts.total))
          .filter((one) => typeof one === 'number')
        if (merged !== null) {
          expect(merged).toBeGreaterThanOrEqual(Math.min(...each) - 0.01)
          expect(merged).toBeLessThanOrEqual(Math.max(...each) + 0.01)
        }
      }),
    )
  })
})
