import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { demoCounty, openPark } from '../../database/demo/programme.ts'
import { endpoints } from '../../src/app.ts'
import * as inbox from '../../src/features/oversight/inbox/contract.ts'
import * as pilots from '../../src/features/programme/pilots/contract.ts'
import { startWorld, type World } from '../support/world.ts'

/** In the order in which they are made, which is not theirs. */
const made = [
  [2026, '2026年第二批'],
  [2025, '2025年第三批'],
  [2026, '2026年第十批'],
] as const
const newestFirst = ['2026年批次', '2026年第十批', '2026年第二批', '2025年第三批']
const province = '省经信厅·处室'

let world: World
beforeAll(async () => {
  world = await startWorld()
  const { countyId } = await demoCounty(world)
  const client = await world.as(province)
  for (const [no, [firstYear, name]] of made.entries()) {
    const { batchId } = await client.done(pilots.createBatch, { body: { edition: 'zj-2023', firstYear, name } })
    await openPark(world, batchId, countyId, `嘉善第${no}园`, 100 + no)
  }
  // Half-year summaries are owed by then.
  world.setClock('2026-08-01')
})
afterAll(() => world.stop())

const several = endpoints
  .map(({ route }) => route)
  .filter(
    ({ method, path, reply }) =>
      method === 'GET' && !path.includes(':') && reply instanceof z.ZodObject && 'batches' in reply.shape,
  )

it('there are the batches page, the calendar, the filings, the tables and more', () => {
  expect(several.map(({ path }) => path)).toEqual(
    expect.arrayContaining([
      '/api/batches',
      '/api/calendar',
      '/api/calendar/month',
      '/api/lateness',
      '/api/filings',
      '/api/tables',
    ]),
  )
})

it.each(several.map((route) => [route.path, route] as const))(
  '%s lists batches by year and number, the newest first',
  async (_, route) => {
    // What the province may not ask is the county's.
    const by = world.services.whyNotPermitted('province-economy', route.permission) ? '嘉善县经信局·经办' : province
    const { batches } = (await (await world.as(by)).done(route)) as { batches: { name: string }[] }
    const names = batches.map(({ name }) => name)
    expect(names.length).toBeGreaterThan(1)
    expect(names).toEqual(newestFirst.filter((name) => names.includes(name)))
  },
)

it('the inbox lists them so too', async () => {
  const { choices } = await (await world.as(province)).done(inbox.showInbox)
  expect(choices.batches.length).toBeGreaterThan(1)
  expect(choices.batches).toEqual(newestFirst.filter((name) => choices.batches.includes(name)))
})
