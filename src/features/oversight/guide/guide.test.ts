import { afterAll, beforeAll, expect, it } from 'vitest'
import { approvedPilot, type County } from '../../../../database/demo/programme.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import { clauses } from '../../../policy/guide/clauses.ts'
import * as contract from './contract.ts'

let world: World
let county: County
beforeAll(async () => {
  world = await startWorld({ at: '2026-04-10T09:00:00+08:00' })
  county = await approvedPilot(world)
  world.setClock('2026-04-26T09:00:00+08:00')
})
afterAll(() => world.stop())

async function guide(by: string, pilotId?: string) {
  const { clauses: all, ...rest } = await (await world.as(by)).done(contract.showGuide, { search: { pilotId } })
  return { ...rest, all, of: (clause: string) => all.find((one) => one.clause === clause) }
}

it('lists every clause with the rules that cite it and the tests that try to break it', async () => {
  const { all } = await guide('省经信厅·处室')
  expect(all.map((one) => one.clause)).toEqual(Object.keys(clauses))
  for (const { clause, binding, cited } of all) {
    if (binding)
      expect([clause, cited && cited.rules.length > 0, cited && cited.breaking.length > 0]).toEqual([
        clause,
        true,
        true,
      ])
  }
  for (const worker of ['嘉善县经信局·经办', `${county.first.name}·负责人`]) {
    expect((await guide(worker)).all.map(({ cited }) => cited)).toEqual(Object.keys(clauses).map(() => null))
  }
})

it('tells a park where it stands, why, and the way there', async () => {
  const { first, second } = county
  const own = await guide(`${first.name}·负责人`)
  expect(own.pilots.map((one) => one.parkName)).toEqual([first.name])
  expect(own.of('G3.1')?.pilots).toMatchObject([{ state: 'met', parkName: first.name }])
  expect(own.of('G4.2')?.pilots).toMatchObject([{ state: 'due', href: `/pilots/${first.pilotId}/money` }])
  expect(own.of('G3.5')?.pilots).toMatchObject([{ state: 'not-yet' }])
  // What the county owes is not the park's to see.
  expect(own.of('G5.1')?.pilots).toEqual([])
  const late = await guide(`${second.name}·负责人`)
  expect(late.of('G3.1')?.pilots).toMatchObject([{ state: 'missed', href: `/pilots/${second.pilotId}/plan` }])
  expect(late.of('G3.1')?.pilots[0]?.because.zh).toContain('2026-04-25')
})

it('counts the pilots of a county and shows the worst first; a park of another county is not among them', async () => {
  const { first, second, foreign } = county
  const { of, pilots } = await guide('嘉善县经信局·经办')
  expect(pilots.map((one) => one.parkName)).toEqual([second.name, first.name])
  expect(of('G3.1')?.counts).toEqual({ met: 1, due: 0, missed: 1, 'not-yet': 0 })
  expect(of('G3.1')?.pilots.map((one) => one.parkName)).toEqual([second.name, first.name])
  expect(of('G5.1')?.counts).toEqual({ met: 0, due: 0, missed: 2, 'not-yet': 0 })
  const one = await guide('嘉善县经信局·经办', first.pilotId)
  expect(one.of('G3.1')?.counts).toEqual({ met: 1, due: 0, missed: 0, 'not-yet': 0 })
  const client = await world.as('嘉善县经信局·经办')
  const foreignPilot = await client.call(contract.showGuide, { search: { pilotId: foreign.pilotId } })
  expect(foreignPilot.status).toBe(404)
})

it('is there for everybody: who has no pilots reads the clauses alone', async () => {
  const { status, body } = await (await world.administrator()).call(contract.showGuide)
  expect([status, body.pilots, body.clauses.length]).toEqual([200, [], Object.keys(clauses).length])
})
