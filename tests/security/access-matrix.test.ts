import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endpoints } from '../../src/app.ts'
import type { Endpoint } from '../../src/platform/command.ts'
import { inScope, type Post, postList } from '../../src/policy/people/roles.ts'
import { type Actor, everybody, knock, type Reply, signedIn } from './actors.ts'
import { crossed } from './crossed.ts'
import { doorsBySeat, expectedAccess } from './expected-access.ts'
import { hiddenFrom, wordsOf } from './hidden-words.ts'
import { keyOf, type Sample } from './sample.ts'
import { sampled } from './samples.ts'
import type { Counties } from './side.ts'
import { twoCounties } from './two-counties.ts'

const sides = ['own', 'foreign'] as const

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

type Heard = { readonly key: string; readonly by: Actor; readonly sent: string; readonly reply: Reply }
const heard: Heard[] = []

/** By what is written down by hand, and by no table of the product. */
function mayTry({ route }: Endpoint, { post }: Actor): boolean {
  const who = expectedAccess.get(keyOf(route)) ?? []
  return post !== null && who !== 'everybody' && who.includes(post)
}

/** How a record hangs to whoever asks for it. */
type Relation = 'own' | 'child' | 'sibling' | 'foreign'

function relationOf({ scope: by }: Actor, scope: string): Relation {
  if (by === scope) return 'own'
  if (inScope(by, scope)) return 'child'
  const county = (one: string) => one.split('/').slice(0, 3).join('/')
  return county(by) === county(scope) ? 'sibling' : 'foreign'
}

const tried = new Map<Post, Map<Relation, number>>()
function count(by: Actor, { scope }: Sample): void {
  if (by.post === null || scope === null) return
  const relation = relationOf(by, scope)
  const all = tried.get(by.post) ?? new Map<Relation, number>()
  tried.set(by.post, all.set(relation, (all.get(relation) ?? 0) + 1))
}

/** What this actor is to be told, by the post's permissions and the scope of the record. */
function expected(endpoint: Endpoint, { scope, seenFromBelow }: Sample, by: Actor): readonly number[] {
  const { kind } = endpoint
  const { path } = endpoint.route
  const reads = kind === 'query' || kind === 'download'
  const done = reads ? [200] : [200, 409, 422]
  if (expectedAccess.get(keyOf(endpoint.route)) === 'everybody')
    return path === '/api/session' ? [...done, 401] : [...done, 404, 422]
  if (by.post === null) return [401]
  // Seats come and go while this goes on.
  if (by.post === 'expert' && doorsBySeat.has(keyOf(endpoint.route))) return [403, 200, 404]
  if (!mayTry(endpoint, by)) return [403]
  const seen = scope === null || inScope(by.scope, scope) || (seenFromBelow && inScope(scope, by.scope))
  return seen ? done : [404]
}

/** One exception may be open at a time, and others need one later; a changed password signs out everywhere else, and so does who asks for it. */
const turns: Readonly<Record<string, number>> = {
  'POST /api/exceptions': -1,
  'PUT /api/session/password': 1,
  'POST /api/sessions/ended': 1,
}
const turnOf = ({ route }: Endpoint) => turns[keyOf(route)] ?? 0
const doors = endpoints
  .toSorted((a, b) => turnOf(a) - turnOf(b))
  .flatMap((endpoint) => sampled(endpoint.route).map(([name, making]) => [name, endpoint, making] as const))

