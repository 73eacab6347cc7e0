import { afterAll, beforeAll, expect, it } from 'vitest'
import { approvedPilot, type Park } from '../../../../database/demo/programme.ts'
import { enterprisesOf, officerOf, paper, worstAnswers } from '../../../../tests/support/services.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as diagnoses from '../diagnoses/contract.ts'
import * as services from './contract.ts'
import * as orders from './order-contract.ts'

let world: World
let park: Park
beforeAll(async () => {
  world = await startWorld()
  park = (await approvedPilot(world)).first
})
afterAll(() => world.stop())

const officer = () => world.as(officerOf(park))
const facts = { foundedOn: null, revenueWan: 3000, researchWan: 180, titles: [] }
const wanting = { kind: 'talent' as const, need: '引进人才' }

it('a contract signed last month is keyed in today with its true day, and the day of entry stands beside (G3.3, G3.4)', async () => {
  world.setClock('2026-05-20')
  const enterpriseId = (await enterprisesOf(world, park))[0]?.enterpriseId ?? ''
  const client = await officer()
  const on = { params: { enterpriseId } }
  const asked = { answers: worstAnswers, facts }
  const early = await client.call(diagnoses.recordDiagnosis, { ...on, body: { ...asked, diagnosedOn: '2026-05-21' } })
  expect(early.body.error).toMatchObject({ code: 'common.day-in-future', clause: 'G3.4' })
  await client.done(diagnoses.recordDiagnosis, { ...on, body: { ...asked, diagnosedOn: '2026-03-20' } })
  const need = { pilotId: park.pilotId, enterpriseId, ...wanting }
  const tooEarly = await client.call(orders.openNeed, { body: { ...need, openedOn: '2026-03-19' } })
  expect(tooEarly.body.error).toMatchObject({ code: 'services.before-step-before', clause: 'G3.4' })
  const { serviceId } = await client.done(orders.openNeed, { body: { ...need, openedOn: '2026-03-25' } })
  const params = { serviceId }
  const { products } = await client.done(orders.showChoices, { params })
  const choice = { candidates: products.map((one) => one.productId), productId: products[0]?.productId ?? '' }
  const bare = await client.call(orders.selectProduct, {
    params,
    body: { ...choice, reason: '', selectedOn: '2026-03-24' },
  })
  expect(bare.body.error.fields.map(({ field }) => field)).toEqual(['selectedOn', 'reason'])
  const nothing = await client.call(orders.selectProduct, {
    params,
    body: { candidates: [], productId: '', reason: '', selectedOn: '2026-03-24' },
  })
  expect(nothing.body.error.fields.map(({ field }) => field)).toEqual([
    'productId',
    'selectedOn',
    'reason',
    'fewReason',
  ])
  // Keyed in with the day of entry; the contract that was signed earlier shows it.
  await client.done(orders.selectProduct, { params, body: { ...choice, reason: '价格较低' } })
  const early2 = {
    contractNo: '补-0',
    signedOn: '2026-04-03',
    priceFen: 1,
    provincialFen: 0,
    parkFen: 0,
    enterpriseFen: 1,
  }
  const refused = await client.call(orders.signContract, { params, body: { ...early2, lineId: null, fileId: '' } })
  expect(refused.body.error.fields.find(({ field }) => field === 'signedOn')?.zh).toContain('早于选定日期 2026-05-20')
  const right = { step: 'selection' as const, on: '2026-04-01', reason: '误填登记当天' }
  const without = await client.call(orders.correctDay, { params, body: { ...right, on: '2026-03-24', reason: ' ' } })
  expect(without.body.error.fields.map(({ field }) => field)).toEqual(['on', 'reason'])
  const past = "update service_selections set selected_on = '2026-04-01' where service_id = $1"
  await expect(world.sql(past, [serviceId])).rejects.toThrow(/corrected with its reason/)
  expect((await client.done(orders.correctDay, { params, body: right })).state).toBe('selected')
  const { dayCorrections } = await client.done(services.showService, { params })
  expect(dayCorrections).toMatchObject([{ step: 'selection', formerOn: '2026-05-20', correctedOn: '2026-04-01' }])
  const price = products[0]?.agreedPriceFen ?? 0
  const shares = { priceFen: price, provincialFen: 0, parkFen: 0, enterpriseFen: price, lineId: null }
  const terms = {
    contractNo: '补-1',
    signedOn: '2026-04-03',
    ...shares,
    fileId: await paper(world, officerOf(park), '合同'),
  }
  const wrong = { ...terms, contractNo: ' ', signedOn: '2026-03-31', fileId: '' as const, enterpriseFen: 1 }
  const { error } = (await client.call(orders.signContract, { params, body: wrong })).body
  expect(error.fields.map(({ field, clause }) => [field, clause])).toEqual([
    ['contractNo', 'G3.4'],
    ['signedOn', 'G3.4'],
    ['provincialFen', 'G3.6'],
    ['fileId', 'G3.4'],
  ])
  await client.done(orders.signContract, { params, body: terms })
  const after = await client.call(orders.correctDay, { params, body: { ...right, on: '2026-04-02' } })
  expect(after.body.error).toMatchObject({ code: 'common.not-in-state', clause: 'G3.4' })
  const { signed, selection, openedOn, recordedAt } = await client.done(services.showService, { params })
  expect([openedOn, selection?.on, signed?.signedOn]).toEqual(['2026-03-25', '2026-04-01', '2026-04-03'])
  for (const at of [recordedAt, selection?.recordedAt, signed?.recordedAt]) expect(at?.slice(0, 10)).toBe('2026-05-20')
  await expect(
    world.sql("update contracts set signed_on = '2026-05-21' where service_id = $1", [serviceId]),
  ).rejects.toThrow(/contracts_happened_before/)
})

