import ExcelJS from 'exceljs'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Client, Refused } from '../../../../database/demo/client.ts'
import { planOf } from '../../../../database/demo/course.ts'
import { type County, demoCounty, draftPlan, submitPlan } from '../../../../database/demo/programme.ts'
import { sampleUscc } from '../../../../database/demo/sample-plan.ts'
import {
  bytesOf,
  confirmImport,
  heads,
  importWorkbook,
  markedCopy,
  preview,
  sheetOf,
} from '../../../../tests/support/imports.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import type { PlanContent, PlanSection } from '../../../policy/plan/plan.ts'
import * as course from '../course/contract.ts'
import * as contract from './contract.ts'

type Section = 'targets' | 'enterprises'
type Answer = { status: number; body: Partial<Refused> & { revision?: number; imported?: number } }

let world: World
let county: County
let filingId = ''
let manager: Client
beforeAll(async () => {
  world = await startWorld()
  county = await demoCounty(world)
  filingId = await planOf(await world.as('嘉善归谷智造园·负责人'), county.first.pilotId)
})
afterAll(() => world.stop())
beforeEach(async () => {
  manager = await world.as('嘉善归谷智造园·负责人')
})

const onPlan = () => ({ filingId })

async function sectionOf<S extends PlanSection>(section: S) {
  const plan = await manager.done(course.showFiling, { params: onPlan() })
  const found = plan.sections.find((one) => one.section === section)
  if (!found) throw new Error(`no section ${section}`)
  return { ...found, content: found.content as PlanContent[S] }
}

const at = (section: Section) => ({ ...onPlan(), section })

async function send(section: Section, content: Buffer, { name = '导入.xlsx', client = manager } = {}): Promise<Answer> {
  return importWorkbook(client, at(section), { name, content })
}

async function template(section: Section, language: 'zh' | 'en' = 'zh'): Promise<ExcelJS.Worksheet> {
  const answer = await manager.call(contract.planTemplate, { params: { ...onPlan(), section }, search: { language } })
  expect(answer.status).toBe(200)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(answer.raw as unknown as ExcelJS.Buffer)
  return workbook.worksheets[0] as ExcelJS.Worksheet
}

/** GB18030, as Excel and WPS save CSV in Chinese Windows. */
function gbk(text: string): Buffer {
  const decoder = new TextDecoder('gb18030')
  const codes = new Map<string, number[]>()
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) codes.set(decoder.decode(Uint8Array.of(high, low)), [high, low])
  }
  return Buffer.from(
    [...text].flatMap((letter) => (letter < '\x80' ? [letter.charCodeAt(0)] : (codes.get(letter) ?? []))),
  )
}

it('makes the template from the indicators of the edition and reads it back, filled in', async () => {
  const sheet = await template('targets')
  expect(String(sheet.getCell('A2').value)).toBe('P1 精准服务试点企业数')
  const given = sheet.rowCount - 1
  for (let row = 2; row <= sheet.rowCount; row++) {
    sheet.getCell(row, 3).value = 1
    sheet.getCell(row, 4).value = '1,234.5'
  }
  sheet.getCell('B2').value = null
  const answer = await send('targets', await bytesOf(sheet))
  expect(answer).toMatchObject({ status: 200, body: { imported: given } })
  const { content, editedByName } = await sectionOf('targets')
  expect(content.rows).toHaveLength(given)
  expect(content.rows[0]).toMatchObject({ indicator: 'P1', unit: '家', baseline: 1, target: 1234.5, weight: 8 })
  expect(editedByName).toBe('嘉善归谷智造园·负责人')
})

it('takes indicators by code or by name in either language, and keeps the identity of a row that was there', async () => {
  const before = await sectionOf('targets')
  const sheet = await template('targets', 'en')
  expect(String(sheet.getCell('A1').value)).toContain('Indicator'.slice(0, 5))
  const file = await sheetOf(
    [
      ['绩效指标', '基期值', '目标值', '权重'],
      ['企业全面诊断数', 0, 30, '40'],
      ['p1', 0, 31, 60],
    ],
    '目标',
  )
  expect((await send('targets', file)).body.imported).toBe(2)
  const after = await sectionOf('targets')
  expect(after.content.rows.map((row) => [row.indicator, row.target])).toEqual([
    ['P2', 30],
    ['P1', 31],
  ])
  expect(after.content.rows[1]?.id).toBe(before.content.rows[0]?.id)
})

it('names every problem at once by sheet, row and column, and imports nothing', async () => {
  const before = await sectionOf('enterprises')
  const file = await sheetOf([
    heads,
    [sampleUscc(700), '甲公司', '工业', 20, 300, 400],
    ['91330421MA200000X0', '乙公司', '采矿', 20, 300, 400],
    [sampleUscc(700), '', '工业', '二十', -1, 400],
  ])
  const answer = await send('enterprises', file)
  expect(answer.status).toBe(422)
  expect(answer.body.error?.code).toBe('import.problems')
  expect(answer.body.error?.fields.map((one) => one.field)).toEqual([
    '试点企业!A3',
    '试点企业!C3',
    '试点企业!A4',
    '试点企业!B4',
    '试点企业!D4',
    '试点企业!E4',
  ])
  expect(answer.body.error?.fields.every((one) => one.zh !== '' && one.en !== '')).toBe(true)
  expect(await sectionOf('enterprises')).toEqual(before)
})

