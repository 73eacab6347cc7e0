import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Client } from '../../../../database/demo/client.ts'
import { planOf } from '../../../../database/demo/course.ts'
import { makePdf } from '../../../../database/demo/photos.ts'
import { demoCounty } from '../../../../database/demo/programme.ts'
import { sampleUscc } from '../../../../database/demo/sample-plan.ts'
import {
  bytesOf,
  type Cell,
  confirmImport,
  heads,
  importWorkbook,
  markedCells,
  markedCopy,
  preview,
  sheetOf,
} from '../../../../tests/support/imports.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import type { PlanContent } from '../../../policy/plan/plan.ts'
import * as course from '../course/contract.ts'

type Section = 'targets' | 'enterprises'

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

const onPlan = () => ({ filingId })
const at = (section: Section) => ({ filingId, section })
const send = (section: Section, content: Buffer) => importWorkbook(manager, at(section), { content })
const account = async (section: Section, content: Buffer) => (await preview(manager, at(section), { content })).body

async function sectionOf<S extends Section>(section: S) {
  const { sections } = await manager.done(course.showFiling, { params: onPlan() })
  const found = sections.find((one) => one.section === section)
  if (!found) throw new Error(`no section ${section}`)
  return { ...found, content: found.content as PlanContent[S] }
}

it('counts the rows that have a problem beside those that were read: together they are all that the sheet has', async () => {
  const row = (no: number, staff: Cell): Cell[] => [sampleUscc(no), `企业${no}`, '工业', staff, 300, 400]
  const content = await sheetOf([heads, row(720, 20), row(721, '很多'), row(722, 20), row(722, 20)])
  const { body } = await preview(manager, at('enterprises'), { content })
  expect(body.problems.map(({ row: no }) => no)).toEqual(expect.arrayContaining([3]))
  const [sheet] = body.sheets
  const wrong = new Set(body.problems.map(({ row: no }) => no)).size
  expect(sheet).toEqual({ sheet: '试点企业', rows: 4 - wrong, unread: wrong })
})

it('says everything it would do and writes nothing, until the same account is confirmed with its warnings', async () => {
  const row = (no: number, name: string, staff: number, revenue: number): Cell[] => [
    sampleUscc(no),
    name,
    '工业',
    staff,
    revenue,
    400,
  ]
  expect(
    (await send('enterprises', await sheetOf([heads, row(710, '甲公司', 20, 300), row(711, '乙公司', 30, 200)])))
      .status,
  ).toBe(200)
  const before = await sectionOf('enterprises')
  const content = await sheetOf([heads, row(710, '甲公司', 20, 3_000_000), row(712, '丙公司', 0, 200)])
  const place = at('enterprises')
  const { status, body } = await preview(manager, place, { content })
  expect(status).toBe(200)
  expect(body).toMatchObject({ standing: 2, problems: [], sheets: [{ sheet: '试点企业', rows: 2 }] })
  expect(body.warnings.map(({ cell, column, value }) => [cell, column, value])).toEqual([
    ['E2', '营业收入(万元)', '3000000'],
    ['D3', '从业人员(人)', '0'],
  ])
  expect(body.warnings[0]?.zh).toContain('若表中金额为元，应填 300')
  expect(body.change).toMatchObject({ added: 1, changed: 1, removed: 1, unchanged: 0 })
  expect(body.change?.changes.map(({ kind, before, after }) => [kind, before.zh, after.zh.slice(0, 30)])).toEqual([
    ['changed', '300', '3000000'],
    ['removed', expect.stringContaining('乙公司'), ''],
    ['added', '', expect.stringContaining(sampleUscc(712))],
  ])
  expect(await sectionOf('enterprises')).toEqual(before)

  const accepted = { revision: before.revision, digest: body.digest, acceptedWarnings: 2 }
  const file = { name: '两处提醒.xlsx', content }
  const unread = await confirmImport(manager, place, file, { ...accepted, acceptedWarnings: 0 })
  expect([unread.status, unread.body.error?.code]).toEqual([422, 'import.warnings-not-accepted'])
  expect(unread.body.error?.fields.map(({ field }) => field)).toEqual(['试点企业!E2', '试点企业!D3'])
  const another = { content: await sheetOf([heads, row(710, '甲公司', 20, 3_000_001), row(712, '丙公司', 0, 200)]) }
  const changed = await confirmImport(manager, place, another, accepted)
  expect([changed.status, changed.body.error?.code]).toEqual([409, 'import.changed'])
  expect(await sectionOf('enterprises')).toEqual(before)

  const done = await confirmImport(manager, place, file, accepted)
  expect([done.status, done.body.imported]).toEqual([200, 2])
  const after = await sectionOf('enterprises')
  expect(after.content.rows.map(({ name, revenueWan }) => [name, revenueWan])).toEqual([
    ['甲公司', 3_000_000],
    ['丙公司', 200],
  ])
  expect(after.content.rows[0]?.id).toBe(before.content.rows[0]?.id)
  const [event] = await world.sql<{ accepted: string[] }>(
    `select jsonb_path_query_array(after, '$.acceptedWarnings[*].cell') as accepted
       from audit_events where kind = 'filing.section-imported' and after->>'fileName' = '两处提醒.xlsx'`,
  )
  expect(event?.accepted).toEqual(['试点企业!E2', '试点企业!D3'])
})

