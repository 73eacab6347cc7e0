import { afterAll, beforeAll, expect, it } from 'vitest'
import { contractedPark } from '../../../../tests/support/matters.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as payments from '../../delivery/payments/contract.ts'
import * as services from '../../delivery/services/contract.ts'
import * as funds from '../../money/funds/contract.ts'
import * as calendar from '../calendar/contract.ts'
import * as contract from './contract.ts'
import { parkLinks } from './web/park-links.ts'

const economy = '嘉善县经信局·经办'
let world: World
beforeAll(async () => {
  world = await startWorld()
  await contractedPark(world)
  world.setClock('2026-08-20')
})
afterAll(() => world.stop())

/** How many, or how much in fen, stands in what a park's figure opens. */
async function opened(address: string, key: string): Promise<number> {
  const client = await world.as(economy)
  const url = new URL(address, 'http://localhost')
  const { list, view: _, ...search } = Object.fromEntries(url.searchParams)
  const pilotId = /^\/pilots\/([^/]+)/.exec(url.pathname)?.[1] ?? ''
  const params = { pilotId }
  if (url.pathname === '/') {
    const inbox = await client.done(contract.showInbox, { search: search as never })
    return inbox[list as 'mine' | 'team'].total
  }
  if (url.pathname === '/calendar') return (await client.done(calendar.listCalendar, { search: search as never })).total
  if (url.pathname.endsWith('/services'))
    return (await client.done(services.listServices, { search: { ...search, ...params } as never })).total
  if (url.pathname.endsWith('/payments'))
    return (await client.done(payments.listPayments, { params, search: search as never })).provincialFen
  const { money, lines } = await client.done(funds.showFunds, { params })
  return key === 'committedFen'
    ? lines.reduce((sum, line) => sum + line.committedFen + line.spentFen, 0)
    : money[key as 'awardFen']
}

it('shows a county its parks one by one; every figure opens as many, or as much', async () => {
  const { parks } = await (await world.as(economy)).done(contract.listParks)
  expect(parks.length).toBeGreaterThan(1)
  expect(parks.reduce((sum, one) => sum + one.mine + one.team, 0)).toBeGreaterThan(0)
  expect(parks.reduce((sum, one) => sum + one.missing, 0)).toBeGreaterThan(0)
  for (const park of parks)
    for (const [key, address] of Object.entries(parkLinks(park)))
      expect([key, await opened(address, key)]).toEqual([key, park[key as 'mine']])
})

it('shows nobody a park outside the area', async () => {
  const { parks } = await (await world.as('海宁市经信局·经办')).done(contract.listParks)
  const [own] = await world.sql<{ scope: string }>(`select scope from units where name = '海宁市'`)
  expect(parks.filter((park) => !park.scope.startsWith(own?.scope ?? '-'))).toEqual([])
})
