import { afterAll, beforeAll, expect, it } from 'vitest'
import { record } from '../../database/demo/course.ts'
import { approve, demoCounty, draftPlan, type Park, submitPlan } from '../../database/demo/programme.ts'
import * as acts from '../../src/features/filings/course/act-contract.ts'
import * as course from '../../src/features/filings/course/contract.ts'
import * as matters from '../../src/features/filings/matter/contract.ts'
import { matterOnRecord } from '../support/edited-editions.ts'
import {
  abilitiesOf,
  askedAbout,
  economy,
  finance,
  parkUnder,
  peopleOf,
  provinceEconomy,
  seenBy,
} from '../support/edited-worlds.ts'
import { approveAs, askFor, planOf, reported, submit, withMoney, withTarget } from '../support/matters.ts'
import { serviceAt } from '../support/services.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
let park: Park
beforeAll(async () => {
  world = await startWorld({ at: '2026-04-10T09:00:00+08:00' })
  const { countyId } = await demoCounty(world)
  park = await parkUnder(world, matterOnRecord, countyId, 6)
  await draftPlan(world, park)
  await submitPlan(world, park)
  for (const name of [economy, finance]) await approve(world, park, name)
  world.setClock('2026-06-01T09:00:00+08:00')
})
afterAll(() => world.stop())

const number = '浙经信备〔2026〕6号'
const recorded = async (filingId: string) =>
  (await world.as(provinceEconomy)).call(acts.recordFiling, {
    params: { filingId },
    body: { versionNo: 1, recordNo: number },
  })

/** A change that the county has agreed to and the province has not recorded. */
async function agreedChange(sections: Parameters<typeof askFor>[3]): Promise<string> {
  const filingId = await reported(world, park, 'target-change')
  await askFor(world, park, filingId, sections)
  await submit(world, park, filingId)
  for (const name of [economy, finance]) expect((await approveAs(world, name, filingId)).status).toBe(200)
  return filingId
}

it('changes nothing before its record, and no other change overtakes it', async () => {
  const { content } = await planOf(world, park)
  const one = await agreedChange(withTarget(content, 'P1', 24))
  expect((await planOf(world, park)).versions).toHaveLength(1)
  expect(await askedAbout(world, park, '目标')).toEqual({ [provinceEconomy]: 'filing.record G5.5' })
  const two = await reported(world, park, 'target-change')
  await askFor(world, park, two, withTarget(content, 'P3', 33))
  const client = await world.as(peopleOf(park).manager)
  const overtaking = await client.call(acts.submitFiling, { params: { filingId: two }, body: {} })
  expect(overtaking.body.error).toMatchObject({ code: 'matter.another-change-open', clause: 'G5.5' })
  await record(await world.as(provinceEconomy), one, number)
  const { made, clock } = await client.done(matters.showMatter, { params: { filingId: one } })
  expect(made).toMatchObject({ no: 2 })
  expect(clock.passedOn).toBe('on-time')
  const { gaps } = await client.done(course.checkFiling, { params: { filingId: two } })
  expect(gaps.map(({ code }) => code)).toEqual(['matter.change-stale'])
  await askFor(world, park, two, withTarget((await planOf(world, park)).content, 'P3', 33))
  await submit(world, park, two)
  for (const name of [economy, finance]) await approveAs(world, name, two)
  expect((await recorded(two)).status).toBe(200)
})

it('is asked again when it is recorded; what is impossible by then goes back to the park, and frees the way', async () => {
  const { content } = await planOf(world, park)
  const at = content['fund-lines'].rows.findIndex((row) => row.serviceKind === 'talent')
  const all = content['fund-lines'].rows[at]?.provincialFen ?? 0
  const rows = withMoney(content, at, 0, all)['fund-lines'].rows
  const emptied = rows.map((row, i) => (i === at ? { ...row, quantity: 1, unitPriceFen: 5_000_000 } : row))
  const filingId = await agreedChange({ 'fund-lines': { rows: emptied } })
  await serviceAt(world, park, 'contracted', { kind: 'talent', enterprise: 1 })
  expect((await recorded(filingId)).body.error).toMatchObject({ code: 'matter.no-longer-possible', clause: 'G5.5' })
  expect(await seenBy(world, economy, filingId)).toMatchObject({ state: 'approved', record: null })
  expect((await abilitiesOf(world, economy, filingId)).reopen).toBe('G5.5')
  expect((await abilitiesOf(world, provinceEconomy, filingId)).reopen).toBe(true)
  const body = { sections: ['change'], reason: '该用途已签约' }
  await (await world.as(provinceEconomy)).done(acts.reopenFiling, { params: { filingId }, body })
  const next = await agreedChange(withTarget((await planOf(world, park)).content, 'P1', 26))
  expect((await recorded(next)).status).toBe(200)
})
