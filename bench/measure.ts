import { setTimeout } from 'node:timers/promises'
import type pg from 'pg'
import { samplePlan } from '../database/demo/sample-plan.ts'
import { checkList, checkProvince, checkSaves, checkTable } from './checks.ts'
import { load, type Product, startProduct, today } from './children.ts'
import { expect } from './expect.ts'
import { asOwner } from './generate.ts'
import { connections, type Form, type Load, type Loaded, type Statement } from './load.ts'
import { get, getJson, send } from './people.ts'
import type { Repeated } from './results.ts'

/** A filter, a sort and a count, in turn: four pages that officers really open. */
const listPaths = [
  '/api/services?state=under-way&sort=-updatedAt&pageSize=50',
  '/api/services?state=confirmed&sort=openedOn&pageSize=50',
  '/api/services?state=contracted&sort=-no&pageSize=50',
  '/api/services?state=closed&sort=-openedOn&pageSize=50',
]

export type Bench = {
  readonly connection: pg.PoolConfig
  readonly filesDir: string
  readonly services: number
  readonly seconds: number
  readonly runs: number
  readonly only: readonly string[]
  readonly say: (line: string) => void
}

type Measured = { repeated: Repeated[]; memoryAfterLoad: number }

/** Everything that is done again and again, at one size, each first looked at for right answers. */
export async function measure(bench: Bench): Promise<Measured> {
  const { connection, filesDir, services, only, say } = bench
  const product = await startProduct(connection, filesDir)
  const listened = await startProduct(connection, filesDir, { listening: true })
  const repeated: Repeated[] = []
  const wanted = (work: Repeated['work']) => only.length === 0 || only.includes(work)
  const keep = (work: Repeated['work'], taken: Omit<Repeated, 'work' | 'services'>) => {
    repeated.push({ work, services, ...taken })
    say(
      `${work}: ${told(taken.product)}; bare SQL ${told(taken.bare)}${taken.alone ? `; alone ${told(taken.alone)}` : ''}`,
    )
  }
  const { host, port, user, database } = connection
  const bare = (requests: Statement[][], apart: boolean) =>
    median(bench, async () => ({ kind: 'bare', connection: { host, port, user, database }, requests, apart }))
  const read = async (session: string, paths: readonly string[], onOne: boolean) => {
    const requests: Statement[][] = []
    for (const path of paths) requests.push(await listened.statementsOf(() => get(listened.address, session, path)))
    const { address } = product
    const taken = await median(bench, async () => ({ kind: 'read', address, session, paths }))
    const alone = onOne
      ? await median(bench, async () => ({ kind: 'read', alone: true, address, session, paths }))
      : null
    return { product: taken, bare: await bare(requests, false), alone }
  }
  try {
    if (wanted('list')) {
      for (const path of listPaths) await checkList(connection, product.address, path)
      keep('list', await read('bench-county', listPaths, false))
    }
    if (wanted('command')) {
      const forms = await formsOf(connection, product)
      const taken = await median(bench, async () => ({
        kind: 'save',
        address: product.address,
        forms: await forms(),
        content,
      }))
      await checkSaves(connection, content)
      const requests: Statement[][] = []
      for (const { session, path, revision } of await forms()) {
        const save = () => send(listened.address, session, 'PUT', path, { revision, content })
        requests.push(await listened.statementsOf(save))
      }
      keep('command', { product: taken, bare: await bare(requests, true), alone: null })
    }
    if (wanted('table')) {
      const filingId = await openReturns(connection, product)
      await checkTable(connection, product.address, filingId)
      keep('table', await read('bench-full-1', [`/api/filings/${filingId}/table`], true))
    }
    if (wanted('province')) {
      await checkProvince(connection, product.address)
      keep('province', await read('bench-province', ['/api/province'], true))
    }
    return { repeated, memoryAfterLoad: (await product.memory()).now }
  } finally {
    await product.stop()
    await listened.stop()
  }
}

function told({ perSecond, p50, p99 }: Loaded): string {
  return `${perSecond.toFixed(0)}/s, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`
}

