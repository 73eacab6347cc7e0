import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { endpoints } from '../../src/app.ts'
import { matterOpening } from '../../src/features/filings/matter/contract.ts'
import { tableJudgment } from '../../src/features/filings/return/contract.ts'
import { inScope, isPermission, permits } from '../../src/policy/people/roles.ts'
import type { Route } from '../../src/shared/route.ts'
import { type Actor, everybody, knock, nobody } from './actors.ts'
import { diceOf, hostileNumbers, hostileTexts, impossibles, misshapes, pick, poisoned } from './hostile.ts'
import { contentOf, misshapen } from './refusal-shape.ts'
import { keyOf, type Making, type Sample } from './sample.ts'
import { sampled } from './samples.ts'
import type { Counties } from './side.ts'
import { twoCounties } from './two-counties.ts'

const routes = endpoints.map(({ route }) => route).filter((route) => keyOf(route) !== 'DELETE /api/session')

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

type Case = { readonly route: Route; readonly sample: Sample; readonly by: Actor }

/** A sound request, and somebody who may make it. */
async function soundCase({ route, make }: Making): Promise<Case> {
  const sample = await make(counties.own)
  const { permission } = route
  const sees = (scope: string) => sample.scope === null || inScope(scope, sample.scope)
  const may = ({ post, scope }: Actor) =>
    post !== null && isPermission(permission) && permits(post, permission) && sees(scope)
  const by = permission === 'public' ? nobody : actors.find(may)
  if (!by) throw new Error(`nobody may ${keyOf(route)}`)
  return { route, sample, by }
}

const send = ({ route, sample, by }: Case, request: Partial<Sample>) =>
  knock(counties.world, route, { ...sample, ...request }, by)

const isSound = (route: Route, body: unknown) => route.body.safeParse(JSON.parse(JSON.stringify(body))).success

/** Requests that are refused do not disturb each other. */
async function severalAtOnce<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = [...all]
  const lane = async () => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await work(one)
  }
  await Promise.all(Array.from({ length: 6 }, lane))
}

/** Everything but the sound body itself: what is wrong with the answers to wrong shapes. */
/** Whether the parts that only a kind of filing knows the shape of have it; what alters nothing may be left out. */
function isSoundInKind(body: unknown): boolean {
  const { judgment = {}, opening, revisions } = body as Record<string, unknown>
  if (revisions !== undefined) return !Object.hasOwn(revisions as object, 'unexpected')
  return opening === undefined ? tableJudgment.safeParse(judgment).success : matterOpening.safeParse(opening).success
}

async function wrongShapes(given: Case): Promise<string[]> {
  const wrong: string[] = []
  await severalAtOnce(misshapes(given.sample.body), async ({ what, body }) => {
    if (isSound(given.route, body)) {
      // Where any key is welcome, the handler decides: see what hostile values do, and the sections of a plan.
      if (what.startsWith('unknown field') && !/ content|answers|reasons|judgment|opening|revisions/.test(what))
        wrong.push(`${what} is welcome`)
      // What the kind of filing decides, it refuses as strictly.
      if (!/(^| |\.)(judgment|opening)(\.| |$)|^unknown field in revisions/.test(what) || isSoundInKind(body)) return
      const reply = await send(given, { body })
      const problem = misshapen(reply) ?? (reply.status === 422 ? null : String(reply.status))
      if (problem) wrong.push(`${what}: ${problem}`)
      return
    }
    const reply = await send(given, { body })
    const problem = misshapen(reply) ?? (reply.status === 422 ? null : String(reply.status))
    if (problem) wrong.push(`${what}: ${problem}`)
    else if (JSON.parse(reply.text).error.fields.length === 0) wrong.push(`${what}: no field is named`)
  })
  await severalAtOnce(impossibles(given.sample.body), async ({ what, body }) => {
    // In a draft an empty place is a gap, found by the check and not refused.
    if (given.route.path.includes('/sections/') && what.endsWith(' is ')) return
    const problem = misshapen(await send(given, { body }))
    if (problem) wrong.push(`${what}: ${problem}`)
  })
  return wrong
}

const addressable = hostileTexts.filter((one) => one.trim() !== '' && one.isWellFormed())

/** What is wrong with the answers to addresses and searches that make no sense. */
async function wrongPlaces(given: Case): Promise<string[]> {
  const { route, sample } = given
  const wrong: string[] = []
  const judge = async (what: string, request: Partial<Sample>, allowed: readonly number[]) => {
    const reply = await send(given, request)
    const problem = reply.status === 200 ? null : misshapen(reply)
    if (problem || !allowed.includes(reply.status)) wrong.push(`${what.slice(0, 80)}: ${problem ?? reply.status}`)
  }
  const reads = route.method === 'GET'
  for (const name of Object.keys(sample.params)) {
    const allowed = reads && !name.endsWith('Id') ? [200, 404, 422] : [404, 422]
    const values = addressable.filter((one) => one.length < 100)
    await severalAtOnce(values, (value) =>
      judge(`${name}=${value}`, { params: { ...sample.params, [name]: value } }, allowed),
    )
  }
  await judge('an unknown search', { search: { ...sample.search, unexpected: '1' } }, [422])
  const known = Object.keys((route.search as unknown as { shape?: object }).shape ?? {})
  for (const key of known.filter(() => reads)) {
    const values = [...addressable, ...hostileNumbers.map(String)]
    // A workbook for every one of them would take long; the keys differ in which they meet.
    const every = route.download ? 6 : 2
    const some = values.filter((_, at) => (at + key.length) % every === 0)
    await severalAtOnce(some, (value) => judge(`?${key}=${value}`, { search: { [key]: value } }, [200, 404, 422]))
    await judge(`?${key} twice`, { search: { [key]: ['1', '2'] } }, [422])
  }
  return wrong
}

// The lists of standing service hold some thirty fields, each of them sent wrong in every way.
it.each(routes.flatMap(sampled))('%s', { timeout: 60_000 }, async (_, making) => {
  const { route } = making
  const given = await soundCase(making)
  const { world } = counties
  const before = await contentOf(world)
  expect(await wrongPlaces(given)).toEqual([])
  if (route.method === 'GET' || route.upload) return
  expect(await wrongShapes(given)).toEqual([])
  expect(await contentOf(world), 'nothing is written').toBe(before)
  let taken = 0
  const property = fc.asyncProperty(pick, async (picked) => {
    const bad = poisoned(given.sample.body, picked)
    if (!bad) return
    const reply = await send(given, { body: bad.body })
    if (reply.status === 200) taken++
    else expect(misshapen(reply), `${bad.what}: ${reply.text.slice(0, 300)}`).toBeNull()
  })
  await fc.assert(property, diceOf(15))
  if (taken === 0) expect(await contentOf(world), 'nothing is written').toBe(before)
})
