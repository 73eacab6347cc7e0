import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BrowserContext, Page } from 'playwright-core'
import { officeOf } from '../../database/demo/client.ts'
import { serveScreens } from '../../src/platform/http/screens.ts'
import { publicPages } from '../../src/policy/people/public-pages.ts'
import { barriers } from './barriers.ts'
import { setTime } from './browser-clock.ts'
import { openChromium, openProfile } from './chromium.ts'
import { type Effort, type Hands, handsOn, settled, watch } from './hands.ts'
import { testPassword } from './template.ts'
import { startWorld, type World } from './world.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** Built by tools/test.mjs; while screens are being made, a build of one's own. */
const screens = process.env.SCREENS_DIR ?? join(root, 'dist/web')

/** `PICTURES=1 npm test` leaves a picture of every step in test-results/. */
const withPictures = process.env.PICTURES !== undefined

const wide = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }

/** A person at a screen: what they do by what they read, and what they see. */
export type Person = Hands & {
  readonly page: Page
  /** What this person has spent so far; addresses opened directly are not counted. */
  readonly spent: Effort
  /** Opens an address of the product. */
  go(path: string): Promise<void>
  /** Comes to an address from within, as a link does: the product is not loaded anew. */
  navigate(path: string): Promise<void>
  /** Axe when this page is seen for the first time, and nothing gone wrong so far; a picture of the page if asked for. */
  step(title: string): Promise<void>
  /** What is in the dialog that is open. */
  readonly dialog: Hands
  /** A second tab of the same window: same session, same storage. */
  tab(): Promise<Person>
  offline(): Promise<void>
  online(): Promise<void>
}

/** `device`: a browser of its own by that name, which can be closed and opened again, by somebody else too. */
type PersonOptions = { phone?: boolean; path?: string; device?: string }

/** One story in one browser, on a world of its own: everybody has a window, everything else is real. */
export type Story = {
  readonly world: World
  readonly origin: string
  /**
   * The window of that person at the inbox or `path`. The first of a story, and whoever has no session any more, signs in
   * through the form; the windows of the others open with a session.
   */
  person(name: string, options?: PersonOptions): Promise<Person>
  /** Closes the browser of that person, process and all; `person` opens it again with what it kept on disk. */
  quit(name: string, options?: { phone?: boolean }): Promise<void>
  /** A window without a session. */
  guest(options?: { phone?: boolean }): Promise<Person>
  /** Sets the clock of the server and of every window. */
  setClock(to: string): Promise<void>
  close(): Promise<void>
}

type Tab = { history: { pushState(state: object, title: string, path: string): void } }
type Line = (cut: boolean) => Promise<void>