/** After a warm-up, the middle one of the runs by requests a second. */
async function median(
  { seconds, runs }: Bench,
  order: () => Promise<DistributiveOmit<Load, 'seconds'>>,
): Promise<Loaded> {
  // What was under way when a run ended is done before the next begins.
  const run = async (length: number) => {
    await setTimeout(500)
    return load({ ...(await order()), seconds: length })
  }
  await run(Math.min(3, seconds))
  const taken: Loaded[] = []
  for (let nth = 0; nth < runs; nth++) taken.push(await run(seconds))
  for (const { refused } of taken) expect(refused === 0, `${refused} requests were refused`)
  taken.sort((a, b) => a.perSecond - b.perSecond)
  const middle = taken[Math.floor(taken.length / 2)]
  if (!middle) throw new Error('nothing was measured')
  return middle
}
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never

/** What is saved: three planned services. */
const content = { rows: samplePlan('试点园区').services.rows.slice(0, 3) }

/** Ten park managers, each saving the services of their own plan again and again: lock, ask, save, record. */
async function formsOf(connection: pg.PoolConfig, { address }: Product): Promise<() => Promise<Form[]>> {
  const plans = await asOwner(connection, async (owner) => {
    const sql = `select f.id from filings f join pilots p on p.id = f.pilot_id join units u on u.id = p.park_id
                  where f.kind = 'plan' and f.state = 'draft' order by u.name`
    return (await owner.query<{ id: string }>(sql)).rows.map(({ id }) => id)
  })
  expect(plans.length === connections, `${plans.length} plans are being written`)
  return () =>
    Promise.all(
      plans.map(async (filingId, nth) => {
        const session = `bench-draft-${nth + 1}`
        const { sections } = await getJson<Sections>(address, session, `/api/filings/${filingId}`)
        const revision = sections.find(({ section }) => section === 'services')?.revision ?? 0
        return { session, path: `/api/filings/${filingId}/sections/services`, revision }
      }),
    )
}

type Sections = { sections: { section: string; revision: number }[] }

/** These returns are months late, so that they need an exception to their lock. */
async function unlock(connection: pg.PoolConfig, unitId: string, period: string): Promise<void> {
  const sql = `insert into filing_exceptions (id, batch_id, unit_id, kind, period, reason, until, granted_by, granted_on, granted_at, scope)
               select gen_random_uuid(), batch_id, unit_id, 'target-table', $3, '补报', $2::date + 30, (select min(id::text)::uuid from accounts), $2::date, $2::date, scope
                 from filings where unit_id = $1 and kind = 'plan'`
  await asOwner(connection, (owner) => owner.query(sql, [unitId, today.slice(0, 10), period]))
}

/** The full park files its first two returns by the product's own commands and opens the third, which is measured. */
async function openReturns(connection: pg.PoolConfig, { address }: Product): Promise<string> {
  const session = 'bench-full-1'
  const { batchId, unitId, filingId } = await asOwner(connection, async (owner) => {
    const sql = `select f.batch_id as "batchId", f.unit_id as "unitId", max(r.id::text) filter (where r.period = '2026Q4') as "filingId"
                   from filings f left join filings r on r.pilot_id = f.pilot_id and r.kind = 'target-table'
                  where f.pilot_id = (select pilot_id from activities limit 1) and f.kind = 'plan' group by f.batch_id, f.unit_id`
    type Found = { batchId: string; unitId: string; filingId: string | null }
    return (await owner.query<Found>(sql)).rows[0] ?? { batchId: '', unitId: '', filingId: null }
  })
  if (filingId) return filingId
  const open = async (period: string) => {
    await unlock(connection, unitId, period)
    const duty = { batchId, unitId, kind: 'target-table', period }
    const answer = await send(address, session, 'POST', '/api/filings', duty)
    return ((await answer.json()) as { filingId: string }).filingId
  }
  for (const period of ['2026Q2', '2026Q3']) {
    const id = await open(period)
    const { rows } = await getJson<{ rows: { indicator: string }[] }>(address, session, `/api/filings/${id}/table`)
    const reasons = Object.fromEntries(rows.map(({ indicator }) => [indicator, '本期为 0，按计划推进']))
    const { sections } = await getJson<Sections>(address, session, `/api/filings/${id}`)
    const body = { revision: sections[0]?.revision ?? 0, content: { reasons } }
    await send(address, session, 'PUT', `/api/filings/${id}/sections/reasons`, body)
    await send(address, session, 'POST', `/api/filings/${id}/submission`, {})
  }
  return open('2026Q4')
}
