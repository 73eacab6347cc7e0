import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { samplePlan } from '../../database/demo/sample-plan.ts'
import { features } from '../../src/app.ts'
import * as plans from '../../src/features/plans/contract.ts'
import { planSections } from '../../src/policy/plan.ts'
import { inScope, isPermission, permits } from '../../src/policy/roles.ts'
import type { Route } from '../../src/shared/route.ts'
import { type Actor, everybody, knock, nobody, type Reply } from './actors.ts'
import { hostileNumbers, hostileTexts, misshapes, poisoned } from './hostile.ts'
import { contentOf, misshapen } from './refusal-shape.ts'
import { keyOf, type Sample } from './sample.ts'
import { peopleSamples } from './samples-people.ts'
import { planSamples } from './samples-plan.ts'
import { serviceSamples } from './samples-services.ts'
import { type Counties, twoCounties } from './two-counties.ts'

const samples = new Map([...peopleSamples, ...planSamples, ...serviceSamples].map((one) => [keyOf(one.route), one]))
const routes = features.map(({ route }) => route)
const named = (some: readonly Route[]) => some.map((route) => [keyOf(route), route] as const)
const acting = routes.filter(
  (route) => route.method !== 'GET' && !route.upload && keyOf(route) !== 'DELETE /api/session',
)

/** The same dice in every run; FUZZ_RUNS throws more, and others. */
const more = Number(process.env.FUZZ_RUNS ?? 0)
const bounds = more > 0 ? { numRuns: more, endOnFailure: true } : { numRuns: 30, endOnFailure: true, seed: 20_260_601 }
const pick = fc.record({ place: fc.nat(500), text: fc.nat(200), number: fc.nat(200), other: fc.boolean() })

let counties: Counties
let actors: Actor[]
beforeAll(async () => {
  counties = await twoCounties()
  actors = await everybody(counties)
})
afterAll(async () => {
  expect(counties.world.faults).toEqual([])
  await counties.world.stop()
})

/** A sound request, and somebody who may make it. */
async function sound(route: Route): Promise<{ sample: Sample; by: Actor }> {
  const making = samples.get(keyOf(route))
  if (!making) throw new Error(`${keyOf(route)} has no sample: add one to tests/security/samples-*.ts`)
  const sample = await making.make(counties.own)
  const { permission } = route
  if (permission === 'public') return { sample, by: nobody }
  const may = ({ post, scope }: Actor) =>
    post !== null &&
    isPermission(permission) &&
    permits(post, permission) &&
    (sample.scope === null || inScope(scope, sample.scope))
  const by = actors.find(may)
  if (!by) throw new Error(`nobody may ${keyOf(route)}`)
  return { sample, by }
}

const send = (route: Route, by: Actor, request: Partial<Sample>) => knock(counties.world, route, request, by)
const isSound = (route: Route, body: unknown) => route.body.safeParse(JSON.parse(JSON.stringify(body))).success

describe('a body of the wrong shape is refused by name, and nothing is written', () => {
  it.each(named(acting))('%s', async (_, route) => {
    const { sample, by } = await sound(route)
    const before = await contentOf(counties.world)
    const wrong: string[] = []
    for (const { what, body } of misshapes(sample.body)) {
      const isExtra = what.startsWith('unknown field')
      if (isSound(route, body)) {
        // Where any key is welcome, the handler decides: see what hostile values do.
        if (isExtra && !/ content|answers|reasons/.test(what)) wrong.push(`${what} is welcome`)
        continue
      }
      const reply = await send(route, by, { ...sample, body })
      const problem = misshapen(reply) ?? (reply.status === 422 ? null : String(reply.status))
      const { fields } = (problem ? { fields: [] } : JSON.parse(reply.text).error) as { fields: unknown[] }
      if (problem || fields.length === 0) wrong.push(`${what}: ${problem ?? 'no field is named'}`)
    }
    expect(wrong).toEqual([])
    expect(await contentOf(counties.world)).toBe(before)
  })
})

describe('a hostile value is refused or taken as it is, never a fault', () => {
  it.each(named(acting))('%s', async (_, route) => {
    const { sample, by } = await sound(route)
    const before = await contentOf(counties.world)
    let taken = 0
    const property = fc.asyncProperty(pick, async (picked) => {
      const bad = poisoned(sample.body, picked)
      if (!bad) return
      const reply = await send(route, by, { ...sample, body: bad.body })
      if (reply.status === 200) taken++
      else expect(misshapen(reply), `${bad.what}: ${reply.text.slice(0, 300)}`).toBeNull()
    })
    await fc.assert(property, bounds)
    if (taken === 0) expect(await contentOf(counties.world)).toBe(before)
  })
})