it('a diagnosis is corrected with a reason; what it said before stays, and so does what was begun on it (G1.3, G1.4)', async () => {
  const enterpriseId = (await enterprisesOf(world, park)).find((one) => one.diagnosedOn !== null)?.enterpriseId ?? ''
  const params = { enterpriseId }
  const client = await officer()
  const right = { answers: worstAnswers, facts: { ...facts, foundedOn: '2016-05-01' }, reason: '补录成立日期' }
  const late = { ...right, reason: ' ', diagnosedOn: '2026-04-30' }
  const { error } = (await client.call(diagnoses.correctDiagnosis, { params, body: late })).body
  expect(error).toMatchObject({ code: 'services.diagnosis-after-need', clause: 'G1.3' })
  expect(error.fields.map(({ field }) => field)).toEqual(['diagnosedOn', 'reason'])
  const before = await client.done(diagnoses.showEnterprise, { params })
  expect(before.diagnosis?.class).toBe('early-stage')
  const done = await client.done(diagnoses.correctDiagnosis, { params, body: right })
  expect(done).toMatchObject({ class: 'srdi-direction', revision: 2, diagnosedOn: '2026-03-20' })
  const after = await client.done(diagnoses.showEnterprise, { params })
  expect(after.former).toMatchObject([{ class: 'early-stage', revision: 1, facts: { foundedOn: null } }])
  expect(after.diagnosis?.diagnosisId).toBe(before.diagnosis?.diagnosisId)
  const manager = await world.as(`${park.name}·负责人`)
  const bodies = ['2016-05-02', '2016-05-03'].map((foundedOn) => ({ ...right, facts: { ...right.facts, foundedOn } }))
  const both = await Promise.all(bodies.map((body) => manager.call(diagnoses.correctDiagnosis, { params, body })))
  expect(both.map(({ status }) => status)).toEqual([200, 200])
  expect((await client.done(diagnoses.showEnterprise, { params })).former.map(({ revision }) => revision)).toEqual([
    3, 2, 1,
  ])
  await expect(world.sql("update diagnoses set class = 'early-stage'")).rejects.toThrow()
  await expect(world.sql('delete from former_diagnoses')).rejects.toThrow()
})
