import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Client } from '../../../../database/demo/client.ts'
import { planOf } from '../../../../database/demo/course.ts'
import { demoCounty } from '../../../../database/demo/programme.ts'
import { importWorkbook, preview } from '../../../../tests/support/imports.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import type { PlanContent, PlannedEnterprise, PlannedTarget } from '../../../policy/plan/plan.ts'
import * as course from '../course/contract.ts'

const folder = fileURLToPath(new URL('../../../../tests/cases/imports', import.meta.url))

let world: World
let manager: Client
let filingId = ''
beforeAll(async () => {
  world = await startWorld()
  const { first } = await demoCounty(world)
  manager = await world.as('嘉善归谷智造园·负责人')
  filingId = await planOf(manager, first.pilotId)
})
afterAll(() => world.stop())

/** Cell and part of what is said about it. */
type Said = readonly (readonly [cell: string, part: string])[]
type Case = {
  readonly problems?: Said
  readonly warnings?: Said
  readonly skipped?: Said
  readonly cleaned?: Said
  /** What is stored of each row once every warning is accepted; nothing of a file with problems. */
  readonly rows?: readonly (Partial<PlannedEnterprise> & Partial<PlannedTarget>)[]
}

const names = (...of: string[]) => of.map((name) => ({ name }))
const firms = (...numbers: number[]) => names(...numbers.map((n) => `甲${n}号精密机械有限公司`))

const cases: Readonly<Record<string, Case>> = {
  '01-decimal-comma.xlsx': { problems: [['E2', '两种读法']] },
  '01b-decimal-comma-semicolon.csv': {
    problems: ['E2', 'F2', 'E3', 'F3'].map((cell) => [cell, '两种读法'] as const),
  },
  '02-unquoted-thousands.csv': { problems: ['G2', 'G3'].map((cell) => [cell, '比表头长'] as const) },
  '03-hidden-sheet-same-header.xlsx': { warnings: [['A1', '隐藏的工作表“旧名单”']], rows: firms(0, 1, 2) },
  '04-second-sheet-no-header.xlsx': { warnings: [['A1', '工作表“续表”有 7 行']], rows: firms(0, 1, 2) },
  '04b-second-sheet-renamed-header.xlsx': { warnings: [['A1', '工作表“续表”有 8 行']], rows: firms(0, 1, 2) },
  '05-formula-never-calculated-as-name.xlsx': { problems: [['B2', '没有计算结果的公式']] },
  '06-cached-NA-as-name.xlsx': { problems: [['B2', '错误值']] },
  '06b-cached-VALUE-string-as-name.xlsx': { problems: [['B2', '错误值']] },
  '07-x000D-in-name.xlsx': {
    cleaned: [
      ['B2', '甲五百机械有限公司'],
      ['B3', '甲五百一号机械有限公司'],
    ],
    rows: names('甲五百机械有限公司', '甲五百一号机械有限公司'),
  },
  '08-zero-width-in-code.xlsx': { cleaned: [['A2', '91330421MA2000103L']], rows: [{ uscc: '91330421MA2000103L' }] },
  '08b-spaces-in-code.xlsx': { cleaned: [['A2', '91330421MA2000101E']], rows: [{ uscc: '91330421MA2000101E' }] },
  '08c-apostrophe-in-code.xlsx': { cleaned: [['A2', '91330421MA2000105T']], rows: [{ uscc: '91330421MA2000105T' }] },
  '09-invisible-in-names.xlsx': {
    cleaned: ['零', '一', '二', '三', '四'].map((no, i) => [`B${i + 2}`, `读作“甲${no}号机械有限公司”`] as const),
    rows: names(...['零', '一', '二', '三', '四'].map((no) => `甲${no}号机械有限公司`)),
  },
  '10-note-under-table.xlsx': { skipped: [['A6', '说明文字']], rows: firms(0, 1, 2) },
  '10b-total-note-signature-rows.xlsx': {
    skipped: [
      ['A1', '表头以上'],
      ['A2', '表头以上'],
      ['A7', '合计行'],
      ['A8', '说明文字'],
      ['A9', '落款'],
    ],
    rows: firms(0, 1, 2),
  },
  '11-serial-numbers-prefilled.xlsx': {
    skipped: [
      ['A1', '序号'],
      ['A5', '第 5–14 行'],
    ],
    rows: firms(0, 1, 2),
  },
  '11b-header-repeated.xlsx': { skipped: [['A4', '重复的表头']], rows: firms(350, 351, 352, 353) },
  '12-targets-percent-cell.xlsx': {
    cleaned: [
      ['C3', '读作“80”'],
      ['D3', '读作“95”'],
    ],
    rows: [{ indicator: 'P1' }, { indicator: 'S1', unit: '%', baseline: 80, target: 95 }],
  },
  '12b-targets-weight-percent.xlsx': {
    cleaned: [
      ['E2', '40'],
      ['E3', '60'],
    ],
    rows: [{ weight: 40 }, { weight: 60 }],
  },
  '13-targets-unit-yi-for-wan.xlsx': {
    warnings: [['B3', '不换算（折合万元应为基期 0、目标 12,000）']],
    rows: [{ indicator: 'P1' }, { indicator: 'B2', unit: '亿元', target: 1.2 }],
  },
  '14-targets-negative-baseline.xlsx': {
    rows: [{ indicator: 'P1' }, { indicator: 'B1', unit: '%', baseline: -3.2, target: 5 }],
  },
  '14b-targets-total-row.xlsx': { skipped: [['A4', '合计行']], rows: [{ indicator: 'P1' }, { indicator: 'S1' }] },
  '15-workbook-at-package-root.xlsx': { rows: firms(0, 1, 2) },
  '16-title-line-then-tabs.csv': {
    skipped: [['A1', '表头以上']],
    rows: names('㙍钅喆精密有限公司', '﨑𬭊新材料有限公司', '龘䶮机电有限公司'),
  },
  '17-hidden-row.xlsx': { warnings: [['A3', '已隐藏或被筛选']], rows: firms(0, 2) },
  '17b-filtered-row.xlsx': { warnings: [['A3', '已隐藏或被筛选']], rows: firms(0, 2) },
  '18-code-as-number.xlsx': { problems: [['A2', '尾数丢失']] },
  '19-industry-manufacturing.xlsx': { cleaned: [['C2', '读作“工业”']], rows: [{ industry: 'IND' }] },
}

