import { expect, it } from 'vitest'
import { samplePlan } from '../../../database/demo/sample-plan.ts'
import { titleFinder } from '../../shared/line-kinds.ts'
import { editionOf } from '../editions/edition.ts'
import { planSections } from './plan.ts'
import { planLists, quarterText, rowsOf, rowText, valueText } from './plan-tables.ts'

const content = samplePlan('嘉善归谷智造园')
const facts = { edition: editionOf('zj-2023'), firstYear: 2026, content }

it('has a column for every field of every row of a plan, and no other (G3.1)', () => {
  for (const section of planSections) {
    for (const list of planLists[section]) {
      const row = rowsOf(content, section, list.name)[0] ?? { id: '' }
      const optional = list.columns.filter((column) => !(column.key in row)).map((column) => column.key)
      expect(optional.filter((key) => key !== 'clarification')).toEqual([])
      const keys = list.columns.map((column) => column.key)
      expect(Object.keys(row).filter((key) => key !== 'id' && !keys.includes(key))).toEqual([])
    }
  }
})

it('says every value of a plan in words of both languages', () => {
  for (const section of planSections) {
    for (const { name, columns } of planLists[section]) {
      for (const row of rowsOf(content, section, name)) {
        for (const column of columns) {
          const text = valueText(column, row[column.key], facts, row)
          expect(text.zh === '' && row[column.key] !== '' && column.required).toBe(false)
          if (column.choices) expect(text.zh).not.toMatch(/^[a-z-]+$/)
        }
        expect(rowText(section, name, row, facts).zh).not.toBe('')
      }
    }
  }
})

it('says the unit of a target in both languages, and one of the plan’s own as it stands', () => {
  const column = planLists.targets[0]?.columns.find(({ key }) => key === 'unit')
  if (!column) throw new Error('no unit')
  const said = (unit: string) => valueText(column, unit, facts, { id: 't', indicator: 'P1', unit })
  expect(said('家')).toEqual(facts.edition.indicators.find(({ code }) => code === 'P1')?.unit)
  expect(said('家').en).not.toMatch(/\p{Script=Han}/u)
  expect(said('家次')).toEqual({ zh: '家次', en: '家次' })
})

it('offers the quarters of the period, the indicators listed and the kinds of the chosen agency', () => {
  const choices = (
    section: 'fund-lines' | 'agencies',
    list: number,
    key: string,
    row?: { id: string; agencyUscc: string },
  ) => planLists[section][list]?.columns.find((column) => column.key === key)?.choices?.(facts, row) ?? []
  expect(choices('fund-lines', 0, 'quarter').map((one) => one.value)).toEqual([
    '2026Q1',
    '2026Q2',
    '2026Q3',
    '2026Q4',
    '2027Q1',
    '2027Q2',
    '2027Q3',
    '2027Q4',
  ])
  expect(choices('fund-lines', 0, 'indicator')).toHaveLength(content.targets.rows.length)
  const uscc = content.agencies.agencies[0]?.uscc ?? ''
  expect(choices('agencies', 1, 'serviceKind', { id: 'p', agencyUscc: uscc })).toHaveLength(10)
  expect(choices('agencies', 1, 'serviceKind', { id: 'p', agencyUscc: '' })).toHaveLength(16)
  expect(quarterText('2026Q3')).toEqual({ zh: '2026年三季度', en: '2026 Q3' })
})

it('lets a target be written in the unit of its row, or of its indicator while the row has none', () => {
  const [list] = planLists.targets
  const units = (key: string, row: object) =>
    list?.columns.find((column) => column.key === key)?.units?.(facts, { id: '', ...row })
  expect(units('target', { indicator: 'P1', unit: ' ％' })).toEqual(['%'])
  expect(units('baseline', { indicator: 'P1', unit: '' })).toEqual(['家'])
  expect(units('baseline', { indicator: 'unknown', unit: '' })).toEqual([])
  expect(planLists.targets[0]?.columns.find(({ key }) => key === 'weight')?.unit).toBe('%')
})

it('knows the titles of its columns as people shorten them', () => {
  const columns = planLists.services.flatMap((list) => list.columns)
  const find = titleFinder(
    columns.map(({ key, title, also = [], unit }) => ({ key, own: [title.zh, title.en], also, unit })),
  )
  expect(['From', 'To', '开始', '结束', 'From quarter'].map((title) => find(title)?.key)).toEqual([
    'fromQuarter',
    'toQuarter',
    'fromQuarter',
    'toQuarter',
    'fromQuarter',
  ])
})
