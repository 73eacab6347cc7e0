import { setTimeout } from 'node:timers/promises'
import type { Product } from './children.ts'
import { get } from './people.ts'
import type { Asked } from './requests.ts'
import type { Clicked, RouteCost } from './results.ts'

const most = 15
const patienceMs = 3000

/** One whole answer, packed on its way as for a browser: milliseconds, bytes unpacked. */
export async function once(address: string, { session, path }: Asked): Promise<{ ms: number; bytes: number }> {
  const begun = performance.now()
  const answer = await get(address, session, path)
  const bytes = (await answer.arrayBuffer()).byteLength
  return { ms: performance.now() - begun, bytes }
}

/** One person asks again and again, after a first answer that does not count: up to fifteen times, or for three seconds. */
export async function askAlone(product: Product, asked: Asked): Promise<Clicked> {
  await once(product.address, asked)
  await product.longestHold()
  const times: number[] = []
  let bytes = 0
  const end = performance.now() + patienceMs
  while (times.length < most && (times.length < 3 || performance.now() < end)) {
    const answer = await once(product.address, asked)
    times.push(answer.ms)
    bytes = answer.bytes
  }
  return { work: asked.route, ...spread(times), bytes, longestHold: await product.longestHold() }
}

/** The same with what it asks the database. */
export async function costOf(product: Product, listened: Product, asked: Asked): Promise<RouteCost> {
  const statements = await listened.statementsOf(() => once(listened.address, asked))
  return { ...(await askAlone(product, asked)), session: asked.session, statements: statements.length }
}

/** What an officer opens in the morning. */
const firstPaths = ['/api/services?state=under-way&sort=-updatedAt&pageSize=50', '/api/pilots', '/api/inbox']
export const firstClicks: readonly Asked[] = firstPaths.map((path) => ({
  route: `first click: ${path.replace(/\?.*/, '')}`,
  session: 'bench-county',
  path,
}))

const silenceMs = 15_000

/** Nobody asks anything for fifteen seconds; then somebody does. */
export async function firstAfterSilence(product: Product, asked: Asked): Promise<number> {
  await setTimeout(silenceMs)
  return (await once(product.address, asked)).ms
}

export function spread(times: readonly number[]): { median: number; max: number } {
  const sorted = times.toSorted((a, b) => a - b)
  return { median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN, max: sorted.at(-1) ?? Number.NaN }
}
