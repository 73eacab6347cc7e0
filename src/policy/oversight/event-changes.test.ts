import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { changesOf, fieldText, mostChanges } from './event-changes.ts'
import { eventName, isNamed } from './event-words.ts'

describe('what an act changed', () => {
  it('is told field by field, down to the row of a list, and money in yuan', () => {
    const before = { state: 'draft', priceFen: 120_000, rows: [{ name: '甲' }, { name: '乙' }], note: 'x' }
    const after = { state: 'submitted', priceFen: 130_050, rows: [{ name: '甲' }, { name: '丙', code: '' }] }
    expect(changesOf(before, after)).toEqual([
      { field: 'state', before: 'draft', after: 'submitted' },
      { field: 'priceFen', before: '¥1200.00', after: '¥1300.50' },
      { field: 'rows.1.name', before: '乙', after: '丙' },
    ])
    expect(fieldText('rows.1.name')).toEqual({ zh: '行 › 第 2 项 › 名称', en: 'rows › no. 2 › name' })
    expect(fieldText('priceFen').zh).toBe('价款')
    expect(fieldText('unheardOf').zh).toBe('unheardOf')
  })

  it('says what is new, what is gone and what left a list', () => {
    expect(changesOf(null, { name: '甲', seats: ['a'] })).toEqual([
      { field: 'name', before: null, after: '甲' },
      { field: 'seats.0', before: null, after: 'a' },
    ])
    expect(changesOf({ name: '甲' }, null)).toEqual([{ field: 'name', before: '甲', after: null }])
    expect(changesOf({ rows: ['a', 'b'] }, { rows: ['a'] })).toEqual([{ field: 'rows.1', before: 'b', after: null }])
    expect(changesOf(null, null)).toEqual([])
  })

  it('is bounded', () => {
    const many = Object.fromEntries(Array.from({ length: 2 * mostChanges }, (_, n) => [`f${n}`, 'x'.repeat(900)]))
    const told = changesOf(null, many)
    expect([told.length, told[0]?.after?.length]).toEqual([mostChanges, 501])
  })
})

it('every kind of event that the product records has words', () => {
  const sources = globSync('src/{features,platform}/**/*.ts').filter((path) => !path.endsWith('.test.ts'))
  const kind = "'([a-z-]+\\.[a-z-]+)'"
  const written = new RegExp(`(?:record\\(\\s*(?:[\\w.() ]+\\? )?|kind: )${kind}(?: : ${kind})?`, 'g')
  const recorded = sources.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(written)].flatMap(([, one, other]) => [one, other]),
  )
  const kinds = [...new Set(recorded)].filter((one) => one !== undefined)
  expect(kinds).toContain('tranche.released')
  expect(kinds).toContain('act.refused')
  expect(kinds.length).toBeGreaterThan(90)
  expect(eventName('tranche.released')).toEqual({ zh: '资金拨付 · 拨付', en: 'Tranche · released' })
  expect(kinds.filter((one) => !isNamed(one))).toEqual([])
})
