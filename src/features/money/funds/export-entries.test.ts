import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { County, Park } from '../../../../database/demo/programme.ts'
import { fundedPilot } from '../../../../tests/support/funded.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as contract from './contract.ts'

let world: World
let county: County & { park: Park }
beforeAll(async () => {
  world = await startWorld()
  county = await fundedPilot(world)
})
afterAll(() => world.stop())

async function workbook(search: { kind?: 'release'; language?: 'zh' | 'en' }) {
  const client = await world.as('嘉善县财政局·经办')
  const answer = await client.call(contract.exportEntries, { params: { pilotId: county.park.pilotId }, search })
  expect(answer.status).toBe(200)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(answer.raw as never)
  const [sheet, about] = book.worksheets
  const rows: unknown[][] = []
  sheet?.eachRow((row) => void rows.push((row.values as unknown[]).slice(1)))
  return { sheet, rows, about }
}

it('writes every posting of the filtered ledger, debits equal to credits, money as numbers', async () => {
  const { rows } = await workbook({})
  const [head, ...below] = rows
  const postings = below.slice(0, -1)
  expect(head?.slice(0, 5)).toEqual(['记账日期', '类型', '科目', '借', '贷'])
  expect(postings).toHaveLength(2 + 2 + 11 + 2)
  const sum = (at: number) => postings.reduce((total, row) => total + Math.round(Number(row[at] ?? 0) * 100), 0)
  expect(sum(3)).toBe(sum(4))
  expect(sum(3)).toBe(2 * 150_000_000 + 2 * 500_000_000)
  expect(below.at(-1)?.slice(2, 5)).toEqual(['合计', sum(3) / 100, sum(4) / 100])
})

it('writes exactly the rows of the filter, in the reader’s language', async () => {
  const { rows, about } = await workbook({ kind: 'release', language: 'en' })
  expect(rows).toHaveLength(4)
  expect(rows[3]?.slice(2, 5)).toEqual(['Total', 1_500_000, 1_500_000])
  expect(rows[1]?.slice(1, 5)).toEqual(['Release', 'money not yet disbursed', undefined, 1_500_000])
  const said = JSON.stringify(about?.getSheetValues())
  expect(said).toMatch(/"Exported at \(China time\)","\d{4}-\d\d-\d\d \d\d:\d\d"/)
  for (const word of ['嘉善县财政局·经办', '嘉善归谷智造园', 'Release']) expect(said).toContain(word)
})

it('opens for no foreign county and for nobody without a sign-in', async () => {
  const params = { pilotId: county.park.pilotId }
  expect((await (await world.as('海宁市财政局·经办')).call(contract.exportEntries, { params })).status).toBe(404)
  expect((await world.stranger().call(contract.exportEntries, { params })).status).toBe(401)
})