it.each(planSections)('the section %s of a plan takes no unknown field and no wrong shape', async (section) => {
  const { world, own } = counties
  const by = actors.find((one) => one.who === `${own.planPark.name}·负责人`) ?? nobody
  const params = { pilotId: own.planPark.pilotId, section }
  const plan = samplePlan(own.planPark.name, { enterprises: 1 })
  const content = JSON.parse(JSON.stringify(plan[section])) as Record<string, unknown[]>
  const short = Object.fromEntries(
    Object.entries(content).map(([key, value]) => [key, Array.isArray(value) ? value.slice(0, 1) : value]),
  )
  const before = await contentOf(world)
  const wrong: string[] = []
  for (const { what, body } of misshapes(short)) {
    if (plans.sectionShapes[section].safeParse(body).success) {
      if (what.startsWith('unknown')) wrong.push(`${what} is welcome`)
      continue
    }
    const reply = await send(plans.savePlanSection, by, { params, body: { revision: 0, content: body } })
    const problem = misshapen(reply) ?? (reply.status === 422 ? null : String(reply.status))
    if (problem) wrong.push(`${what}: ${problem}`)
  }
  expect(wrong).toEqual([])
  expect(await contentOf(world)).toBe(before)
})

it.each(planSections)(
  'the section %s of a plan with hostile values can still be read, checked and handed in',
  async (section) => {
    const { world, own } = counties
    const by = actors.find((one) => one.who === `${own.planPark.name}·负责人`) ?? nobody
    const params = { pilotId: own.planPark.pilotId, section }
    const content = samplePlan(own.planPark.name, { enterprises: 1 })[section]
    const reading = [plans.showPlan, plans.checkPlan, plans.submitPlan, plans.withdrawPlan]
    const property = fc.asyncProperty(pick, pick, async (...picks) => {
      const bad = picks.reduce((made: unknown, one) => poisoned(made, one)?.body ?? made, content)
      const { sections } = JSON.parse(
        (await send(plans.showPlan, by, { params: { pilotId: params.pilotId } })).text,
      ) as {
        sections: { section: string; revision: number }[]
      }
      const revision = sections.find((one) => one.section === section)?.revision ?? 0
      const reply = await send(plans.savePlanSection, by, { params, body: { revision, content: bad } })
      if (reply.status !== 200) expect(misshapen(reply)).toBeNull()
      for (const route of reading) {
        const answer = await send(route, by, { params: { pilotId: params.pilotId } })
        if (answer.status !== 200) expect(misshapen(answer), JSON.stringify(bad).slice(0, 500)).toBeNull()
      }
      for (const [table, language] of [
        ['targets', 'zh'],
        ['enterprises', 'en'],
      ] as const) {
        const template = await send(plans.planTemplate, by, {
          params: { ...params, section: table },
          search: { language },
        })
        expect(template.status, template.text).toBe(200)
      }
    })
    await fc.assert(property, { ...bounds, numRuns: Math.ceil(bounds.numRuns / 6) })
    expect(world.faults).toEqual([])
  },
)

describe('an address or a search that makes no sense', () => {
  const searched = routes.filter((route) => !route.upload && route.path !== '/api/session')
  it.each(named(searched))('%s', async (_, route) => {
    const { sample, by } = await sound(route)
    const wrong: string[] = []
    const judge = (what: string, reply: Reply, allowed: readonly number[]) => {
      const problem = reply.status === 200 ? null : misshapen(reply)
      if (problem || !allowed.includes(reply.status)) wrong.push(`${what}: ${problem ?? reply.status}`)
    }
    for (const name of Object.keys(sample.params)) {
      const isId = name.endsWith('Id')
      for (const value of isId
        ? ['x', 'null', '0', ...hostileTexts.filter((one) => one.trim() !== '' && one.length < 100)]
        : hostileTexts.filter((one) => one.trim() !== '' && one.isWellFormed() && one.length < 100)) {
        if (!value.isWellFormed()) continue
        const reply = await send(route, by, { ...sample, params: { ...sample.params, [name]: value } })
        judge(`${name}=${value}`, reply, isId || route.method !== 'GET' ? [404, 422] : [200, 404, 422])
      }
    }
    if (route.method === 'GET') {
      judge('unknown', await send(route, by, { ...sample, search: { ...sample.search, unexpected: '1' } }), [422])
      const known = Object.keys((route.search as unknown as { shape?: object }).shape ?? {})
      for (const key of known) {
        for (const value of [...hostileTexts, ...hostileNumbers.map(String)]) {
          if (!value.isWellFormed() || value === '') continue
          judge(
            `?${key}=${value.slice(0, 40)}`,
            await send(route, by, { ...sample, search: { [key]: value } }),
            [200, 404, 422],
          )
        }
        judge(`?${key} twice`, await send(route, by, { ...sample, search: { [key]: ['1', '2'] } }), [422])
      }
    }
    expect(wrong).toEqual([])
  })
})