const said = (remarks: readonly { cell: string; zh: string }[]) => remarks.map(({ cell, zh }) => [cell, zh])
const expected = (of: Said = []) => of.map(([cell, part]) => [cell, expect.stringContaining(part)])

it('has every file that people held', () => {
  expect(Object.keys(cases).sort()).toEqual(readdirSync(folder).sort())
})

it.each(Object.entries(cases))('%s', async (name, { rows, ...says }) => {
  const place = { filingId, section: name.includes('targets') ? 'targets' : 'enterprises' } as const
  const file = { name, content: readFileSync(join(folder, name)) }
  const { status, body } = await preview(manager, place, file)
  expect(status).toBe(200)
  expect({
    problems: said(body.problems),
    warnings: said(body.warnings),
    skipped: said(body.skipped),
    cleaned: said(body.cleaned),
  }).toEqual({
    problems: expected(says.problems),
    warnings: expected(says.warnings),
    skipped: expected(says.skipped),
    cleaned: expected(says.cleaned),
  })
  const answer = await importWorkbook(manager, place, file)
  if (!rows) {
    expect([answer.status, answer.body.error?.code]).toEqual([422, 'import.problems'])
    return
  }
  expect([answer.status, answer.body.imported]).toEqual([200, rows.length])
  const { sections } = await manager.done(course.showFiling, { params: { filingId } })
  const content = sections.find(({ section }) => section === place.section)?.content as PlanContent['enterprises']
  expect(content.rows).toMatchObject(rows)
})
