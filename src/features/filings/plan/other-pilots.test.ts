import { afterAll, beforeAll, expect, it } from 'vitest'
import { planOf, submit } from '../../../../database/demo/course.ts'
import { approvedPilot, type County, draftPlan, type Park } from '../../../../database/demo/programme.ts'
import { samplePlan } from '../../../../database/demo/sample-plan.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as course from '../course/contract.ts'

let world: World
let county: County & { park: Park }
/** The code of an enterprise of the approved pilot, which the second one calls otherwise. */
let uscc = ''
let filingId = ''
beforeAll(async () => {
  world = await startWorld()
  county = await approvedPilot(world)
  const plan = samplePlan(county.second.name)
  const [own] = samplePlan(county.park.name).enterprises.rows
  const [first, ...rest] = plan.enterprises.rows
  if (!own || !first) throw new Error('no enterprise')
  uscc = own.uscc
  const rows = [{ ...first, uscc, name: '另称企业有限公司' }, ...rest]
  await draftPlan(world, county.second, { ...plan, enterprises: { rows } })
  filingId = await planOf(await world.as(`${county.second.name}·负责人`), county.second.pilotId)
})
afterAll(() => world.stop())

async function warned(by: string) {
  const { gaps } = await (await world.as(by)).done(course.checkFiling, { params: { filingId } })
  return gaps.filter(({ code }) => code?.startsWith('plan.enterprise-in-'))
}

it('an enterprise that stands in another running pilot is pointed out to the park, which learns of no other (G1.3)', async () => {
  const found = await warned(`${county.second.name}·负责人`)
  expect(found).toMatchObject([
    { section: 'enterprises', field: 'rows.0.uscc', severity: 'warning', code: 'plan.enterprise-in-another-pilot' },
  ])
  expect(found[0]?.text.zh).toContain(uscc)
  expect(JSON.stringify(found)).not.toContain(county.park.name)
})

it('and to its reviewers with whose it is and what it is called there; it stops nothing', async () => {
  await submit(await world.as(`${county.second.name}·负责人`), filingId)
  for (const by of ['嘉善县经信局·经办', '嘉善县财政局·经办', '省经信厅·处室']) {
    const found = await warned(by)
    expect(found.map(({ code }) => code)).toEqual(['plan.enterprise-in-pilot-of'])
    expect(found[0]?.text.zh).toContain(county.park.name)
    expect(found[0]?.text.zh).toContain(samplePlan(county.park.name).enterprises.rows[0]?.name)
  }
})

it('is over with the programme of the other pilot', async () => {
  world.setClock('2028-02-01')
  expect(await warned('嘉善县经信局·经办')).toEqual([])
})
