import { afterAll, beforeAll, expect, it } from 'vitest'
import * as findings from '../../src/features/delivery/evidence/contract.ts'
import * as payments from '../../src/features/delivery/payments/contract.ts'
import * as services from '../../src/features/delivery/services/contract.ts'
import * as filings from '../../src/features/filings/course/contract.ts'
import * as funds from '../../src/features/money/funds/contract.ts'
import * as calendar from '../../src/features/oversight/calendar/contract.ts'
import * as contract from '../../src/features/oversight/province/contract.ts'
import { figureLinks, type Place } from '../../src/features/oversight/province/web/figure-links.ts'
import * as pilots from '../../src/features/programme/pilots/contract.ts'
import { contractedPark } from '../support/matters.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
let batchId: string
beforeAll(async () => {
  world = await startWorld()
  const { park } = await contractedPark(world)
  batchId = park.batchId
  // Plans and tables of the first quarters are overdue or owed by then.
  world.setClock('2026-11-20')
})
afterAll(() => world.stop())

const province = () => world.as('省经信厅·处室')

/** How many, or how much in fen, stands in what an address opens. */
async function opened(address: string, key: keyof contract.Figures | 'pilots'): Promise<number> {
  const client = await province()
  const url = new URL(address, 'http://localhost')
  const search = Object.fromEntries(url.searchParams)
  const pilotId = /^\/pilots\/([^/]+)/.exec(url.pathname)?.[1] ?? ''
  const ofPark = url.pathname.replace(/^\/pilots\/[^/]+/, '')
  const { view: _, sort: __, ...asked } = search
  if (url.pathname === '/pilots') {
    const { total, sums } = await client.done(pilots.listPilots, { search: search as never })
    return key === 'pilots' ? total : sums[key as keyof typeof sums]
  }
  if (url.pathname === '/services' || ofPark === '/services') {
    const whole = { ...asked, ...(pilotId ? { pilotId } : {}) }
    const { total } = await client.done(services.listServices, { search: whole as never })
    const { services: rows } = await client.done(services.listServices, {
      search: { ...whole, pageSize: 200 } as never,
    })
    expect(rows).toHaveLength(total)
    return total
  }
  if (url.pathname === '/calendar') return (await client.done(calendar.listCalendar, { search: asked as never })).total
  if (url.pathname === '/filings') return (await client.done(filings.listFilings, { search: asked as never })).total
  if (url.pathname === '/findings') return (await client.done(findings.listFindings, { search: asked as never })).total
  const params = { pilotId }
  if (ofPark === '/payments')
    return (await client.done(payments.listPayments, { params, search: asked as never })).provincialFen
  const { money, tranches, lines } = await client.done(funds.showFunds, { params })
  if (ofPark === '/money/lines') return lines.reduce((sum, one) => sum + one.committedFen + one.spentFen, 0)
  if (key === 'awardFen') return money.awardFen
  return tranches.reduce(
    (sum, one) => sum + (one.state === 'released' || one.state === 'received' ? (one.amountFen ?? 0) : 0),
    0,
  )
}

it('every figure of the province, its counties and parks opens as many, or as much (design: every figure opens its papers)', async () => {
  const client = await province()
  for (const chosen of [undefined, batchId]) {
    const { totals, counties } = await client.done(contract.showProvince, { search: { batchId: chosen } })
    const parks: contract.ProvincePark[] = []
    for (const { countyId } of counties)
      parks.push(...(await client.done(contract.showProvince, { search: { batchId: chosen, countyId } })).parks)
    expect(parks).toHaveLength(totals.pilots)
    const shown: [Place, contract.Figures & { pilots?: number }][] = [
      [{}, totals],
      ...counties.map((one): [Place, contract.Figures & { pilots: number }] => [{ countyId: one.countyId }, one]),
      ...parks.map((one): [Place, contract.Figures] => [one, one]),
    ]
    expect(totals.committedFen).toBeGreaterThan(0)
    expect(totals.returnsLate).toBeGreaterThan(0)
    expect(totals.services).toBeGreaterThan(0)
    for (const [{ countyId, pilotId, parkId }, figures] of shown) {
      const links = figureLinks({ countyId, pilotId, parkId, batchId: chosen })
      for (const [key, address] of Object.entries(links) as [keyof typeof links, string][]) {
        const figure = figures[key]
        if (figure !== undefined) expect([address, await opened(address, key)]).toEqual([address, figure])
      }
    }
  }
})
