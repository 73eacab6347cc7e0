import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type EnterpriseFigures, enterpriseSize, type Industry, industries, industryList } from './enterprise-size.ts'

type Measures = { X?: number; R?: number; Z?: number }

function figures(industry: Industry, { X = 0, R = 0, Z = 0 }: Measures): EnterpriseFigures {
  return { industry, staff: X, revenueWan: R, assetsWan: Z }
}

describe('the size of an enterprise', () => {
  test.each([
    ['IND', { X: 1000, R: 40000 }, 'large'],
    ['IND', { X: 999, R: 50000 }, 'medium'],
    ['IND', { X: 300, R: 1999 }, 'small'],
    ['IND', { X: 19, R: 100000 }, 'micro'],
    ['OTH', { X: 300 }, 'large'],
    ['A', { R: 49.99 }, 'micro'],
    ['LEA', { X: 300, Z: 119_999 }, 'medium'],
  ] as const)('%s %j is %s', (industry, measures, size) => {
    expect(enterpriseSize(figures(industry, measures))).toBe(size)
  })

  describe.each(industryList)('in %s', (industry) => {
    const row = industries[industry]
    const levels = [
      ['large', row.ceiling, 'medium'],
      ['medium', row.medium, 'small'],
      ['small', row.small, 'micro'],
    ] as const

    test.each(levels)('the threshold itself is %s, one measure below it is not', (size, bar, below) => {
      expect(enterpriseSize(figures(industry, bar))).toBe(size)
      for (const [measure, value] of Object.entries(bar)) {
        expect(enterpriseSize(figures(industry, { ...bar, [measure]: value - 1 }))).toBe(below)
      }
    })
  })

  test('a missing figure that the industry is measured by leaves it open, another does not', () => {
    expect(enterpriseSize({ industry: 'IND', staff: null, revenueWan: 1, assetsWan: 1 })).toBeNull()
    expect(enterpriseSize({ industry: 'IND', staff: 1, revenueWan: 1, assetsWan: null })).toBe('micro')
  })

  test('never shrinks when a figure grows', () => {
    const rank = ['micro', 'small', 'medium', 'large']
    const figure = fc.nat(300_000)
    fc.assert(
      fc.property(fc.constantFrom(...industryList), figure, figure, figure, figure, (industry, X, R, Z, more) => {
        const before = rank.indexOf(enterpriseSize(figures(industry, { X, R, Z })) ?? '')
        for (const grown of [
          { X: X + more, R, Z },
          { X, R: R + more, Z },
          { X, R, Z: Z + more },
        ]) {
          expect(rank.indexOf(enterpriseSize(figures(industry, grown)) ?? '')).toBeGreaterThanOrEqual(before)
        }
      }),
    )
  })
})