it('reads a CSV in GBK', async () => {
  const lines = [heads, [sampleUscc(701), '嘉善第一精密件厂', '工业', '21', '1,500.25', '900']]
  const answer = await send(
    'enterprises',
    gbk(lines.map((line) => line.map((cell) => `"${cell}"`).join(',')).join('\r\n')),
    {
      name: '试点企业.csv',
    },
  )
  expect(answer).toMatchObject({ status: 200, body: { imported: 1 } })
  const { content } = await sectionOf('enterprises')
  expect(content.rows[0]).toMatchObject({ name: '嘉善第一精密件厂', industry: 'IND', staff: 21, revenueWan: 1500.25 })
  const filled = await template('enterprises')
  expect(filled.getRow(2).values).toEqual([undefined, sampleUscc(701), '嘉善第一精密件厂', '工业', 21, 1500.25, 900])
})

it('refuses what is too long, broken or no workbook, with a sentence and nothing written', async () => {
  const before = await sectionOf('enterprises')
  const row = (no: number) => [sampleUscc(no), `企业${no}`, '工业', 20, 300, 400]
  const long = await send(
    'enterprises',
    await sheetOf([heads, ...Array.from({ length: 501 }, (_, i) => row(1000 + i))]),
  )
  expect([long.status, long.body.error?.code]).toEqual([422, 'import.too-many-rows'])
  const huge = gbk([heads.join(','), ...Array.from({ length: 50_000 }, () => 'x,y,z,1,2,3')].join('\n'))
  const endless = await send('enterprises', huge, { name: '五万行.csv' })
  expect([endless.status, endless.body.error?.code]).toEqual([422, 'workbook.too-many-rows'])
  const whole = await sheetOf([heads, row(1)])
  const broken = await send('enterprises', whole.subarray(0, Math.floor(whole.length / 2)))
  expect(broken.status).toBe(422)
  const script = await send('enterprises', Buffer.from('#!/bin/sh\necho 1'))
  expect([script.status, script.body.error?.code]).toEqual([422, 'file.type-refused'])
  for (const { body } of [long, endless, broken, script]) expect(body.error?.fields[0]?.field).toBe('file')
  expect(await sectionOf('enterprises')).toEqual(before)
})

it('is stale after a colleague saved, and names the colleague', async () => {
  const before = await sectionOf('enterprises')
  const officer = await world.as('嘉善归谷智造园·服务专员')
  await officer.done(course.saveFilingSection, {
    params: { ...onPlan(), section: 'enterprises' },
    body: { revision: before.revision, content: { rows: [] } },
  })
  const content = await sheetOf([heads, [sampleUscc(702), '丙公司', '工业', 20, 300, 400]])
  const stale = { content, revision: before.revision }
  const accepted = { revision: before.revision, digest: '0'.repeat(64), acceptedWarnings: 0 }
  for (const answer of [
    await preview(manager, at('enterprises'), stale),
    await confirmImport(manager, at('enterprises'), stale, accepted),
  ]) {
    expect(answer.status).toBe(409)
    expect(answer.body.error?.facts.editor).toBe('嘉善归谷智造园·服务专员')
  }
  expect((await sectionOf('enterprises')).content.rows).toEqual([])
})

it('is for the park alone, and for an open section', async () => {
  const file = await sheetOf([heads, [sampleUscc(703), '丁公司', '工业', 20, 300, 400]])
  const bureau = await world.as('嘉善县经信局·经办')
  const refused = await preview(bureau, at('enterprises'), { content: file, revision: 0 })
  expect(refused.body.error).toMatchObject({ code: 'filing.not-the-preparer', clause: 'G3.1' })
  const foreign = await world.as('海宁皮革时尚园·负责人')
  const accepted = { revision: 0, digest: '0'.repeat(64), acceptedWarnings: 0 }
  expect((await preview(foreign, at('enterprises'), { content: file, revision: 0 })).status).toBe(404)
  expect((await confirmImport(foreign, at('enterprises'), { content: file }, accepted)).status).toBe(404)
  expect((await markedCopy(foreign, at('enterprises'), { content: file })).status).toBe(404)
  const elsewhere = await preview(manager, { ...onPlan(), section: 'services' }, { content: file })
  expect([elsewhere.status, elsewhere.body.error?.code]).toEqual([404, 'common.not-found'])
  const template = { params: { ...onPlan(), section: 'targets' as const } }
  expect((await foreign.call(contract.planTemplate, template)).status).toBe(404)
  await draftPlan(world, county.first)
  await submitPlan(world, county.first)
  const closed = await send('enterprises', file)
  expect([closed.status, closed.body.error?.clause]).toEqual([422, 'G3.1'])
})

it('leaves a record of what was imported from which file', async () => {
  const events = await world.sql<{ fileName: string; rows: number }>(
    `select after->>'fileName' as "fileName", jsonb_array_length(after->'content'->'rows') as rows
       from audit_events where kind = 'filing.section-imported'`,
  )
  expect(events).toContainEqual({ fileName: '试点企业.csv', rows: 1 })
})