it("tells a unit that is not the indicator's, takes percentages where they fit, and growth below zero alone", async () => {
  const titles = ['绩效指标', '单位', '基期值', '目标值', '权重']
  const list = (...rows: Cell[][]) => sheetOf([titles, ...rows], '绩效目标清单')
  const told = await account('targets', await list(['B2', '亿元', 0, 1.2, '40%'], ['S1', '％', '80%', '95 %', '60%']))
  expect(told.problems).toEqual([])
  expect(told.warnings.map(({ cell, zh }) => [cell, zh])).toEqual([
    ['B2', expect.stringContaining('折合万元应为基期 0、目标 12,000')],
  ])
  expect((await send('targets', await list(['B1', null, '-3.2%', 5, 100]))).status).toBe(200)
  const growing = await sectionOf('targets')
  expect(growing.content.rows[0]).toMatchObject({ unit: '%', baseline: -3.2, target: 5, weight: 100 })
  const checked = await manager.done(course.checkFiling, { params: onPlan() })
  expect(checked.gaps.filter(({ section, severity }) => section === 'targets' && severity === 'error')).toEqual([])
  const wrong = await account(
    'targets',
    await list(['P1', null, -1, '30%', 40], ['B1', null, -3, -1, 30], ['B2', null, '2万元', '1.2亿元', 30]),
  )
  expect(wrong.problems.map(({ cell }) => cell)).toEqual(['C2', 'D2', 'D3', 'D4'])
  expect(wrong.change).toBeNull()
})

it('says of a paper or a picture chosen by mistake that it is no table', async () => {
  const name = '方案.pdf'
  const content = makePdf({ title: '方案', lines: ['一'] })
  for (const answer of [
    await preview(manager, at('targets'), { name, content }),
    await markedCopy(manager, at('targets'), { name, content }),
  ]) {
    expect([answer.status, answer.body.error?.code, answer.body.error?.zh]).toEqual([
      422,
      'import.not-a-table',
      '“方案.pdf”是 PDF 文档，不是表格，请选择 .xlsx 或 .csv 文件。',
    ])
  }
})

it('hands out the sheet with its problems and warnings written into it; put right, it is imported', async () => {
  const content = await sheetOf([
    heads,
    [sampleUscc(720), '甲公司', '工业', '二十', 300, 400],
    [sampleUscc(721), '乙公司', '工业', 0, 300, 400],
  ])
  const copy = await markedCopy(manager, at('enterprises'), { name: '企业.xlsx', content })
  expect(copy.status).toBe(200)
  expect(decodeURIComponent(String(copy.headers['content-disposition']))).toContain('企业-标注副本.xlsx')
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(copy.raw as unknown as ExcelJS.Buffer)
  const sheet = workbook.getWorksheet('试点企业')
  if (!sheet) throw new Error('no sheet')
  expect(markedCells(sheet)).toEqual(['A2', 'D2', 'D3'])
  sheet.getCell('D2').value = 20
  const mended = await bytesOf(sheet)
  expect((await account('enterprises', mended)).problems).toEqual([])
  expect((await send('enterprises', mended)).body.imported).toBe(2)
  expect((await sectionOf('enterprises')).content.rows.map(({ staff }) => staff)).toEqual([20, 0])
})
