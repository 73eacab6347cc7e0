import { afterAll, beforeAll, expect, it } from 'vitest'
import { type County, demoCounty } from '../../../../database/demo/programme.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as contract from './contract.ts'

let world: World
let county: County
beforeAll(async () => {
  world = await startWorld()
  county = await demoCounty(world)
  world.setClock('2026-05-20')
})
afterAll(() => world.stop())

const record = async (more: object) => {
  const body = {
    batchId: county.batchId,
    way: 'meeting',
    place: '会议室',
    topic: '季度会商',
    matters: '诊断进度偏慢',
    ...more,
  }
  const client = await world.as('嘉善县经信局·经办')
  return (await client.call(contract.recordConsultation, { body: body as never })).body
}

it('tells the future day and the missing post beside whatever else is unfit', async () => {
  const person = { unitId: county.countyId, person: '经信局经办' }
  const first = { what: '补齐企业诊断报告', unitId: county.first.parkId, post: 'park-manager', dueOn: '2027-06-10' }
  const wrong = {
    heldOn: '2027-06-10',
    participants: [person, { ...person, person: '财政局经办' }],
    decisions: [{ ...first, unitId: null, post: '' }],
  }
  const faults: object[] = [
    { topic: '' },
    { matters: '' },
    { way: 'letter-by-pigeon' },
    { participants: [person] },
    { participants: [{ ...person, unitId: 'x' }, person] },
    { decisions: [...wrong.decisions, { ...first, unitId: 'x' }] },
    { topic: '', matters: '', way: '', participants: [{ unitId: 'x', person: '' }] },
  ]
  for (const fault of faults) {
    const { error } = await record({ ...wrong, ...fault })
    const fields = error.fields.map(({ field }) => field)
    expect([fault, fields]).toEqual([fault, expect.arrayContaining(['heldOn', 'decisions.0.unitId'])])
    expect(fields.length).toBeGreaterThan(2)
  }
  expect(await world.sql('select * from consultations')).toEqual([])
})
