import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { textTable } from '../guide/text-table.ts'
import { diffEditions, printDiff } from './diff-editions.ts'
import { editionList, editionOf } from './edition.ts'
import { editionRows } from './edition-rows.ts'
import type { EditionRules } from './edition-rules.ts'
import { printEdition } from './print-edition.ts'

const [older, newer] = [editionOf('zj-2023'), editionOf('zj-2025')]
const lineWith = (text: string, ...pieces: string[]) =>
  text.split('\n').find((line) => pieces.every((piece) => line.includes(piece)))

describe('an edition in words', () => {
  test.each(editionList())('$id: every rule stands once, in both languages, with its clause', (edition) => {
    const rows = editionRows(edition)
    expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length)
    for (const { key, name, says, clause } of rows) {
      for (const text of [name, says]) {
        expect(`${text.zh}${text.en}`).not.toMatch(/undefined|null|NaN|\[object/)
        expect(text.en).not.toMatch(/\p{Script=Han}/u)
      }
      if (!['issued', 'carriedOver'].includes(key)) expect(clause).not.toBeNull()
    }
    for (const { id } of edition.obligations) expect(rows.some((row) => row.key === `obligations.${id}.due`)).toBe(true)
    const items = edition.evaluations.flatMap(({ parts }) => parts.flatMap((part) => part.items))
    for (const { id } of items) expect(rows.filter((row) => row.key.endsWith(`.${id}`))).toHaveLength(1)
    for (const { code } of edition.indicators) expect(rows.some((row) => row.key === `indicators.${code}`)).toBe(true)
  })

  test('is printed for a clerk, official apart from inferred', () => {
    const text = printEdition(older, 'zh')
    expect(lineWith(text, '服务计划与资金使用方案 · 期限')).toMatch(/第一年4月25日前.*提前 5、3 个工作日.*G3\.1 +官方$/)
    expect(lineWith(text, '第 2 期 · 比例')).toMatch(/50% 至 70% +G4\.2 +官方$/)
    expect(lineWith(text, '激励资金')).toMatch(/不超过 5,000,000\.00 元 +G4\.2 +推定$/)
    expect(lineWith(text, '绩效目标完成情况表 · 期限')).toMatch(/推定$/)
    expect(printEdition(newer, 'zh')).toContain('沿用浙江 2023 年版，均为推定')
    expect(lineWith(text, '资金管理和使用 · 预算执行率')).toMatch(/4 分；实际 ÷ 目标 × 分值；最高为满分.*GA2 +推定$/)
    expect(lineWith(text, '一票否决 · 虚报已查实')).toMatch(/查实虚报材料；最高评为不合格 +GA2 +推定$/)
    expect(lineWith(printEdition(newer, 'zh'), '总体绩效评价表')).toMatch(/用于总体绩效评价.*H7 +推定$/)
  })

  test('is printed in English too', () => {
    const text = printEdition(newer, 'en')
    expect(lineWith(text, 'Award ')).toMatch(/one of 2 tiers: 3,000,000\.00 or 2,000,000\.00 yuan +H1 +official$/)
    expect(lineWith(text, 'Implementation plan: due')).toContain('by 20 February of year 1')
    expect(text.replace(/“|”/g, '')).not.toMatch(/[\u3000-\u9fff\uff00-\uffef]/)
  })
})

describe('what changed from 2023 to 2025', () => {
  const { rules, sources } = diffEditions(older, newer)
  const changed = (key: string) => rules.find((one) => one.key === key)

  test('names what is said otherwise, what is new and what is gone', () => {
    expect(changed('tranches.1.share')).toMatchObject({
      before: { says: { zh: '30%' } },
      after: { says: { zh: '80%' }, clause: 'H2' },
    })
    expect(changed('obligations.plan.due')?.after?.says.zh).toContain('2月20日前')
    expect(changed('returns')?.after?.says.zh).toContain('每半年')
    expect(changed('tranches.3.share')).toMatchObject({ after: null })
    expect(changed('tranches.1.notice-over')).toMatchObject({ before: null, after: { clause: 'H10' } })
    expect(changed('obligations.mid-term-evaluation')?.after?.says.zh).toBe('不设')
    expect(changed('awards')?.after?.says.en).toContain('tiers')
  })

  test('leaves out what stayed, and counts what stayed but is only inferred now', () => {
    for (const key of ['excludedDivisions', 'agencies', 'forbiddenUses.wages', 'indicators.P1', 'grades.good'])
      expect(changed(key)).toBeUndefined()
    expect(sources.find((one) => one.key === 'agencies')).toMatchObject({
      before: { source: 'official' },
      after: { source: 'inferred' },
    })
  })

  test('a word more among the forbidden ones is a change, also where it is not shown', () => {
    const longer: EditionRules = {
      ...older,
      id: 'zj-longer',
      forbiddenUses: older.forbiddenUses.map((use) => ({ ...use, keywords: ['新词', ...use.keywords.slice(1)] })),
    }
    expect(diffEditions(older, longer).rules).toHaveLength(older.forbiddenUses.length)
  })

  test('is printed row by row', () => {
    const text = printDiff(older, newer, 'zh')
    expect(lineWith(text, '第 1 期 · 比例')).toMatch(/30% +80% +G4\.2 → H2 +官方$/)
    expect(lineWith(text, '- 资金使用')).toBe('- 资金使用：5 项，其中 5 项由官方改为推定')
    expect(printDiff(older, newer, 'en')).toContain('80 %')
    expect(printDiff(older, older, 'zh')).toContain('没有变化。')
  })
})

describe('a table of text', () => {
  test('goes on below where a cell is too long, and counts Han characters twice', () => {
    expect(
      textTable(
        ['项', 'B'],
        [
          ['一二三四', 'x'],
          ['a', 'long words'],
        ],
        [6, 5],
      ),
    ).toEqual(['项      B', '------  -----', '一二三  x', '四', 'a       long', '        words'])
  })

  test('loses no character of any cell', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme-ascii' }), { minLength: 1, maxLength: 4 }), (cells) => {
        const text = textTable(
          cells.map(() => ''),
          [cells],
          cells.map(() => 9),
        )
          .slice(2)
          .join('')
        const bare = (value: string) => [...value.replace(/\s/g, '')].sort().join('')
        expect(bare(text)).toBe(bare(cells.join('')))
      }),
    )
  })
})
