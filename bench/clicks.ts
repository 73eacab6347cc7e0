import { existsSync } from 'node:fs'
import { askAlone, costOf, firstAfterSilence, firstClicks, spread } from './alone.ts'
import { browserRows } from './browser.ts'
import { startProduct } from './children.ts'
import type { Bench } from './measure.ts'
import { requestsOf } from './requests.ts'
import type { Results } from './results.ts'

/** Work of which somebody waits for the end. */
const works = ['first', 'clicks', 'routes', 'browser'] as const
export type Waited = Pick<Results, 'clicks' | 'firsts' | 'routes' | 'pages'>

export const nothingWaitedFor: Waited = { clicks: [], firsts: [], routes: [], pages: [] }

/** What one person waits for: the slow pages, the first click after a silence, every route that reads. */
export async function clicksOf({ connection, filesDir, runs, only, say }: Bench): Promise<Waited> {
  const wanted = (work: (typeof works)[number]) => only.length === 0 || only.includes(work)
  const waited = { clicks: [], firsts: [], routes: [], pages: [] } as {
    -readonly [K in keyof Waited]: Waited[K][number][]
  }
  if (!works.some(wanted)) return waited
  const built = existsSync(new URL('../dist/web/index.html', import.meta.url))
  const product = await startProduct(connection, filesDir, { screens: built })
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
    if (wanted('browser') && !built) say('pages in a browser are not measured: npm run build makes them')
    else if (wanted('browser')) waited.pages.push(...(await browserRows(product.address, 'bench-county', runs)))
    for (const { work, milliseconds } of waited.pages) say(`${work}: ${(milliseconds / 1000).toFixed(1)} s`)
    return waited
  } finally {
    await product.stop()
    await listened.stop()
  }
}
