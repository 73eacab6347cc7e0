import { afterAll, beforeAll, expect, it } from 'vitest'
import type { z } from 'zod'
import { endpoints } from '../../src/app.ts'
import { refusalText } from '../../src/policy/guide/refuse.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const anything: unknown = new Proxy({}, { get: (_, key) => (typeof key === 'string' ? given : undefined) })
const given: unknown = new Proxy({}, { get: (_, key) => (typeof key === 'string' ? 'given' : undefined) })
const guards = endpoints.flatMap(({ route, guards: all }) =>
  // What a person typed stands in for itself.
  Object.entries(all).map(([constraint, refusal]) => ({ route, constraint, refusal: refusal(anything as never) })),
)
const where = ({ route, constraint }: (typeof guards)[number]) => `${route.method} ${route.path} ${constraint}`

it('guards only what the database really holds', async () => {
  const known = await world.sql<{ name: string }>(
    // Also what a trigger raises under a name of its own.
    `select conname::text as name from pg_constraint union select relname::text from pg_class where relkind = 'i'
      union select (regexp_matches(prosrc, 'constraint = ''(\\w+)''', 'g'))[1] from pg_proc where pronamespace = 'public'::regnamespace`,
  )
  const names = new Set(known.map(({ name }) => name))
  expect(guards.length).toBeGreaterThan(10)
  expect(guards.filter(({ constraint }) => !names.has(constraint)).map(where)).toEqual([])
})

it('says a whole sentence in both languages when a guard speaks instead of the rule', () => {
  const unfilled = guards.filter(({ refusal }) => /[{}]/.test(Object.values(refusalText(refusal)).join('')))
  expect(unfilled.map(where)).toEqual([])
})

it('names a field that the request has', () => {
  const strange = guards.filter(({ route, refusal }) => {
    const shapes = [route.params, route.search, route.body].map((part) => (part as z.ZodObject).shape)
    return (
      refusal.field !== null && !shapes.some((shape) => ((refusal.field ?? '').split('.', 1)[0] as string) in shape)
    )
  })
  expect(strange.map(where)).toEqual([])
})
