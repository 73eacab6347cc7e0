import { expect, it } from 'vitest'
import { type FormFact, forms } from '../../../../policy/filings/forms.ts'
import type { CountySummary } from '../contract.ts'
import { partOfTotal, totalsOf } from './merged.ts'

const fact = (id: string, of: FormFact['of'], value: number | null): FormFact => ({
  id,
  of,
  zh: id,
  en: id,
  value,
  href: '',
  parts: [],
})
const [{ id: section } = { id: '' }] = forms['half-year-summary']
const county = (unitId: string, facts: readonly FormFact[]) =>
  ({ unitId, content: { [section]: { facts, fields: { text: '' } } } }) as unknown as CountySummary

it('a total is what its counties gave, each of whom can be asked; a ratio is added up nowhere', () => {
  const counties = [
    county('a', [fact('services', 'count', 12), fact('spent', 'money', 150), fact('rate', 'percent', 40)]),
    county('b', [fact('services', 'count', 8), fact('spent', 'money', null)]),
    county('c', []),
  ]
  const totals = totalsOf(counties)
  expect(totals.map(({ id, value }) => [id, value])).toEqual([
    ['services', 20],
    ['spent', 150],
  ])
  for (const { id, value } of totals)
    expect(counties.reduce((sum, one) => sum + (partOfTotal(one, id)?.value ?? 0), 0)).toBe(value)
  expect(counties.map((one) => partOfTotal(one, 'services')?.value ?? null)).toEqual([12, 8, null])
})
