import type pg from 'pg'
import { content, formsOf } from './acts.ts'
import { load, startProduct } from './children.ts'
import { type Directus, flat, startDirectus } from './directus.ts'
import { directusVersion, install } from './directus-install.ts'
import { expect } from './expect.ts'
import { asOwner } from './generate.ts'
import type { Call, Load } from './load.ts'
import { type Bench, listPaths } from './measure.ts'
import { getJson } from './people.ts'
import { requestsOf } from './requests.ts'
import type { Paired } from './results.ts'

type Order = Load extends infer L ? (L extends Load ? Omit<L, 'seconds'> : never) : never
type Pair = { readonly work: string; readonly product: () => Promise<Order>; readonly peer: () => Promise<Order> }

/**
 * The product and Directus in turn over the same rows and the same PostgreSQL, ten connections each: Directus as its administrator,
 * without row rules, over one flat table. Empty, with a sentence, where Directus cannot be installed.
 */
export async function pairing({ connection, filesDir, seconds, runs, say }: Bench): Promise<Paired[]> {
  const installed = await install(say).catch((error: Error) => {
    say(`not paired with Directus ${directusVersion}, which cannot be installed here: ${error.message}`)
    return null
  })
  if (!installed) return []
  const peer = await startDirectus(installed, connection)
  const product = await startProduct(connection, filesDir)
  try {
    const paired: Paired[] = []
    for (const pair of await pairs(connection, product, peer)) {
      const taken = { product: [] as number[], peer: [] as number[] }
      const run = async (side: keyof typeof taken, length: number) => {
        const loaded = await load({ ...(await pair[side]()), seconds: length } as Load)
        expect(loaded.refused === 0, `${pair.work}: ${loaded.refused} requests were refused`)
        return loaded.perSecond
      }
      for (const side of ['product', 'peer'] as const) await run(side, Math.min(3, seconds))
      for (let round = 0; round < runs; round++)
        for (const side of ['product', 'peer'] as const) taken[side].push(await run(side, seconds))
      paired.push({ work: pair.work, product: middle(taken.product), peer: middle(taken.peer) })
      say(`${pair.work}: ${middle(taken.product).toFixed(0)}/s, Directus ${middle(taken.peer).toFixed(0)}/s`)
    }
    return paired
  } finally {
    await product.stop()
    await peer.stop()
  }
}

const middle = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

async function pairs(
  connection: pg.PoolConfig,
  product: Awaited<ReturnType<typeof startProduct>>,
  peer: Directus,
): Promise<Pair[]> {
  const session = 'bench-county'
  const { address } = product
  const calls = (...requests: Call[]) => {
    const headers = { authorization: `Bearer ${peer.token}` }
    return async () => ({ kind: 'call' as const, address: peer.address, headers, requests })
  }
  const read =
    (...paths: string[]) =>
    async () => ({ kind: 'read' as const, address, session, paths })
  const county = await countyOf(connection)
  const peerLists = listPaths.map((path) => listOf(path, county))
  for (const [at, path] of listPaths.entries()) await sameTotal(address, path, peer, peerLists[at]?.path ?? '')
  const { ids } = await requestsOf(connection, address)
  const forms = await formsOf(connection, product)
  const one = `/items/${flat}/${ids.servedId}`
  return [
    { work: 'list of 50: filter, sort, count', product: read(...listPaths), peer: calls(...peerLists) },
    { work: 'read one', product: read(`/api/services/${ids.servedId}`), peer: calls({ method: 'GET', path: one }) },
    {
      work: 'update one',
      product: async () => ({ kind: 'save', address, forms: await forms(), content }),
      peer: calls({ method: 'PATCH', path: one, body: { note: '按诊断结果提升管理与技术水平' } }),
    },
  ]
}

async function countyOf(connection: pg.PoolConfig): Promise<string> {
  const { rows } = await asOwner(connection, (owner) =>
    owner.query<{ code: string }>(
      `select u.code from sessions n join accounts a on a.id = n.account_id join units u on u.id = a.unit_id
        where n.token_hash = encode(sha256('bench-county'), 'hex')`,
    ),
  )
  return rows[0]?.code ?? ''
}

/** The same question as a page of the product, asked of the flat table. */
function listOf(path: string, county: string): Call {
  const search = new URL(path, 'http://product').searchParams
  const sort = { updatedAt: 'updated_at', openedOn: 'opened_on', no: 'no' }
  const [, falling = '', key = ''] = /^(-?)(.*)$/.exec(search.get('sort') ?? '') ?? []
  const asked = new URLSearchParams({
    'filter[county][_eq]': county,
    'filter[state][_eq]': search.get('state') ?? '',
    sort: `${falling}${sort[key as keyof typeof sort]}`,
    limit: '50',
    meta: 'filter_count',
  })
  return { method: 'GET', path: `/items/${flat}?${asked}` }
}

async function sameTotal(address: string, path: string, peer: Directus, peerPath: string): Promise<void> {
  const { total } = await getJson<{ total: number }>(address, 'bench-county', path)
  const answer = await fetch(peer.address + peerPath, { headers: { authorization: `Bearer ${peer.token}` } })
  const { meta, data } = (await answer.json()) as { meta?: { filter_count: number }; data?: unknown[] }
  const same = total > 50 && meta?.filter_count === total && data?.length === 50
  expect(same, `${path}: ${total} in all, Directus says ${answer.status} ${meta?.filter_count}`)
}
