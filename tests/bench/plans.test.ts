import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { send } from '../../bench/people.ts'
import { Plans } from '../../bench/plans.ts'
import { type Requests, requestsOf } from '../../bench/requests.ts'
import { countsOf, countsOfActs } from './counting.ts'
import { type HeardWorld, startHeardWorld, stopHeardWorld } from './heard-world.ts'
import { knownFaults, mostPages, pagesOf } from './plan-bounds.ts'
import { statementCounts } from './statement-counts.ts'

/** Large enough for a bad plan to show: 12,400 services, 20 parks in one county. */
let of: HeardWorld
let plans: Plans
let requests: Requests
beforeAll(async () => {
  of = await startHeardWorld({ parks: 60, servicesEach: 200 })
  requests = await requestsOf(of.world.connection, of.address)
  // What was just written is as well known to the planner as the rest.
  await of.world.sql('analyze')
  plans = await Plans.open(of.world.server)
}, 300_000)
afterAll(async () => {
  await plans?.close()
  await stopHeardWorld(of)
})

/** The narrower the scope, the more it adds to a plan: a county, a large county, the largest park, a park. */
const others = ['bench-large-county', 'bench-county', 'bench-full-1', 'bench-officer']

type Looked = { faults: string[]; pages: Record<string, number> }

/** The faults of all plans, and the most pages that any reader's answer of a route takes. */
async function looked(): Promise<Looked> {
  const faults = new Set<string>()
  const pages: Record<string, number> = {}
  for (const { route, path, session } of requests.routes) {
    for (const reader of session === 'bench-province' ? [session, ...others] : [session]) {
      of.heard.take()
      const answer = await fetch(of.address + path, { headers: reader ? { cookie: `yqt_session=${reader}` } : {} })
      await answer.arrayBuffer()
      const statements = of.heard.take()
      if (answer.status !== 200) {
        expect(reader, `${route}: ${answer.status}`).not.toBe(session)
        continue
      }
      const planned = await plans.of(statements)
      const read = planned.reduce((sum, one) => sum + one.pages, 0)
      pages[route] = Math.max(pages[route] ?? 0, read)
      for (const { text, faults: found } of planned) {
        for (const { what, rows } of found) {
          const fault = `${route} by ${reader}: ${what}`
          faults.add(fault)
          if (!knownFaults.includes(fault)) process.stderr.write(`${fault} (${rows}): ${text.slice(0, 400)}\n`)
        }
      }
    }
  }
  return { faults: [...faults].sort(), pages }
}

describe('what the product asks, as the application role in the scope of who asks', () => {
  let found: Looked
  beforeAll(async () => {
    found = await looked()
  }, 300_000)

  it('scans no large table to throw it away, and guesses well, but for what is known', () =>
    expect(found.faults).toEqual(knownFaults))

  it('reads no more pages for an answer than is written beside its route', () => {
    const over = Object.entries(found.pages).filter(([route, read]) => read > (pagesOf[route] ?? mostPages))
    expect(over).toEqual([])
  })

  it('asks as often as is written beside each route, however much there is', async () => {
    const counted = { ...(await countsOf(of, requests.routes)), ...(await countsOfActs(of, requests.ids)) }
    expect(counted).toEqual(statementCounts)
  }, 180_000)
})

describe('a statement that is planted', () => {
  const planted = async (text: string) => {
    of.heard.take()
    await send(of.address, 'bench-county', 'GET', '/api/session')
    const [enter] = of.heard.take()
    if (!enter) throw new Error('nothing was heard')
    const planned = await plans.of([enter, { text, values: [] }, { text: 'rollback', values: [] }])
    return { faults: planned.flatMap(({ faults }) => faults), pages: planned.at(-1)?.pages ?? 0 }
  }

  it('is found to scan, where an expression that is not leak-proof keeps it from its index', async () => {
    const { faults, pages } = await planted(
      `select s.id from ledger_entries e join payments p on p.id = e.subject join services s on s.id::text = coalesce(p.service_id, e.subject)::text`,
    )
    expect(faults).toContainEqual(
      expect.objectContaining({ what: expect.stringMatching(/Scan of services throws rows away/) }),
    )
    expect(pages).toBeGreaterThan(mostPages)
  })

  it('is found to guess badly, where the planner cannot know how columns hang together', async () => {
    const { faults } = await planted(
      `select id from services where length(id::text) = 36 and length(no) > 5 and length(pilot_id::text) = 36 and length(need) > 0`,
    )
    expect(faults).toContainEqual(expect.objectContaining({ what: 'Seq Scan of services guesses badly' }))
  })
})