describe('every post at every door, own record and foreign', () => {
  it.each(doors)('%s', async (key, endpoint, making) => {
    const { world } = counties
    const { route } = endpoint
    const wrong: string[] = []
    let accepted = 0
    const made = { own: await making.make(counties.own), foreign: await making.make(counties.foreign) }
    // First with one foreign thing among its own, which must not get through; what then gets through is sound.
    const triers = actors.filter((one) => mayTry(endpoint, one) && !inScope(one.scope, counties.foreign.park.scope))
    for (const { where, request } of crossed(made.own, made.foreign)) {
      // All are refused: they do not disturb each other.
      const tries = triers.map(async (by) => {
        const reply = await knock(world, route, request, by)
        heard.push({ key: `${key} (foreign ${where})`, by, sent: JSON.stringify(request), reply })
        if (reply.status < 400 || reply.status >= 500) wrong.push(`foreign ${where} by ${by.who}: ${reply.status}`)
      })
      await Promise.all(tries)
    }
    for (const side of sides) {
      const sample = made[side]
      const visit = async (actor: Actor) => {
        const by = sample.endsSession && actor.post ? await signedIn(world, actor.who) : actor
        const reply = await knock(world, route, sample, by)
        count(by, sample)
        // What a link or a password opens is shown to whoever holds it.
        if (route.permission !== 'public') heard.push({ key, by, sent: JSON.stringify(sample), reply })
        const isGone = sample.endsRecord && accepted > 0
        const allowed = [...expected(endpoint, sample, by), ...(isGone ? [404] : [])]
        if (!allowed.includes(reply.status)) {
          wrong.push(`${side} ${by.who}: ${reply.status} instead of ${allowed} ${reply.text.slice(0, 300)}`)
        }
        if (side === 'own' && reply.status === 200) accepted++
      }
      // Readers do not disturb each other, nor does who is turned away; who acts comes one after the other.
      const mayAct = (actor: Actor) => {
        const [first] = expected(endpoint, sample, actor)
        return route.method !== 'GET' && (first === undefined || first < 400)
      }
      for (const actor of actors.filter(mayAct)) await visit(actor)
      await Promise.all(actors.filter((one) => !mayAct(one)).map(visit))
    }
    // The whole list, too: what is not asked for by name must stay out as well.
    if (route.method === 'GET' && !route.path.includes(':') && route.permission !== 'public') {
      for (const by of actors) heard.push({ key, by, sent: '', reply: await knock(world, route, {}, by) })
    }
    expect(wrong).toEqual([])
    expect(accepted, `nobody gets through, the sample is stale: ${heard.at(-1)?.reply.text}`).toBeGreaterThan(0)
  })

  it('has tried every post with records of every kind that there are for it', () => {
    const kinds = (post: Post) => Object.fromEntries(tried.get(post) ?? [])
    const most = (post: Post): readonly Relation[] => {
      if (/^(?:province-|(?:system|security|audit)-admin)/.test(post)) return ['child']
      if (/^(?:economy|finance)-/.test(post)) return ['own', 'child', 'foreign']
      if (post === 'expert') return ['child']
      return ['own', 'sibling', 'foreign']
    }
    for (const post of postList)
      for (const relation of most(post)) expect(kinds(post)[relation] ?? 0, `${post}: ${relation}`).toBeGreaterThan(20)
  })

  it('tells nobody a word of what row security hides from them', { timeout: 120_000 }, async () => {
    const { world, foreign } = counties
    const stranger = await signedIn(world, `${foreign.park.name}·负责人`)
    const scopes = [...new Set(actors.map((one) => one.scope))]
    const leaks: string[] = []
    for (const scope of scopes) {
      const hidden = await hiddenFrom(world, scope)
      if (scope.startsWith(counties.own.countyScope)) {
        expect(hidden.codes.size).toBeGreaterThan(500)
        // The very same door, opened by the foreign park, says what this reader must not hear: so the ear is not deaf.
        for (const key of ['/api/services', '/api/services/export']) {
          const shown = await world.http.inject({ url: key, headers: { cookie: stranger.cookie } })
          const reply = {
            status: 200,
            type: String(shown.headers['content-type']),
            headers: {},
            raw: shown.rawPayload,
            text: '',
          }
          expect((await wordsOf(reply, hidden)).length, key).toBeGreaterThan(5)
        }
      }
      for (const { key, by, sent, reply } of heard.filter((one) => one.by.scope === scope)) {
        for (const word of await wordsOf(reply, hidden)) {
          if (!sent.includes(word)) leaks.push(`${key} tells ${by.who}: ${word}`)
        }
      }
    }
    expect(leaks).toEqual([])
  })
})
