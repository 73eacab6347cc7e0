import type { BrowserContext } from 'playwright-core'
import { openChromium } from '../tests/support/chromium.ts'

/** One page opened by a browser that has kept nothing, on a slow processor and a slow line. */
export type BrowserRow = {
  readonly work: string
  /** From the address entered until what the page is for can be used; the middle one of the runs. */
  readonly milliseconds: number
  /** What came over the line until then, headers included. */
  readonly bytes: number
  readonly requests: number
}

/** What Chromium's developer tools call Slow 4G (562.5 ms a request, 1.44 Mbit/s down), and a processor four times slower. */
const slowLine = { offline: false, latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375 }
const slowerBy = 4

const pages = [
  { work: 'sign-in in a browser, throttled', path: '/', signedIn: false, usable: 'input[autocomplete="username"]' },
  { work: 'services in a browser, throttled', path: '/services', signedIn: true, usable: 'main tbody td a' },
] as const

/** Opens the sign-in page and the list of services of the product at `address`, as a guest and as the person of that session. */
export async function browserRows(address: string, sessionToken: string, runs = 3): Promise<BrowserRow[]> {
  const browser = await openChromium()
  try {
    const rows: BrowserRow[] = []
    for (const { work, path, signedIn, usable } of pages) {
      const taken: Omit<BrowserRow, 'work'>[] = []
      for (let nth = 0; nth < runs; nth++) {
        const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
        if (signedIn) await context.addCookies([{ name: 'yqt_session', value: sessionToken, url: address }])
        taken.push(await opened(context, address + path, usable))
        await context.close()
      }
      taken.sort((a, b) => a.milliseconds - b.milliseconds)
      const middle = taken[Math.floor(taken.length / 2)]
      if (middle) rows.push({ work, ...middle })
    }
    return rows
  } finally {
    await browser.close()
  }
}

/** The time is taken in the page itself, at the first frame in which `usable` is there. */
async function opened(context: BrowserContext, address: string, usable: string): Promise<Omit<BrowserRow, 'work'>> {
  const page = await context.newPage()
  const line = await context.newCDPSession(page)
  let [bytes, requests] = [0, 0]
  line.on('Network.requestWillBeSent', () => requests++)
  line.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  await line.send('Network.enable')
  await line.send('Network.emulateNetworkConditions', slowLine)
  await line.send('Emulation.setCPUThrottlingRate', { rate: slowerBy })
  const found = new Promise<Omit<BrowserRow, 'work'>>((resolve) => {
    void page.exposeFunction('isUsable', (milliseconds: number) => resolve({ milliseconds, bytes, requests }))
  })
  await page.addInitScript((selector) => {
    const view = globalThis as unknown as View
    const look = () => {
      if (view.document.querySelector(selector)) view.isUsable(view.performance.now())
      else view.requestAnimationFrame(look)
    }
    look()
  }, usable)
  await page.goto(address, { waitUntil: 'commit', timeout: 120_000 })
  return found
}

/** Of a window, what is used above: the benchmark is compiled without the browser's types. */
type View = {
  readonly document: { querySelector(selector: string): unknown }
  readonly performance: { now(): number }
  requestAnimationFrame(look: () => void): void
  isUsable(milliseconds: number): void
}
