import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editionList } from '../editions/edition.ts'
import {
  emptyReasons,
  type FigureRow,
  legendOf,
  mergedFigures,
  mergedReasons,
  reasonsOfRows,
  tableFigures,
  whyEmpty,
  whyPartEmpty,
} from './empty-figure.ts'

const row = (edits: Partial<FigureRow> = {}): FigureRow => ({
  source: null,
  thisPeriod: 1,
  thisYear: 2,
  total: 3,
  rate: 10,
  gap: -5,
  proofs: 4,
  accepted: 3,
  ...edits,
})
const empty = { thisPeriod: null, thisYear: null, total: null, rate: null, gap: null, proofs: 0, accepted: null }

test('a figure that is there has no reason, whatever it is', () => {
  for (const figure of tableFigures) expect(whyEmpty(row(), figure)).toBeNull()
  expect(whyEmpty(row({ ...empty, thisPeriod: 0, proofs: 0 }), 'thisPeriod')).toBeNull()
  expect(whyEmpty(row({ ...empty }), 'proofs')).toBeNull()
})

test.each([
  [row({ ...empty, source: 'park' }), 'accepted', 'park'],
  [row({ ...empty, source: 'inspection' }), 'proofs', 'inspection'],
  [row({ ...empty, source: 'inspection' }), 'gap', 'inspection'],
  [row({ ...empty }), 'rate', 'no-records'],
  [row({ ...empty }), 'accepted', 'no-records'],
  [row({ thisPeriod: null }), 'thisPeriod', 'no-records'],
  [row({ ...empty, counts: 'answers' }), 'total', 'no-answers'],
  [row({ rate: null, gap: null }), 'gap', 'no-target'],
  [row({ accepted: null }), 'accepted', 'not-judged'],
] as const)('%o: %s is empty, %s', (of, figure, why) => expect(whyEmpty(of, figure)).toBe(why))

test('a part of a merged row: its table is not accepted, or the figure is as empty as the row', () => {
  expect(whyPartEmpty(row(), { value: 0, accepted: true })).toBeNull()
  expect(whyPartEmpty(row(), { value: null, accepted: false })).toBe('not-judged')
  expect(whyPartEmpty(row({ source: 'park' }), { value: null, accepted: true })).toBe('park')
  expect(whyPartEmpty(row(), { value: null, accepted: true })).toBe('no-records')
})

test('every indicator of every edition is computed or says where its figure comes from; labels fit their cells', () => {
  for (const { indicators } of editionList())
    for (const { computed, figureFrom } of indicators) expect(figureFrom === null).toBe(computed)
  for (const { label } of Object.values(emptyReasons)) {
    expect(label.zh.length).toBeLessThanOrEqual(4)
    expect(label.en.length).toBeLessThanOrEqual(8)
  }
})

test('whatever is empty has a reason, and the legend explains exactly the labels that stand in the cells', () => {
  const figure = fc.option(fc.integer({ min: 0, max: 100 }))
  const source = fc.constantFrom(null, 'park', 'inspection')
  const rows = fc.array(
    fc.record({
      source,
      counts: fc.constantFrom('answers' as const, 'records' as const),
      thisPeriod: figure,
      thisYear: figure,
      total: figure,
      rate: figure,
      gap: figure,
      proofs: fc.nat(9),
      accepted: figure,
      parts: fc.array(fc.option(fc.record({ total: figure })), { minLength: 2, maxLength: 2 }),
    }),
    { maxLength: 6 },
  )
  fc.assert(
    fc.property(rows, fc.boolean(), (some, accepted) => {
      for (const one of some)
        for (const name of tableFigures)
          expect(whyEmpty(one, name) === null).toBe(name === 'proofs' ? one.source === null : one[name] !== null)
      const columns = [{ accepted }, { accepted: true }]
      const inCells = some.flatMap((one) => [
        ...mergedFigures.map((name) => whyEmpty(one, name)),
        ...columns.map((column, at) => whyPartEmpty(one, { value: one.parts[at]?.total ?? null, ...column })),
      ])
      expect(new Set(mergedReasons({ rows: some, columns }))).toEqual(new Set(inCells.filter((why) => why !== null)))
      const legend = legendOf(reasonsOfRows(some, tableFigures)).zh
      for (const name of tableFigures)
        for (const one of some) {
          const why = whyEmpty(one, name)
          if (why) expect(legend).toContain(`${emptyReasons[why].label.zh}：${emptyReasons[why].text.zh}`)
        }
    }),
  )
})
