import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as play from '../../../../database/demo/evaluations.ts'
import { approvedPilot, type County } from '../../../../database/demo/programme.ts'
import { servedPilot } from '../../../../tests/support/returns.ts'
import { readWord } from '../../../../tests/support/word.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import { formatPoints, signedPoints } from '../../../policy/evaluation/rational.ts'
import * as contract from './overview-contract.ts'

const economy = '嘉善县经信局·经办'
const kind = 'mid-term-evaluation' as const

let world: World
let county: County
beforeAll(async () => {
  world = await startWorld()
  county = await servedPilot(world)
  const { first, second } = county
  await approvedPilot(world, second)
  world.setClock('2027-01-20')
  for (const [park, judging] of [
    [second, play.poorly],
    [first, play.fully],
  ] as const)
    await play.agree(world, park, await play.toldEvaluation(world, park, play.midTerm, '2026-12-31', judging))
})
afterAll(() => world.stop())

const search = () => ({ batchId: county.batchId, kind })
const compare = async (who = economy) => (await world.as(who)).done(contract.compareEvaluations, { search: search() })

it('has nothing to compare before a result is in force, and says how far each is', async () => {
  const { rows, grades, pilots, items } = await compare()
  const told = { state: 'told', rank: null, points: null, why: [] }
  expect(rows).toMatchObject([told, told])
  expect(grades.reduce((sum, { count }) => sum + count, 0)).toBe(0)
  expect(items.filter(({ spread }) => spread !== null)).toEqual([])
  expect(pilots).toBe(2)
})

it('ranks the results in force, with the items in which they differ most', async () => {
  await play.reportMidTerm(world, county)
  const { rows, grades, parts, items } = await compare()
  expect(rows.map(({ rank, parkName }) => [rank, parkName])).toEqual([
    [1, county.first.name],
    [2, county.second.name],
  ])
  const [better = 0, worse = 0] = rows.map(({ points }) => points ?? 0)
  expect(better).toBeGreaterThan(worse)
  expect(grades.reduce((sum, { count }) => sum + count, 0)).toBe(2)
  for (const part of parts) expect(part.spread?.count).toBe(2)
  // Nobody checked the evidence: its 8 points of this part's 35 were not to be had.
  const work = parts.find(({ id }) => id === 'work')
  expect(items.find(({ id }) => id === 'evidence')).toMatchObject({ spread: null, sharePercent: null })
  expect(work?.sharePercent).toBeCloseTo((((work?.spread?.least ?? 0) + (work?.spread?.most ?? 0)) / 54_00) * 100, 2)
  for (const { spread } of items) if (spread) expect(spread.mean).toBe(Math.round((spread.least + spread.most) / 2))
  const [best, last] = rows
  expect(best?.why).toHaveLength(3)
  expect(best?.why[0]?.difference).toBeGreaterThan(0)
  expect(last?.why[0]?.difference).toBe(-(best?.why[0]?.difference ?? 0))
})

it('is not for parks, and shows a bureau its own area alone', async () => {
  const park = await (await world.as(`${county.second.name}·负责人`)).call(contract.compareEvaluations, {
    search: search(),
  })
  expect(park.body.error?.code).toBe('common.not-permitted')
  expect((await compare('海宁市经信局·经办')).rows).toEqual([])
  expect((await compare('省经信厅·处室')).rows).toEqual((await compare()).rows)
})

it('comes as Word and as Excel with the figures of the screen', async () => {
  const client = await world.as('省经信厅·处室')
  const { grades, rows, items, parts } = await compare('省经信厅·处室')
  const asked = { search: { ...search(), language: 'zh' as const } }
  const word = await client.call(contract.comparisonWord, asked)
  expect(decodeURIComponent(String(word.headers['content-disposition']))).toContain('中期绩效评价结果对比.docx')
  const { tables, feet } = await readWord(word.raw)
  expect(feet).toContain('未出具，无验证码')
  expect(tables[0]?.slice(1, -1).map(([name, count]) => [name, Number(count)])).toEqual(
    grades.map(({ name, count }) => [name.zh, count]),
  )
  expect(tables[3]?.slice(1)).toEqual(
    rows.map(({ rank, parkName, countyName, points, grade, why }) => [
      String(rank),
      parkName,
      countyName,
      formatPoints(points ?? 0),
      grade?.zh,
      '',
      why.map(({ name, difference }) => `${name.zh} ${signedPoints(difference)}`).join('；'),
    ]),
  )
  const workbook = new ExcelJS.Workbook()
  const { raw } = await client.call(contract.comparisonSheets, asked)
  await workbook.xlsx.load(raw as unknown as ArrayBuffer)
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(['等次分布', '各部分得分', '各项目得分', '排名'])
  const meansIn = (sheet: string, names: readonly string[]) => {
    const means = new Map<string, unknown>()
    workbook.getWorksheet(sheet)?.eachRow((row) => void means.set(String(row.getCell(1).value), row.getCell(4).value))
    return names.map((name) => means.get(name))
  }
  for (const [sheet, shown] of [
    ['各部分得分', parts],
    ['各项目得分', items],
  ] as const)
    expect(
      meansIn(
        sheet,
        shown.map(({ name }) => name.zh),
      ),
    ).toEqual(shown.map(({ spread }) => (spread ? spread.mean / 100 : null)))
})

it('is no paper where there is nothing to compare', async () => {
  const client = await world.as('海宁市经信局·经办')
  const asked = { search: { ...search(), language: 'zh' as const } }
  for (const paper of [contract.comparisonWord, contract.comparisonSheets])
    expect((await client.call(paper, asked)).status).toBe(404)
})
