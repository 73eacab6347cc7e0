import { afterAll, beforeAll, expect, it } from 'vitest'
import { planOf } from '../../../../database/demo/course.ts'
import { type County, demoCounty, draftPlan } from '../../../../database/demo/programme.ts'
import { samplePlan } from '../../../../database/demo/sample-plan.ts'
import { abilityIn } from '../../../../tests/support/abilities.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as acts from '../course/act-contract.ts'
import * as course from '../course/contract.ts'

let world: World
let county: County
let filingId = ''
beforeAll(async () => {
  world = await startWorld()
  county = await demoCounty(world)
  filingId = await planOf(await manager(), county.first.pilotId)
})
afterAll(() => world.stop())

const manager = () => world.as('嘉善归谷智造园·负责人')
const plan = () => ({ params: { filingId } })
const at = (section: 'services' | 'fund-lines') => ({ params: { filingId, section } })

it('opens an empty plan with its due day when the park is admitted, and lists every gap (G3.1)', async () => {
  const client = await manager()
  const shown = await client.done(course.showFiling, plan())
  expect(shown).toMatchObject({ state: 'draft', dueOn: '2026-04-25', versions: [] })
  expect(shown.parks.map(({ awardFen }) => awardFen)).toEqual([500_000_000])
  expect(shown.sections).toHaveLength(6)
  const { gaps } = await client.done(course.checkFiling, plan())
  expect(new Set(gaps.map((gap) => gap.section)).size).toBeGreaterThanOrEqual(4)
  const submit = abilityIn(shown.actions, 'submit')
  expect(submit).toMatchObject({ allowed: false, clause: 'G3.1' })
  expect(submit?.because?.zh).toBeTruthy()
  expect((await client.call(acts.submitFiling, plan())).status).toBe(422)
})

it('saves a section under its revision; a stale save names the other editor and changes nothing', async () => {
  const content = samplePlan(county.first.name).services
  const first = await (await manager()).done(course.saveFilingSection, {
    ...at('services'),
    body: { revision: 0, content },
  })
  expect(first.revision).toBe(1)
  const officer = await world.as('嘉善归谷智造园·服务专员')
  const late = await officer.call(course.saveFilingSection, {
    ...at('services'),
    body: { revision: 0, content: { rows: [] } },
  })
  expect(late.status).toBe(409)
  expect(late.body.error.facts).toMatchObject({ editor: '嘉善归谷智造园·负责人', revision: 1 })
  const shown = await officer.done(course.showFiling, plan())
  expect(shown.sections.find((one) => one.section === 'services')?.content).toEqual(content)
})

it('names every wrong field of a section and writes nothing', async () => {
  const rows = [{ id: 'x', serviceKind: 'nonsense', purpose: 1, quantity: -5, unitPriceFen: 1e15 }]
  const answer = await (await manager()).call(course.saveFilingSection, {
    ...at('fund-lines'),
    body: { revision: 0, content: { rows } },
  })
  expect(answer.status).toBe(422)
  const fields = answer.body.error.fields.map((one) => one.field)
  for (const name of ['serviceKind', 'purpose', 'quantity', 'unitPriceFen'])
    expect(fields).toContain(`content.rows.0.${name}`)
})

it('is nobody else’s to see or to write: a foreign county, a foreign park, an enterprise, a stranger', async () => {
  for (const name of ['海宁市经信局·经办', '海宁皮革时尚园·负责人', '嘉善大云精密园·负责人']) {
    const client = await world.as(name)
    expect((await client.call(course.showFiling, plan())).status).toBe(404)
    expect((await client.call(course.checkFiling, plan())).status).toBe(404)
  }
  const foreign = await world.as('海宁皮革时尚园·负责人')
  const body = { revision: 1, content: { rows: [] } }
  expect((await foreign.call(course.saveFilingSection, { ...at('services'), body })).status).toBe(404)
  expect((await world.stranger().call(course.showFiling, plan())).status).toBe(401)
  const bureau = await world.as('嘉善县经信局·经办')
  const { error } = (await bureau.call(course.saveFilingSection, { ...at('services'), body })).body
  expect(error).toMatchObject({ code: 'filing.not-the-preparer', clause: 'G3.1' })
})

it('freezes a submission: an immutable version with its hash, once, whatever is clicked twice', async () => {
  await draftPlan(world, county.second)
  const client = await world.as(`${county.second.name}·负责人`)
  const params = { filingId: await planOf(client, county.second.pilotId) }
  const twice = await Promise.all([
    client.call(acts.submitFiling, { params, idempotencyKey: 'submit-once-1' }),
    client.call(acts.submitFiling, { params, idempotencyKey: 'submit-once-1' }),
  ])
  expect(twice.map((one) => one.status)).toEqual([200, 200])
  expect(twice[0]?.body).toEqual(twice[1]?.body)
  expect(twice[0]?.body.hash).toMatch(/^[0-9a-f]{64}$/)
  const [versions] = await world.sql<{ n: number }>(
    'select count(*)::int as n from filing_versions v join filings f on f.id = v.filing_id where f.pilot_id = $1',
    [county.second.pilotId],
  )
  expect(versions?.n).toBe(1)
  await expect(world.sql(`update filing_versions set hash = repeat('0', 64)`)).rejects.toThrow(/append-only/)
  await expect(world.sql('delete from filing_versions')).rejects.toThrow(/append-only/)
  const body = { revision: 1, content: { rows: [] } }
  const closed = await client.call(course.saveFilingSection, { params: { ...params, section: 'services' }, body })
  expect(closed.status).toBe(422)
})
