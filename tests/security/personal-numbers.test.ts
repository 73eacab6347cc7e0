import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { planOf } from '../../database/demo/course.ts'
import { type County, demoCounty, draftPlan } from '../../database/demo/programme.ts'
import { samplePlan } from '../../database/demo/sample-plan.ts'
import * as activities from '../../src/features/delivery/activities/contract.ts'
import * as payments from '../../src/features/delivery/payments/contract.ts'
import * as course from '../../src/features/filings/course/contract.ts'
import * as pilots from '../../src/features/programme/pilots/contract.ts'
import * as units from '../../src/features/programme/units/contract.ts'
import type { PlanContent } from '../../src/policy/plan/plan.ts'
import { importWorkbook, preview } from '../support/imports.ts'
import { personal, unproven, wholeDatabase, written } from '../support/personal-numbers.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
let county: County
let filingId = ''
const said: string[] = []
beforeAll(async () => {
  const keep = (text: string | Uint8Array) => said.push(String(text)) > 0
  vi.spyOn(process.stderr, 'write').mockImplementation(keep)
  vi.spyOn(process.stdout, 'write').mockImplementation(keep)
  world = await startWorld()
  county = await demoCounty(world)
  await draftPlan(world, county.first)
  filingId = await planOf(await manager(), county.first.pilotId)
})
afterAll(async () => {
  vi.restoreAllMocks()
  await world.stop()
})

const manager = () => world.as('嘉善归谷智造园·负责人')
const officer = () => world.as('嘉善归谷智造园·服务专员')

type Door = (number: string) => Promise<{ status: number; body: unknown }>

async function section<S extends keyof PlanContent>(name: S, change: (content: PlanContent[S]) => PlanContent[S]) {
  const client = await manager()
  const view = await client.done(course.showFiling, { params: { filingId } })
  const found = view.sections.find((one) => one.section === name)
  const content = change(samplePlan(county.first.name)[name])
  const body = { revision: found?.revision ?? 0, content }
  return client.call(course.saveFilingSection, { params: { filingId, section: name }, body })
}

const first = <Row>(rows: readonly Row[], change: object): Row[] =>
  rows.map((row, at) => (at === 0 ? { ...row, ...change } : row))

const doors: Record<string, Door> = {
  'a unit': async (uscc) =>
    (await world.administrator()).call(units.registerUnit, {
      body: { kind: 'park', parentId: county.countyId, name: '新园', uscc },
    }),
  'a park that is admitted': async (uscc) =>
    (await world.as('省经信厅·处室')).call(pilots.admitPilot, {
      body: {
        batchId: county.first.batchId,
        newPark: { parentId: county.countyId, name: '新园', uscc },
        awardFen: 1_000_000_000,
      },
    }),
  'a pilot enterprise': (uscc) => section('enterprises', ({ rows }) => ({ rows: first(rows, { uscc }) })),
  'a partner agency': (uscc) =>
    section('agencies', (content) => ({ ...content, agencies: first(content.agencies, { uscc }) })),
  'a related party': (uscc) =>
    section('agencies', (content) => ({ ...content, agencies: first(content.agencies, { relatedTo: [uscc] }) })),
  'the agency of a product': (agencyUscc) =>
    section('agencies', (content) => ({ ...content, products: first(content.products, { agencyUscc }) })),
  'an attendee': async (uscc) =>
    (await officer()).call(activities.recordActivity, {
      params: { pilotId: county.first.pilotId },
      body: {
        kind: 'policy-briefing',
        title: '政策宣讲',
        heldOn: '2026-03-20',
        place: '',
        attendees: [{ uscc, name: '甲公司', people: 1 }],
        papers: [],
      },
    }),
  'the seller of an invoice': async (sellerUscc) =>
    (await world.as('嘉善归谷智造园·资金专员')).call(payments.recordInvoice, {
      params: { serviceId: county.first.pilotId },
      body: {
        code: '',
        number: '26337000000000000001',
        sellerUscc,
        sellerName: '甲公司',
        buyerUscc: sellerUscc,
        buyerName: '乙公司',
        issuedOn: '2026-03-20',
        sumFen: 1,
        fileId: county.first.pilotId,
      },
    }),
  'a workbook': async (uscc) => {
    const sheet = new ExcelJS.Workbook().addWorksheet('试点企业')
    sheet.addRow(['统一社会信用代码', '名称', '行业', '从业人员(人)', '营业收入(万元)', '资产总额(万元)'])
    sheet.addRow([uscc, '甲公司', '制造业', 20, 300, 400])
    const client = await manager()
    const content = Buffer.from(await sheet.workbook.xlsx.writeBuffer())
    const place = { filingId, section: 'enterprises' }
    const told = await preview(client, place, { content })
    const { status, body } = await importWorkbook(client, place, { content })
    return { status, body: [told.body, body] }
  },
}

it.each(Object.keys(doors))(
  'a resident’s number is refused as the code of %s, and kept and said nowhere',
  async (door) => {
    for (const number of [personal, written, personal.replace('99', '９９'), unproven]) {
      const { status, body } = (await doors[door]?.(number)) ?? {}
      expect(status).toBe(422)
      const told = JSON.stringify(body)
      expect(told).toContain('居民身份证')
      for (const secret of [personal, written, unproven, personal.slice(6)]) expect(told).not.toContain(secret)
    }
    const kept = (await wholeDatabase(world)) + said.join('')
    expect(kept).toContain('嘉善归谷智造园')
    for (const secret of [personal, written.trim(), unproven, personal.slice(6, 14), unproven.slice(4)])
      expect(kept).not.toContain(secret)
  },
)

const insert = `insert into units (id, kind, name, parent_id, scope, uscc, valid_from)
    values ('0198a000-0000-7000-8000-000000000001', 'enterprise', '甲', $1, '33/x/', $2, '2026-01-01')`

it('is refused by the database, too, unless the licence of a firm proves it', async () => {
  for (const number of [personal, unproven]) {
    await expect(world.sql(insert, [county.first.parkId, number])).rejects.toThrow('units_no_personal_number')
  }
})

it('the database refuses a code with a letter that no credit code has (GB 32100)', async () => {
  for (const letter of 'IOSVZ') {
    const code = `9133042${letter}MA2910450G`
    await expect(world.sql(insert, [county.first.parkId, code])).rejects.toThrow('units_uscc_letters')
  }
})
