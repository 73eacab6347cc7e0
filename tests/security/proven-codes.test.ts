import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Client } from '../../database/demo/client.ts'
import { planOf } from '../../database/demo/course.ts'
import { makePdf } from '../../database/demo/photos.ts'
import { type County, demoCounty } from '../../database/demo/programme.ts'
import { samplePlan, sampleUscc } from '../../database/demo/sample-plan.ts'
import * as activities from '../../src/features/delivery/activities/contract.ts'
import * as course from '../../src/features/filings/course/contract.ts'
import * as pilots from '../../src/features/programme/pilots/contract.ts'
import * as units from '../../src/features/programme/units/contract.ts'
import type { PlannedEnterprise } from '../../src/policy/plan/plan.ts'
import { hasValidOrganisationCode, isPersonalNumber, judgeUscc } from '../../src/shared/uscc.ts'
import { startWorld, type World } from '../support/world.ts'

/** Right by GB 11714 and wrong by GB 32100, as some firms of before 2016 are. */
const old = '91330421MA2RQ7K976'
/** Reads as a resident's number that nobody bears, and right by GB 11714: one such number in eleven is. */
const twin = Array.from({ length: 11_000 }, (_, i) => {
  const last = '0123456789X'.charAt(i % 11)
  return `99019918991230${String(Math.floor(i / 11)).padStart(3, '0')}${last}`
}).find((number) => isPersonalNumber(number) && hasValidOrganisationCode(number))

let world: World
let county: County
let manager: Client
let filingId = ''
beforeAll(async () => {
  world = await startWorld()
  county = await demoCounty(world)
  manager = await world.as('嘉善归谷智造园·负责人')
  filingId = await planOf(manager, county.first.pilotId)
})
afterAll(() => world.stop())

const licenceOf = async (client: Client) => ({
  fileId: await client.upload('营业执照.pdf', makePdf({ title: '营业执照', lines: [old] })),
  name: '营业执照.pdf',
})

async function saveFirst(change: Partial<PlannedEnterprise>) {
  const view = await manager.done(course.showFiling, { params: { filingId } })
  const revision = view.sections.find((one) => one.section === 'enterprises')?.revision ?? 0
  const { rows } = samplePlan(county.first.name).enterprises
  const content = { rows: rows.map((row, at) => (at === 0 ? { ...row, ...change } : row)) }
  return manager.call(course.saveFilingSection, {
    params: { filingId, section: 'enterprises' },
    body: { revision, content },
  })
}

const gapsOfCode = async () =>
  (await manager.done(course.checkFiling, { params: { filingId } })).gaps
    .filter(({ field }) => field === 'rows.0.uscc')
    .map(({ severity, clause }) => ({ severity, clause }))

const stored = async () => {
  const view = await manager.done(course.showFiling, { params: { filingId } })
  const content = view.sections.find((one) => one.section === 'enterprises')?.content
  return (content as { rows: PlannedEnterprise[] }).rows[0]
}

it('a code that GB 11714 alone finds right waits in the plan for its licence, which stays on record', async () => {
  expect((await saveFirst({ uscc: ` ${old.toLowerCase()}\u200b` })).status).toBe(200)
  expect((await stored())?.uscc).toBe(old)
  expect(await gapsOfCode()).toEqual([{ severity: 'error', clause: 'G1.3' }])
  const licence = await licenceOf(manager)
  expect((await saveFirst({ uscc: old, licence })).status).toBe(200)
  expect(await gapsOfCode()).toEqual([{ severity: 'warning', clause: 'G1.3' }])
  expect((await stored())?.licence).toEqual(licence)
  const [file] = await world.sql<{ bound: boolean }>('select bound from files where id = $1', [licence.fileId])
  expect(file?.bound).toBe(true)
})

it('a code that reads as a resident’s number is taken with the licence alone', async () => {
  expect(judgeUscc(twin ?? '')).toBe('unproven-resident')
  expect((await saveFirst({ uscc: twin ?? '' })).status).toBe(422)
  expect((await saveFirst({ uscc: twin ?? '', licence: await licenceOf(manager) })).status).toBe(200)
  expect(await gapsOfCode()).toEqual([{ severity: 'warning', clause: 'G1.3' }])
})

it('a park is registered and admitted with its licence, or not at all', async () => {
  const admin = await world.administrator()
  const body = { kind: 'park' as const, parentId: county.countyId, name: '老码园', uscc: old }
  const bare = await admin.call(units.registerUnit, { body })
  expect(bare.body.error).toMatchObject({ code: 'unit.uscc-unproven', fields: [{ field: 'uscc' }] })
  const licence = await licenceOf(admin)
  const unit = await admin.done(units.registerUnit, { body: { ...body, licence } })
  const [row] = await world.sql('select uscc, uscc_proof from units where id = $1', [unit.unitId])
  expect(row).toEqual({ uscc: old, uscc_proof: licence.fileId })

  const economy = await world.as('省经信厅·处室')
  const newPark = { parentId: county.countyId, name: '另一老码园', uscc: `${old.slice(0, 17)}7` }
  const admit = (more: object) =>
    economy.call(pilots.admitPilot, {
      body: { batchId: county.first.batchId, awardFen: 500_000_000, newPark: { ...newPark, ...more } },
    })
  expect((await admit({})).body.error).toMatchObject({
    code: 'unit.uscc-unproven',
    fields: [{ field: 'newPark.uscc' }],
  })
  expect((await admit({ licence: await licenceOf(economy) })).status).toBe(200)
})

it('an attendee is taken with its licence, and afterwards without', async () => {
  const officer = await world.as('嘉善归谷智造园·服务专员')
  const record = (attendee: object, heldOn: string) =>
    officer.call(activities.recordActivity, {
      params: { pilotId: county.first.pilotId },
      body: {
        kind: 'policy-briefing',
        title: '政策宣讲',
        heldOn,
        place: '',
        attendees: [
          { uscc: sampleUscc(7), name: '甲公司', people: 1 },
          { uscc: old, name: '乙公司', people: 1, ...attendee },
        ],
        papers: [],
      },
    })
  expect((await record({}, '2026-03-20')).body.error).toMatchObject({
    code: 'unit.uscc-unproven',
    clause: 'G1.2',
    fields: [{ field: 'attendees.1.uscc' }],
  })
  expect((await record({ licence: await licenceOf(officer) }, '2026-03-20')).status).toBe(200)
  expect((await record({}, '2026-03-21')).status).toBe(200)
})
