import { setTimeout } from 'node:timers/promises'
import type pg from 'pg'
import { accountAt, serverAccount } from '../src/platform/postgres/accounts.ts'
import { content, formsOf, openReturns } from './acts.ts'
import { badSignIns } from './bad-sign-ins.ts'
import { besideOthers } from './beside.ts'
import { checkEvaluation, checkEvaluations } from './check-evaluations.ts'
import { checkList, checkProvince, checkSaves, checkTable } from './checks.ts'
import { load, startProduct } from './children.ts'
import { expect } from './expect.ts'
import type { Load, Loaded, Statement } from './load.ts'
import { get, send } from './people.ts'
import type { Beside, Repeated } from './results.ts'
import { slowUploading } from './slow-uploads.ts'

/** A filter, a sort and a count, in turn: four pages that officers really open. */
export const listPaths = [
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

type Measured = { repeated: Repeated[]; beside: Beside[]; memoryAfterLoad: number }

/** Everything that is done again and again, at one size, each first looked at for right answers. */
export async function measure(bench: Bench): Promise<Measured> {
  const { connection, filesDir, services, only, say } = bench
  const product = await startProduct(connection, filesDir)
  const listened = await startProduct(connection, filesDir, { listening: true })
  const repeated: Repeated[] = []
  const wanted = (work: Repeated['work'] | 'uploads' | 'sign-ins') => only.length === 0 || only.includes(work)
  const keep = (work: Repeated['work'], taken: Omit<Repeated, 'work' | 'services'>) => {
    repeated.push({ work, services, ...taken })
    say(
      `${work}: ${told(taken.product)}; bare SQL ${told(taken.bare)}${taken.alone ? `; alone ${told(taken.alone)}` : ''}`,
    )
  }
  const { host, port, user, database } = accountAt(connection, serverAccount)
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
    if (wanted('evaluation')) {
      const path = `/api/evaluations/${await checkEvaluation(connection, product.address)}`
      keep('evaluation', await read('bench-province', [path], true))
    }
    if (wanted('evaluations')) {
      await checkEvaluations(connection, product.address)
      keep('evaluations', await read('bench-province', ['/api/evaluations'], true))
    }
    const { address } = product
    const list = () =>
      median({ ...bench, runs: 1 }, async () => ({ kind: 'read', address, session: 'bench-county', paths: listPaths }))
    const beside: Beside[] = []
    for (const [work, others] of [['uploads', slowUploading] as const, ['sign-ins', badSignIns] as const]) {
      if (!wanted(work)) continue
      const found = await besideOthers(others, { runs: bench.runs, address, list })
      beside.push(found)
      say(`list at rest ${told(found.rest)}; beside ${found.what} ${told(found.beside)}`)
    }
    return { repeated, beside, memoryAfterLoad: (await product.memory()).now }
  } finally {
    await product.stop()
    await listened.stop()
  }
}

function told({ perSecond, p50, p99 }: Loaded): string {
  return `${perSecond.toFixed(0)}/s, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`
}

/** After a warm-up, the middle one of the runs by requests a second. */
export async function median(
  { seconds, runs }: Pick<Bench, 'seconds' | 'runs'>,
  order: () => Promise<DistributiveOmit<Load, 'seconds'>>,
): Promise<Loaded> {
  const run = async (length: number) => {
    const loaded = await load({ ...(await order()), seconds: length })
    // What was under way when the run ended is done before anything else begins.
    await setTimeout(1000)
    return loaded
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
