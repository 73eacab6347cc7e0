import { expect, it } from 'vitest'
import { samplePlan } from '../../../database/demo/sample-plan.ts'
import { edition } from '../../../tests/support/policy.ts'
import { changesBetween } from './changes.ts'
import type { PlanContent } from './plan.ts'
import { changeWords } from './plan-change-words.ts'

const before = samplePlan('嘉善归谷智造园')
const factsOf = (content: PlanContent) => ({ edition, firstYear: 2026, content })

function wordsOf(after: PlanContent) {
  return changesBetween(before, after).map((change) => changeWords(change, factsOf(before), factsOf(after)))
}

it('says which field of which row changed, with amounts in yuan and choices by name', () => {
  const [line, ...lines] = before['fund-lines'].rows
  if (!line) throw new Error('no line')
  const changed = { ...line, serviceKind: 'talent' as const, provincialFen: 49_000_000, quarter: '2026Q4' }
  expect(wordsOf({ ...before, 'fund-lines': { rows: [changed, ...lines] } })).toEqual([
    {
      label: {
        zh: expect.stringContaining('资金使用方案 · 人才引育'),
        en: expect.stringContaining('Fund-use plan · Talent'),
      },
      before: { zh: '规范提升', en: 'Compliance and management upgrade' },
      after: { zh: '人才引育', en: 'Talent attraction and training' },
    },
    expect.objectContaining({
      before: { zh: '500,000.00', en: '500,000.00' },
      after: { zh: '490,000.00', en: '490,000.00' },
    }),
    expect.objectContaining({
      before: { zh: '2026年三季度', en: '2026 Q3' },
      after: { zh: '2026年四季度', en: '2026 Q4' },
    }),
  ])
})

it('says the whole row that came or went, and a new order by names', () => {
  const [first, second, ...rest] = before.enterprises.rows
  if (!first || !second) throw new Error('no rows')
  const fresh = { ...first, id: 'new', name: '新增企业' }
  const words = wordsOf({ ...before, enterprises: { rows: [...rest, second, fresh] } })
  expect(words[0]?.before.zh).toContain(`名称：${first.name}`)
  expect(words[0]?.after.zh).toBe('')
  expect(words[1]?.label.zh).toBe('试点企业 · 新增企业')
  expect(words[1]?.after.en).toContain('Industry: Industry')
  expect(words[2]?.label.zh).toBe('试点企业 · 行的顺序')
})

it('names fields outside of lists, the reasons by their kind', () => {
  const after: PlanContent = {
    ...before,
    controls: { ...before.controls, summary: '新的要点' },
    agencies: { ...before.agencies, fewAgenciesReasons: { talent: '本地只有一家' } },
  }
  expect(wordsOf(after)).toEqual([
    {
      label: { zh: '合作机构与产品 · 机构不足两家的理由 · 人才引育', en: expect.any(String) },
      before: { zh: '', en: '' },
      after: { zh: '本地只有一家', en: '本地只有一家' },
    },
    expect.objectContaining({ after: { zh: '新的要点', en: '新的要点' } }),
  ])
})
