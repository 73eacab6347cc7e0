import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Person, type Story, startStory } from '../support/browser.ts'
import { acceptedTable, halfYearlyBatch, halfYearlyPilot } from '../support/half-yearly.ts'
import { settled } from '../support/hands.ts'
import { contractedPark } from '../support/matters.ts'

let story: Story
let pages: Readonly<Record<string, readonly string[]>>
beforeAll(async () => {
  story = await startStory('every-figure-opens', { at: '2026-05-20T10:00:00+08:00' })
  const { world } = story
  const { park, county } = await contractedPark(world)
  const { pilotId, batchId } = park
  const batch = await halfYearlyBatch(world)
  const second = await halfYearlyPilot(world, batch, county.second)
  world.setClock('2026-07-06')
  await acceptedTable(world, second, '2026H1')
  const merged = `/tables?batch=${batch}&period=2026H1`
  const of = (at: string) => [at, `${at}/money`, `${at}/money/lines`]
  const both = [merged, `${merged}&behind=P6`, `${merged}&behind=money`, '/pilots', '/lateness']
  pages = {
    嘉善县经信局·经办: [...both, '/parks', ...of(`/pilots/${pilotId}`)],
    省经信厅·处室: [...both, '/province', '/batches', `/batches/${batchId}`],
  }
})
afterAll(() => story?.close())

/** Tiles and cells of figures. The sums below a list stand under their parts; a bar of progress stands beside its figures. */
const shown = '.stat-value, .data-table tbody .ant-table-row td.number'

it.each(['嘉善县经信局·经办', '省经信厅·处室'])('every figure opens what is behind it: %s', async (who) => {
  const seat = await story.person(who)
  const links = new Set<string>()
  for (const path of pages[who] ?? []) {
    await seat.go(path)
    await settled(seat.page)
    expect([path, await coveredRows(seat)]).toEqual([path, []])
    const figures = await figuresOn(seat.page.locator(shown))
    expect([path, figures.length > 0]).toEqual([path, true])
    expect(figures.filter(({ to }) => to.length === 0).map(({ text }) => [path, text])).toEqual([])
    for (const { to } of figures) for (const one of to) links.add(one)
  }
  expect(links.size).toBeGreaterThan(10)
  expect(await brokenOf(seat, links)).toEqual([])
  await seat.step('数字均可打开')
})

/** What stands in each place of a figure, and the addresses it opens; words are no figure, and nothing is behind a zero. */
async function figuresOn(places: Locator): Promise<{ text: string; to: string[] }[]> {
  const found = await places.evaluateAll((all) =>
    all.map((one) => ({
      text: one.textContent?.trim() ?? '',
      isBar: one.querySelector('.progress') !== null,
      to: [...one.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? ''),
    })),
  )
  return found.filter(({ text, isBar }) => /[1-9]/.test(text) && !isBar)
}

/** Rows of the tables in front that something lies over, before anybody has scrolled: a sticky head, say. */
async function coveredRows({ page }: Person): Promise<string[]> {
  const inFront = (await page.locator('.ant-drawer-open').count()) > 0 ? '.ant-drawer-open ' : ''
  return page.locator(`${inFront}.data-table tbody .ant-table-row`).evaluateAll((rows) =>
    rows.flatMap((row) => {
      const { left, top, width, height, bottom } = row.getBoundingClientRect()
      if (bottom > (row.ownerDocument.defaultView?.innerHeight ?? 0)) return []
      const hit = row.ownerDocument.elementFromPoint(left + Math.min(width, 200) / 2, top + height / 2)
      return row.contains(hit) ? [] : [row.textContent ?? '']
    }),
  )
}

/** Addresses that open nothing, one of each kind visited. */
async function brokenOf(seat: Person, links: ReadonlySet<string>): Promise<string[]> {
  const kinds = new Map([...links].map((link) => [link.replace(/[0-9a-f-]{36}|=[^&]*/g, ''), link]))
  const broken: string[] = []
  for (const link of kinds.values()) {
    await seat.go(link)
    await settled(seat.page)
    if ((await seat.page.locator('main .dead-end').count()) > 0) broken.push(link)
  }
  return broken
}
