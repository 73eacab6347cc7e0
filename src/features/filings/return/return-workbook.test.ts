import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Park } from '../../../../database/demo/programme.ts'
import { payFor } from '../../../../tests/support/paid.ts'
import { acceptReturn, openReturn, servedPilot, showReturn, submitReturn } from '../../../../tests/support/returns.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'

import * as papers from '../papers/contract.ts'

let world: World
let park: Park
let q2 = ''
let q3 = ''
beforeAll(async () => {
  world = await startWorld()
  const served = await servedPilot(world)
  park = served.park
  world.setClock('2026-07-08')
  q2 = await openReturn(world, park, '2026Q2')
  await submitReturn(world, park, q2)
  await acceptReturn(world, q2, [{ indicator: 'P3', accepted: 1, reason: '一项佐证不完整' }])
  await payFor(world, park, served.late, '2026-06-28')
  world.setClock('2026-10-08')
  q3 = await openReturn(world, park, '2026Q3')
})
afterAll(() => world.stop())

const manager = () => world.as(`${park.name}·负责人`)

async function form(filingId: string, language: 'zh' | 'en' = 'zh') {
  const given = { params: { filingId }, search: { language } }
  const { status, raw, headers } = await (await manager()).call(papers.filingSheets, given)
  expect(status).toBe(200)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(raw as never)
  const page = book.worksheets[0]
  if (!page) throw new Error('no sheet')
  const lines: string[][] = []
  page.eachRow((row) => lines.push((row.values as unknown[]).slice(1).map((value) => String(value ?? ''))))
  return { page, lines, name: decodeURIComponent(String(headers['content-disposition'])) }
}

it('holds what the screen shows: head, 17 columns, accepted figures, signatures, version and code (G3.5)', async () => {
  const { page, lines, name } = await form(q2)
  const { rows, paperFoot } = await showReturn(world, q2, `${park.name}·负责人`)
  expect(name).toContain('嘉善归谷智造园-2026年二季度-绩效目标完成情况表.xlsx')
  const text = lines.map((line) => line.join('|')).join('\n')
  const parts = ['绩效目标完成情况表', '嘉善县', park.uscc, '5,000,000.00', '36,000.00', '2.4%', '填报人（签字）：']
  for (const part of parts) expect(text).toContain(part)
  expect(lines.find((line) => line[0] === '序号')).toHaveLength(17)
  const p3 = lines.find((line) => line[3] === '个性化服务完成项数')
  const row = rows.find((one) => one.indicator === 'P3')
  const said = '按记录为 2；2026年二季度核减 1：一项佐证不完整'
  const figures = [120, 60, 0, 1, 1, 1, 0.83, row?.gap, row?.proofs, row?.reason, 1, said]
  expect(p3?.slice(5)).toEqual(figures.map(String))
  expect(page.headerFooter.oddFooter).toContain(paperFoot?.zh)
  expect(page.pageSetup).toMatchObject({ orientation: 'landscape', paperSize: 9, fitToWidth: 1 })
})

it('is called by park, period and table, as a workbook and as a paper (G3.5)', async () => {
  const { headers } = await (await manager()).call(papers.filingWord, { params: { filingId: q2 } })
  expect(decodeURIComponent(String(headers['content-disposition']))).toContain(
    '嘉善归谷智造园-2026年二季度-绩效目标完成情况表.docx',
  )
})

it('puts a correction in a row of its own, and says of a draft that it is one (G3.5)', async () => {
  const { lines } = await form(q3)
  const corrections = lines.filter((line) => line[3] === '其中：对 2026年二季度 的更正')
  expect(corrections.map((line) => [line[10], line[14]])).toEqual([
    ['1', '2026年二季度 填报 1，按现有记录为 2'],
    ['1', '2026年二季度 填报 2，按现有记录为 3'],
    ['1.2', '2026年二季度 填报 2.4，按现有记录为 3.6'],
  ])
  const { page } = await form(q3, 'en')
  expect(page.headerFooter.oddFooter).toContain('Not issued, no code to verify')
})
