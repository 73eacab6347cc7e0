import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { planOf } from '../../database/demo/course.ts'
import { demoCounty, draftPlan, type Park } from '../../database/demo/programme.ts'
import { samplePlan } from '../../database/demo/sample-plan.ts'
import * as acts from '../../src/features/filings/course/act-contract.ts'
import * as course from '../../src/features/filings/course/contract.ts'
import * as plans from '../../src/features/filings/plan/contract.ts'
import { type PlanSection, planSections } from '../../src/policy/plan/plan.ts'
import type { Route } from '../../src/shared/route.ts'
import { startWorld, type World } from '../support/world.ts'
import { type Actor, knock, type Reply, signedIn } from './actors.ts'
import { diceOf, misshapes, pick, poisoned } from './hostile.ts'
import { contentOf, misshapen } from './refusal-shape.ts'

let world: World
let park: Park
let manager: Actor
let filingId: string
beforeAll(async () => {
  world = await startWorld()
  park = (await demoCounty(world)).first
  await draftPlan(world, park)
  filingId = await planOf(await world.as(`${park.name}·负责人`), park.pilotId)
  manager = await signedIn(world, `${park.name}·负责人`)
})
afterAll(() => world.stop())

const onPlan = (route: Route): Promise<Reply> =>
  knock(
    world,
    route,
    { params: { filingId }, ...(route === acts.withdrawFiling ? { body: { reason: '附件放错' } } : {}) },
    manager,
  )

const save = (section: PlanSection, revision: number, content: unknown) =>
  knock(world, course.saveFilingSection, { params: { filingId, section }, body: { revision, content } }, manager)

async function revisionOf(section: PlanSection): Promise<number> {
  const shown = JSON.parse((await onPlan(course.showFiling)).text) as {
    sections: { section: string; revision: number }[]
  }
  return shown.sections.find((one) => one.section === section)?.revision ?? 0
}

/** A section with one row in each of its lists. */
function shortSection(section: PlanSection): Record<string, unknown> {
  const content = Object.entries(samplePlan(park.name, { enterprises: 1 })[section])
  return Object.fromEntries(content.map(([key, value]) => [key, Array.isArray(value) ? value.slice(0, 1) : value]))
}

it.each(planSections)('the section %s takes no unknown field and no wrong shape', async (section) => {
  const before = await contentOf(world)
  const wrong: string[] = []
  for (const { what, body } of misshapes(shortSection(section))) {
    if (plans.sectionShapes[section].safeParse(body).success) {
      if (what.startsWith('unknown')) wrong.push(`${what} is welcome`)
      continue
    }
    const reply = await save(section, 0, body)
    const problem = misshapen(reply) ?? (reply.status === 422 ? null : String(reply.status))
    if (problem) wrong.push(`${what}: ${problem}`)
  }
  expect(wrong).toEqual([])
  expect(await contentOf(world)).toBe(before)
})

const reading = [course.showFiling, course.checkFiling, acts.submitFiling, acts.withdrawFiling]
const templates = [
  ['targets', 'zh'],
  ['enterprises', 'en'],
] as const

it.each(planSections)('the section %s with hostile values can be read, checked and handed in', async (section) => {
  let taken = 0
  const property = fc.asyncProperty(pick, async (picked) => {
    // Text stays text and numbers numbers: what the contract lets in is what the rules must bear.
    const bad = poisoned(shortSection(section), { ...picked, other: false })?.body
    const reply = await save(section, await revisionOf(section), bad)
    if (reply.status === 200) taken++
    else expect(misshapen(reply)).toBeNull()
    for (const route of reading) {
      const answer = await onPlan(route)
      if (answer.status !== 200) expect(misshapen(answer), JSON.stringify(bad).slice(0, 500)).toBeNull()
    }
    for (const [table, language] of templates.filter(([table]) => table === section)) {
      const given = { params: { filingId, section: table }, search: { language } }
      const template = await knock(world, plans.planTemplate, given, manager)
      expect(template.status, template.text).toBe(200)
    }
  })
  await fc.assert(property, diceOf(8))
  expect(taken).toBeGreaterThan(0)
})

it('hostile keys inside what is kept as it comes are refused', async () => {
  const url = `/api/filings/${filingId}/sections/agencies`
  for (const key of ['\\u0000', '\\ud800', '__proto__', 'constructor', 'toString', 'no-such-kind', '']) {
    for (const value of ['"x"', '{"prototype":1}', '1']) {
      const payload = `{"revision":0,"content":{"agencies":[],"products":[],"fewAgenciesReasons":{"${key}":${value}}}}`
      const headers = { cookie: manager.cookie, 'content-type': 'application/json' }
      const {
        statusCode,
        headers: answered,
        rawPayload,
        body,
      } = await world.http.inject({ method: 'PUT', url, headers, payload })
      const type = String(answered['content-type'])
      expect(misshapen({ status: statusCode, type, headers: answered, raw: rawPayload, text: body }), key).toBeNull()
    }
  }
})
