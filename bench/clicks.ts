import { askAlone, costOf, firstAfterSilence, firstClicks, spread } from './alone.ts'
import { startProduct } from './children.ts'
import type { Bench } from './measure.ts'
import { requestsOf } from './requests.ts'
import type { Results } from './results.ts'

type Waited = Pick<Results, 'clicks' | 'firsts' | 'routes'>

/** What one person waits for: the slow pages, the first click after a silence, every route that reads. */
export async function clicksOf({ connection, filesDir, runs, only, say }: Bench): Promise<Waited> {
  const wanted = (work: 'clicks' | 'first' | 'routes') => only.length === 0 || only.includes(work)
  const waited = { clicks: [], firsts: [], routes: [] } as { -readonly [K in keyof Waited]: Waited[K][number][] }
  if (!wanted('clicks') && !wanted('first') && !wanted('routes')) return waited
  const product = await startProduct(connection, filesDir)
  const listened = await startProduct(connection, filesDir, { listening: true })
  try {
    const { clicks, routes } = await requestsOf(connection, product.address)
    if (wanted('first')) {
      for (const asked of firstClicks) {
        const times: number[] = []
        for (let run = 0; run < runs; run++) times.push(await firstAfterSilence(product, asked))
        waited.firsts.push({ work: asked.route, ...spread(times) })
        say(`${asked.route}: ${times.map((ms) => ms.toFixed(0)).join(', ')} ms`)
      }
    }
    if (wanted('clicks')) {
      for (const asked of clicks) {
        const taken = await askAlone(product, asked)
        waited.clicks.push(taken)
        say(`${asked.route}: ${taken.median.toFixed(1)} ms, at most ${taken.max.toFixed(1)} ms`)
      }
    }
    if (wanted('routes')) {
      for (const asked of routes) waited.routes.push(await costOf(product, listened, asked))
      say(
        `${routes.length} routes, the slowest ${Math.max(...waited.routes.map(({ median }) => median)).toFixed(0)} ms`,
      )
    }
    return waited
  } finally {
    await product.stop()
    await listened.stop()
  }
}