export async function startStory(name: string, { at }: { at: string }): Promise<Story> {
  if (!existsSync(join(screens, 'index.html'))) throw new Error(`no screens in ${screens}: run npm run build`)
  const world = await startWorld({ at })
  // The browser's cookie jar goes by the machine's clock, not by the world's: a session lasts as long as the window.
  world.http.addHook('onSend', async (_request, reply) => {
    const cookies = reply.getHeader('set-cookie')
    if (cookies)
      reply.header(
        'set-cookie',
        [cookies].flat().map((one) => String(one).replace(/; Expires=[^;]+/i, '')),
      )
  })
  await serveScreens(world.http, screens, publicPages)
  const origin = await world.http.listen({ host: '127.0.0.1', port: 0 })
  const browser = await openChromium()
  const pictures = join(root, 'test-results', name)
  rmSync(pictures, { recursive: true, force: true })
  mkdirSync(pictures, { recursive: true })

  const profiles = mkdtempSync(join(tmpdir(), 'profiles-'))
  const windows: BrowserContext[] = []
  const people = new Map<string, Person>()
  let formSeen = false
  const faults: string[] = []
  const checked = new Set<string>()
  let pictureNo = 0

  async function open(who: string, isPhone: boolean, profile?: string): Promise<Person> {
    const settings = {
      viewport: isPhone ? phone : wide,
      isMobile: isPhone,
      hasTouch: isPhone,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: isPhone ? ('no-preference' as const) : ('reduce' as const),
      acceptDownloads: true,
      // Each calls from an office of their own, as the proxy before the product would tell.
      extraHTTPHeaders: { 'x-forwarded-for': officeOf(who) },
      baseURL: origin,
      permissions: ['clipboard-read', 'clipboard-write'],
    }
    const context = profile ? await openProfile(profile, settings) : await browser.newContext(settings)
    windows.push(context)
    context.setDefaultTimeout(30_000)
    await setTime(context, world.now)
    let offline = false
    const note = (page: Page | null | undefined, what: string) =>
      faults.push(`${who} at ${page?.url().replace(origin, '')}: ${what}`)
    context.on('weberror', (error) => note(error.page(), error.error().stack ?? String(error.error())))
    context.on('console', (message) => {
      // A refused request is an answer; what is broken answers 5xx and is noted below.
      const answer = message.text().startsWith('Failed to load resource')
      if (message.type() === 'error' && !(answer && (offline || /status of 4\d\d/.test(message.text())))) {
        note(message.page(), message.text())
      }
    })
    context.on('response', (response) => {
      if (response.status() >= 500) note(null, `${response.request().method()} ${response.url()} ${response.status()}`)
    })
    const line = async (cut: boolean) => {
      if (cut) offline = true
      await context.setOffline(cut)
      offline = cut
    }
    return personAt(who, context, isPhone, line)
  }

  async function personAt(who: string, context: BrowserContext, isPhone: boolean, line: Line): Promise<Person> {
    const page = await context.newPage()
    const spent = { clicks: 0, fields: 0 }
    watch(page)

    async function step(title: string): Promise<void> {
      await settled(page)
      const file = `${String(++pictureNo).padStart(2, '0')}-${who}-${title}${isPhone ? '-390' : ''}.png`
      if (withPictures) await photograph(page, join(pictures, file))
      const place = `${new URL(page.url()).pathname.replace(/[0-9a-f-]{36}|c\/.+/g, '…')} ${isPhone}`
      if (!checked.has(place)) {
        checked.add(place)
        const over = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)
        if (over > 0) faults.push(`${who} at ${place}: the page is ${over} px wider than the window`)
        faults.push(...(await barriers(page, `${who} at ${place}`)))
      }
      calm()
    }

    return {
      ...handsOn(page, page, spent),
      page,
      spent,
      go: async (path) => {
        await page.goto(path)
        await settled(page)
      },
      navigate: async (path) => {
        // A key of its own, as a link gives: else the places scrolled to on an earlier visit come back.
        const visit = { path, state: { __TSR_key: randomUUID() } }
        await page.evaluate((to) => (globalThis as unknown as Tab).history.pushState(to.state, '', to.path), visit)
        await settled(page)
      },
      step,
      get dialog() {
        return handsOn(page, page.getByRole('dialog').last(), spent)
      },
      tab: () => personAt(who, context, isPhone, line),
      offline: () => line(true),
      online: () => line(false),
    }
  }

  function calm(): void {
    const found = [...faults.splice(0), ...world.faults.splice(0).map(String)]
    if (found.length > 0) throw new Error(`what must not happen:\n${found.join('\n')}`)
  }

  return {
    world,
    origin,
    async person(who, { phone: isPhone = false, path = '/', device } = {}) {
      const key = `${who} ${isPhone}`
      const known = people.get(key)
      const seat = known ?? (await open(who, isPhone, device ? join(profiles, device) : undefined))
      people.set(key, seat)
      if (!known && formSeen) await enter(seat.page, who)
      formSeen = true
      await seat.go(path)
      const inside = seat.page.getByRole('button', { name: '退出登录' })
      await inside.or(seat.page.getByLabel('账号')).first().waitFor()
      if (await inside.isVisible()) return seat
      await seat.fill('账号', who)
      await seat.fill('密码', testPassword)
      await seat.press('登录')
      await inside.waitFor()
      await settled(seat.page)
      return seat
    },
    async quit(who, { phone: isPhone = false } = {}) {
      const context = people.get(`${who} ${isPhone}`)?.page.context()
      people.delete(`${who} ${isPhone}`)
      if (!context) return
      windows.splice(windows.indexOf(context), 1)
      await context.close()
    },
    guest: ({ phone: isPhone = false } = {}) => open('访客', isPhone),
    async setClock(to) {
      world.setClock(to)
      await Promise.all(windows.map((window) => setTime(window, world.now)))
    },
    async close() {
      // Where everybody was in the end: after a failure, what stood in the way.
      for (const page of windows.flatMap((window) => window.pages())) {
        await page.screenshot({ path: join(pictures, `end-${++pictureNo}.png`) }).catch(() => {})
      }
      await Promise.all(windows.map((window) => window.close()))
      await browser.close()
      rmSync(profiles, { recursive: true, force: true })
      try {
        calm()
      } finally {
        await world.stop()
      }
    },
  }
}

async function enter(page: Page, name: string): Promise<void> {
  const answer = await page.request.post('/api/session', { data: { name, password: testPassword } })
  if (!answer.ok()) throw new Error(`${name} cannot sign in: ${await answer.text()}`)
}

/** The whole page. The window is made as high as what it shows, so that what sticks to its edge stands at the end. */
async function photograph(page: Page, path: string): Promise<void> {
  const size = page.viewportSize() ?? wide
  const layers = page.locator('html, .ant-modal-wrap, .ant-drawer-body').filter({ visible: true })
  const content = Math.max(...(await layers.evaluateAll((all) => all.map((layer) => layer.scrollHeight))))
  if (content > size.height) await page.setViewportSize({ ...size, height: Math.min(content, 8_000) })
  await page.screenshot({ path })
  if (content > size.height) await page.setViewportSize(size)
}
