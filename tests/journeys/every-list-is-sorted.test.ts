import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Park } from '../../database/demo/programme.ts'
import { type Story, startStory } from '../support/browser.ts'
import { fundedPilot } from '../support/funded.ts'
import { settled } from '../support/hands.ts'
import { payFor } from '../support/paid.ts'
import { serviceAt } from '../support/services.ts'

let story: Story
let park: Park
beforeAll(async () => {
  story = await startStory('every-list-is-sorted', { at: '2026-05-20T10:00:00+08:00' })
  const { world } = story
  park = (await fundedPilot(world)).park
  await payFor(world, park, await serviceAt(world, park, 'confirmed', { complete: true }))
})
afterAll(() => story?.close())

const ofPark = ['/enterprises', '/services', '/payments', '/money/lines', '/money/ledger', '/returns', '/baselines']
const pages: Readonly<Record<string, () => readonly string[]>> = {
  嘉善归谷智造园·负责人: () => ofPark.map((path) => `/pilots/${park.pilotId}${path}`),
  嘉善县经信局·经办: () => ['/pilots', '/parks', '/services', '/filings', '/notices', '/disbursements', '/standing'],
  省经信厅·处室: () =>
    ['/province', '/batches', '/tables', '/calendar?view=list', '/lateness'].concat('/matters', '/consultations'),
  浙江省经信厅·系统管理员: () => ['/accounts'],
  浙江省经信厅·审计管理员: () => ['/audit', '/audit/seals'],
}

/** Tables of a list: a calendar, the postings of an entry and what stands on a paper have no order but their own. */
const lists = '.data-table .ant-table, table.ledger'

it.each(Object.keys(pages))('every list says its order and is ordered by keyboard and by click: %s', async (who) => {
  const seat = await story.person(who)
  const unsorted: string[] = []
  for (const path of pages[who]?.() ?? []) {
    await seat.navigate(path)
    await settled(seat.page)
    const tables = seat.page.locator(lists)
    const empty = await seat.page.locator('.empty-state, .ant-empty').count()
    expect([path, (await tables.count()) + empty > 0]).toEqual([path, true])
    if ((await tables.count()) === 0) continue
    expect(await ordersOf(tables.first()), path).toEqual([null, 'ascending', 'descending', null])
    unsorted.push(...(await withoutOrder(seat.page.locator(lists))).map((column) => `${path} ${column}`))
  }
  expect(unsorted.filter((column) => !acts.some((name) => column.endsWith(` ${name}`)))).toEqual([])
})

/** Columns that hold what can be done, and nothing to compare. */
const acts = ['操作', '办理', '查看', '逾期例外', '借贷明细']

/** Columns of the lists with rows that cannot be ordered, by their heads; one without a name holds buttons. */
async function withoutOrder(tables: Locator): Promise<string[]> {
  return tables.evaluateAll((all) =>
    all
      .filter((table) => table.querySelectorAll('tbody tr.ant-table-row, tbody tr.ledger-entry').length > 1)
      .flatMap((table) => [...table.querySelectorAll('thead th')].filter((head) => !head.closest('tbody')))
      .filter((head) => !head.matches('.ant-table-column-has-sorters') && !head.querySelector('.sort-head'))
      .map((head) => head.textContent?.trim() ?? '')
      .filter((name) => name !== ''),
  )
}

/** What the first column says of itself before, after Enter, after a click and after another. */
async function ordersOf(table: Locator): Promise<(string | null)[]> {
  const head = table.locator('th.ant-table-column-has-sorters, th:has(.sort-head)').first()
  const handle = (await head.locator('.sort-head').count()) > 0 ? head.locator('.sort-head') : head
  const said = [await head.getAttribute('aria-sort')]
  for (const act of [() => handle.press('Enter'), () => handle.click(), () => handle.click()]) {
    await act()
    await settled(table.page())
    said.push(await head.getAttribute('aria-sort'))
  }
  return said
}
