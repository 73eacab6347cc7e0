import type { Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Park } from '../../database/demo/programme.ts'
import { tailoredKinds } from '../../src/policy/records/service-kinds.ts'
import { type Person, type Story, startStory } from '../support/browser.ts'
import { fundedPilot } from '../support/funded.ts'
import { settled } from '../support/hands.ts'
import { payFor } from '../support/paid.ts'
import { serviceAt } from '../support/services.ts'
import { hardToHit } from '../support/targets.ts'

let story: Story
let park: Park
let serviceId = ''
beforeAll(async () => {
  story = await startStory('on-a-narrow-screen', { at: '2026-05-20T10:00:00+08:00' })
  const { world } = story
  park = (await fundedPilot(world)).park
  serviceId = await serviceAt(world, park, 'confirmed', { complete: true })
  await payFor(world, park, serviceId)
})
afterAll(() => story?.close())

const ofPark = ['', '/plan', '/enterprises', '/services', '/activities', '/payments', '/money', '/money/lines']
  .concat('/money/ledger', '/returns', '/matters', '/baselines')
  .map((path) => () => `/pilots/${park.pilotId}${path}`)
const pages: Readonly<Record<string, readonly (() => string)[]>> = {
  嘉善归谷智造园·负责人: [
    () => '/',
    ...ofPark,
    () => `/services/${serviceId}`,
    () => `/services/${serviceId}/payments`,
  ],
  嘉善县经信局·经办: [
    '/',
    '/pilots',
    '/services',
    '/filings',
    '/findings',
    '/notices',
    '/disbursements',
    '/liaison',
  ].map((path) => () => path),
  省经信厅·处室: [
    '/province',
    '/batches',
    '/matters',
    '/summaries',
    '/tables',
    '/calendar',
    '/calendar?view=list',
    '/lateness',
    '/consultations',
  ]
    .concat('/guide', '/activities', '/enterprises')
    .map((path) => () => path),
}

describe.each(Object.keys(pages))('%s at 390 px', (who) => {
  it.each(['中文', 'English'])(
    'reaches everything with a finger, and scrolls no page sideways: %s',
    async (language) => {
      const seat = await story.person(who, { phone: true })
      if (language === 'English') await seat.press('English')
      const told: string[] = []
      for (const path of pages[who] ?? []) {
        await seat.navigate(path())
        told.push(...(await hardToHit(seat.page)).map((one) => `${path()}: ${one}`))
        told.push(...(await tabsCut(seat)).map((one) => `${path()}: ${one}`))
      }
      if (language === 'English') await seat.press('中文')
      expect([...new Set(told)]).toEqual([])
    },
  )
})

it('the list of the calendar says in English of every filing that an exception opened it, within the screen', async () => {
  const seat = await story.person('省经信厅·处室', { phone: true })
  await seat.press('English')
  await seat.page.route('**/api/calendar?**', openedAll)
  await seat.go('/calendar?view=list')
  await seat.sees('open by exception until 2026-12-31')
  expect(await hardToHit(seat.page)).toEqual([])
  await seat.press('中文')
})

async function openedAll(route: Route): Promise<void> {
  const answer = await route.fetch()
  const reply = (await answer.json()) as { duties: { standing: object }[] }
  const duties = reply.duties.map((one) => ({
    ...one,
    standing: { ...one.standing, state: 'exempted' },
    openUntil: '2026-12-31',
  }))
  await route.fulfill({ response: answer, json: { ...reply, duties } })
}

/** Where the tabs are longer than the screen, the current one is on it, and an edge says that there are more. */
async function tabsCut({ page }: Person): Promise<string[]> {
  const tabs = page.locator('.page-tabs').first()
  if ((await tabs.count()) === 0) return []
  const [long, hint] = await tabs.evaluate((row) => {
    const { getComputedStyle } = globalThis as unknown as { getComputedStyle(of: unknown): { backgroundImage: string } }
    return [row.scrollWidth > row.clientWidth, getComputedStyle(row).backgroundImage]
  })
  if (!long) return []
  const told = hint.includes('linear-gradient') ? [] : ['nothing says that the tabs go on']
  const current = tabs.locator('[aria-current="page"]')
  const box = (await current.count()) > 0 ? await current.boundingBox() : null
  return box && (box.x < -1 || box.x + box.width > 391) ? [...told, `the current tab stands at ${box.x}`] : told
}

describe('a long list on a phone', () => {
  it('begins with twenty cards, says how many there are, and shows more at a tap', async () => {
    const manager = await story.person(`${park.name}·负责人`, { phone: true })
    await manager.page.route('**/api/pilots/*/diagnoses', manyTimes)
    await manager.go(`/pilots/${park.pilotId}/enterprises`)
    const cards = manager.page.locator('.cards > .card')
    expect(await cards.count()).toBe(20)
    const said = (await manager.page.locator('.cards-count').textContent()) ?? ''
    const all = Number(/显示 20 \/ (\d+) 条/.exec(said)?.[1])
    expect(all).toBe(80)
    expect(await manager.page.evaluate(() => (globalThis as unknown as Root).document.body.scrollHeight)).toBeLessThan(
      5000,
    )
    await manager.step('前二十条')
    await manager.press(`继续显示（还有 ${all - 20} 条）`)
    expect(await cards.count()).toBe(Math.min(40, all))
    await manager.sees(`显示 ${Math.min(40, all)} / ${all} 条`)
  })
})

