import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { County, Park } from '../../database/demo/programme.ts'
import { type Story, startStory } from '../support/browser.ts'
import { fundedPilot } from '../support/funded.ts'
import { enterprisesOf, serviceAt } from '../support/services.ts'
import { administratorName, auditorName, securityName } from '../support/template.ts'
import { refusedButtons } from '../support/why-not.ts'

let story: Story
let county: County & { park: Park }
let serviceId = ''
let enterpriseId = ''
beforeAll(async () => {
  story = await startStory('why-not', { at: '2026-05-12T10:00:00+08:00' })
  county = await fundedPilot(story.world)
  serviceId = await serviceAt(story.world, county.park, 'contracted')
  enterpriseId = (await enterprisesOf(story.world, county.park))[0]?.enterpriseId ?? ''
})
afterAll(() => story?.close())

const province = '省经信厅·处室'
const economy = '嘉善县经信局·经办'
const finance = '嘉善县财政局·经办'
const ofPark = () => {
  const { pilotId } = county.park
  const pages = [
    '',
    '/plan',
    '/services',
    '/services/new',
    '/money',
    '/ledger',
    '/payments',
    '/matters',
    '/returns',
    '/activities',
  ]
  return [
    ...['/', '/calendar', '/calendar?view=list', `/services/${serviceId}`, `/services/${serviceId}/payments`],
    ...[`/services/${serviceId}?act=visit`, `/pilots/${pilotId}/enterprises/${enterpriseId}`],
    ...pages.map((page) => `/pilots/${pilotId}${page}`),
  ]
}
const lists = ['/notices', '/exceptions', '/matters', '/tables', '/consultations', '/lateness', '/account/password']

/** The posts and the addresses that each of them is led to. */
const sweeps: Readonly<Record<string, { readonly by: () => string; readonly paths: () => readonly string[] }>> = {
  'service officer': { by: () => `${county.park.name}·服务专员`, paths: ofPark },
  manager: { by: () => `${county.park.name}·负责人`, paths: ofPark },
  'fund officer': { by: () => `${county.park.name}·资金专员`, paths: ofPark },
  economy: { by: () => economy, paths: () => [...ofPark(), ...lists, '/filings'] },
  finance: { by: () => finance, paths: () => [...ofPark(), ...lists] },
  province: {
    by: () => province,
    paths: () => [
      ...lists,
      '/batches',
      '/batches?act=create',
      `/batches/${county.batchId}`,
      `/batches/${county.batchId}?act=admit`,
    ],
  },
  administrator: {
    by: () => administratorName,
    paths: () => ['/accounts', '/accounts?act=create', '/rest-days', '/rest-days/new', '/account/password'],
  },
  'security administrator': { by: () => securityName, paths: () => ['/accounts', '/incidents'] },
  'audit administrator': { by: () => auditorName, paths: () => ['/audit', '/audit/seals'] },
}

let met = 0

describe.each([false, true])('every button that refuses says why in sight, on a phone: %s', (phone) => {
  it.each(Object.entries(sweeps))('%s', async (_, { by, paths }) => {
    const seat = await story.person(by(), { phone })
    const found: string[] = []
    for (const path of paths()) {
      await seat.navigate(path)
      const { refused, unexplained } = await refusedButtons(seat.page)
      met += refused
      found.push(...unexplained.map((says) => `${path}: ${says}`))
    }
    expect(found).toEqual([])
  })
})

describe('the sweep itself', () => {
  it('has met buttons that refuse', () => {
    expect(met).toBeGreaterThan(10)
  })

  it('sees a button that keeps its reason to itself', async () => {
    const seat = await story.person(economy, { path: `/pilots/${county.park.pilotId}/money` })
    const before = await refusedButtons(seat.page)
    expect(before).toEqual({ refused: before.refused, unexplained: [] })
    await seat.page.locator('#main').evaluate((main) => {
      main.insertAdjacentHTML(
        'beforeend',
        `<button disabled>bare</button>
        <button aria-disabled="true" aria-describedby="hush">hidden</button><span id="hush" class="visually-hidden">why</span>
        <button aria-disabled="true" aria-describedby="said">said</button><span id="said">why</span>`,
      )
    })
    expect(await refusedButtons(seat.page)).toEqual({
      refused: before.refused + 3,
      unexplained: ['“bare” does not say why it cannot be used', '“hidden” does not say why it cannot be used'],
    })
  })
})
