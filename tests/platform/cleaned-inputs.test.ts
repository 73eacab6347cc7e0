import { afterAll, beforeAll, expect, it } from 'vitest'
import { openOf, planOf } from '../../database/demo/course.ts'
import { demoPassword } from '../../database/demo/password.ts'
import type { County, Park } from '../../database/demo/programme.ts'
import { samplePlan } from '../../database/demo/sample-plan.ts'
import * as activities from '../../src/features/delivery/activities/contract.ts'
import * as services from '../../src/features/delivery/services/contract.ts'
import * as course from '../../src/features/filings/course/contract.ts'
import * as accounts from '../../src/features/programme/accounts/contract.ts'
import * as units from '../../src/features/programme/units/contract.ts'
import { signIn } from '../../src/shared/session.ts'
import { fundedPilot } from '../support/funded.ts'
import { enterprisesOf, serviceAt } from '../support/services.ts'
import { startWorld, type World } from '../support/world.ts'

// The same thing typed, pasted from a PDF and sent by a machine is stored as one value, and found by any of them.

let world: World
let county: County & { park: Park }
let park: Park
let filingId = ''
beforeAll(async () => {
  world = await startWorld()
  county = await fundedPilot(world)
  park = county.park
})
afterAll(() => world.stop())

/** As a PDF gives it: marks that nobody sees, odd spaces, full width. */
const noisy = (text: string) => `\u200e　${[...text].join('\u200b')}\u00a0\ufeff`
const wide = (text: string) => text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))
const ways: [string, (text: string) => string][] = [
  ['as it is', (text) => text],
  ['with marks that nobody sees', noisy],
  ['in full width', wide],
  ['broken over two lines', (text) => `${text.slice(0, 2)}_x000D_\n${text.slice(2)}`],
]

it.each(ways)('the name of a unit, %s', async (way, written) => {
  const admin = await world.administrator()
  const name = `新园${ways.findIndex(([one]) => one === way)}A（长三角）`
  const body = { kind: 'park' as const, parentId: county.countyId, name: written(name) }
  expect((await admin.done(units.registerUnit, { body })).name).toBe(name)
  const again = await admin.call(units.registerUnit, { body: { ...body, name: noisy(name) } })
  expect(again.body.error).toMatchObject({ code: 'unit.name-taken', fields: [{ field: 'name' }] })
})

it.each(ways)('the name somebody signs in with and is looked for by, %s', async (_, written) => {
  const name = `${park.name}·负责人`
  const body = { name: written(name), password: demoPassword }
  expect((await world.stranger().done(signIn, { body })).account.name).toBe(name)
  const admin = await world.administrator()
  const { accounts: found } = await admin.done(accounts.listAccounts, { search: { q: written(name) } })
  expect(found.map((one) => one.name)).toEqual([name])
})

it.each([
  ['2026年3月20日', '2026-03-20'],
  ['2026/3/20', '2026-03-20'],
  ['２０２６．３．２０', '2026-03-20'],
  ['\u200b2026 - 03 - 20 ', '2026-03-20'],
])('a day, %s', async (heldOn, day) => {
  const officer = await world.as(`${park.name}·服务专员`)
  const [enterprise] = await enterprisesOf(world, park)
  const attendees = [
    { uscc: noisy(enterprise?.uscc ?? '').toLowerCase(), name: noisy(enterprise?.name ?? ''), people: 1 },
  ]
  const body = {
    kind: 'policy-briefing' as const,
    title: noisy(`政策宣讲${heldOn.codePointAt(4)}`),
    heldOn,
    place: '',
    attendees,
    papers: [],
  }
  const { activityId } = await officer.done(activities.recordActivity, { params: { pilotId: park.pilotId }, body })
  const view = await officer.done(activities.showActivity, { params: { activityId } })
  expect(view).toMatchObject({
    title: `政策宣讲${heldOn.codePointAt(4)}`,
    heldOn: day,
    attendees: [{ uscc: enterprise?.uscc, name: enterprise?.name }],
  })
})

it('a service is found by its number and its enterprise, however they are typed', async () => {
  world.setClock('2026-06-10')
  const serviceId = await serviceAt(world, park, 'confirmed')
  const officer = await world.as(`${park.name}·服务专员`)
  const { no, enterprise } = await officer.done(services.showService, { params: { serviceId } })
  const found = async (search: object) =>
    (await officer.done(services.listServices, { search })).services.map((one) => one.serviceId)
  for (const text of [no, noisy(no), wide(no), no.toLowerCase(), ` ${no.replace('-', '–')}`])
    expect(await found({ no: text }), text).toEqual([serviceId])
  for (const text of [enterprise.name, noisy(enterprise.name), enterprise.uscc, noisy(enterprise.uscc).toLowerCase()])
    expect(await found({ enterprise: text }), text).toEqual([serviceId])
})

it('a draft is stored clean, whatever stands between the letters', async () => {
  const manager = await world.as(`${county.second.name}·负责人`)
  const filingId = await planOf(manager, county.second.pilotId)
  const { rows } = samplePlan(county.second.name).enterprises
  const content = {
    rows: rows.map((row) => ({ ...row, uscc: [...row.uscc].join(' ').toLowerCase(), name: noisy(wide(row.name)) })),
  }
  const params = { filingId, section: 'enterprises' }
  await manager.done(course.saveFilingSection, { params, body: { revision: 0, content } })
  const view = await manager.done(course.showFiling, { params: { filingId } })
  expect(view.sections.find((one) => one.section === 'enterprises')?.content).toEqual({ rows })
})

it.each([
  ['+86 138 0000 0001', '13800000001'],
  ['（0573）8400 0001 转 2', '0573-84000001-2'],
  [noisy('0573-84000001'), '0573-84000001'],
])('a telephone, %s', async (typed, phone) => {
  const economy = await world.as('嘉善县经信局·经办')
  filingId ||= await openOf(economy, { batchId: park.batchId, parkId: county.countyId }, 'liaison-list')
  const view = await economy.done(course.showFiling, { params: { filingId } })
  const [section] = view.sections
  const row = {
    id: 'r1',
    unitKind: 'economy',
    unit: '',
    name: '',
    office: '',
    duty: '',
    phone: typed,
    mobile: typed,
    seat: '',
    from: noisy('2026年5月6日'),
    until: '',
    remark: '',
  }
  const params = { filingId, section: section?.section ?? '' }
  const body = { revision: section?.revision ?? 0, content: { rows: [row] } }
  await economy.done(course.saveFilingSection, { params, body })
  const after = await economy.done(course.showFiling, { params: { filingId } })
  expect(after.sections[0]?.content).toMatchObject({ rows: [{ phone, mobile: phone, from: '2026-05-06' }] })
})