/** The same enterprises over and over, eighty of them, each with every kind recommended. */
async function manyTimes(route: Route): Promise<void> {
  const answer = await route.fetch()
  const reply = (await answer.json()) as { enterprises: { enterpriseId: string }[] }
  const { length } = reply.enterprises
  const enterprises = Array.from({ length: 80 }, (_, i) => ({
    ...reply.enterprises[i % length],
    enterpriseId: `${i}`,
    recommended: tailoredKinds,
  }))
  await route.fulfill({ response: answer, json: { ...reply, enterprises } })
}

type Root = { document: { body: { scrollHeight: number } } }

describe('a list that is ordered in the browser', () => {
  it('is ordered by the head that is pressed, says so, and keeps the order in its address', async () => {
    const manager = await story.person(`${park.name}·负责人`, { path: `/pilots/${park.pilotId}/enterprises` })
    const { page } = manager
    const counts = async () => {
      const index = (await page.locator('.ant-table-thead th').allTextContents()).findIndex(
        (one) => one.trim() === '服务',
      )
      const texts = await page.locator(`.ant-table-tbody tr[data-row-key] td:nth-child(${index + 1})`).allTextContents()
      return texts.map((one) => Number.parseInt(one, 10) || 0)
    }
    const head = page
      .locator('.ant-table-thead th')
      .filter({ hasText: /^服务$/ })
      .first()
    await head.click()
    await expect.poll(() => head.getAttribute('aria-sort')).toBe('ascending')
    const ascending = await counts()
    expect(ascending).toEqual(ascending.toSorted((a, b) => a - b))
    await head.click()
    await expect.poll(() => head.getAttribute('aria-sort')).toBe('descending')
    expect(await counts()).toEqual(ascending.toSorted((a, b) => b - a))
    expect((await counts())[0]).toBeGreaterThan(0)
    expect(new URL(page.url()).searchParams.get('sort')).toMatch(/^-/)
    await page.reload()
    await settled(page)
    expect((await counts())[0]).toBeGreaterThan(0)
    await manager.step('按服务排序')
    await head.click()
    await expect.poll(() => new URL(page.url()).searchParams.get('sort')).toBe(null)
  })
})

describe('the keyboard', () => {
  const focused = ({ page }: Person) =>
    page.evaluate(() => (globalThis as unknown as Focus).document.activeElement?.textContent?.trim() ?? '')

  it('is back where it was after Escape: from a drawer and from a dialog', async () => {
    const onPhone = await story.person(`${park.name}·负责人`, { phone: true, path: '/' })
    await escaped(onPhone, '.bottom-bar button', '.ant-drawer-content-wrapper')

    const officer = await story.person(`${park.name}·服务专员`, {
      path: `/services/${await serviceAt(story.world, park, 'contracted')}`,
    })
    await escaped(officer, '.next-step .ant-btn', '.ant-modal-wrap')
  })

  async function escaped(seat: Person, opener: string, opened: string): Promise<void> {
    await seat.page.locator(opener).first().focus()
    const name = await focused(seat)
    expect(name).not.toBe('')
    await seat.page.keyboard.press('Enter')
    await seat.page.locator(opened).first().waitFor()
    await settled(seat.page)
    await seat.page.keyboard.press('Escape')
    await seat.page.locator(opened).first().waitFor({ state: 'hidden' })
    await expect.poll(() => focused(seat)).toBe(name)
  }
})

type Focus = { document: { activeElement: { textContent: string | null } | null } }

describe('an English table at 1440 px', () => {
  it('has rows of four lines at most, and is not scrolled sideways', async () => {
    const told: string[] = []
    for (const [who, paths] of Object.entries(pages)) {
      const seat = await story.person(who, { path: '/guide' })
      await seat.press('English')
      await seat.page.route('**/api/pilots/*/diagnoses', manyTimes)
      for (const path of paths) {
        await seat.navigate(path())
        const heights = await seat.page
          .locator('.ant-table-tbody > tr[data-row-key]')
          .evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height))
        const most = Math.max(0, ...heights)
        if (most > 4 * 22 + 18) told.push(`${path()}: a row is ${Math.round(most)} px high`)
        const hidden = await seat.page
          .locator('.ant-table-body, .ant-table-content')
          .evaluateAll((tables) => tables.map((table) => table.scrollWidth - table.clientWidth))
        if (Math.max(0, ...hidden) > 0)
          told.push(`${path()}: a table is ${Math.max(...hidden)} px wider than its panel`)
      }
      await seat.press('中文')
    }
    expect(told).toEqual([])
  })
})
