import { afterAll, beforeAll, expect, it } from 'vitest'
import { restsOf } from '../../../../tests/support/calendar.ts'
import { inside } from '../../../../tests/support/inside.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import { insertList, workCalendarOf } from './public.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

it('is the same for a whole transaction, and newer for the next one, whoever entered it', async () => {
  const list = { year: 2029, version: 1, source: '测试', publishedOn: '2028-11-01', enteredAt: world.now }
  const [account] = await world.sql<{ id: string }>(`select id from accounts where post = 'system-admin' limit 1`)
  await inside(world, '33/', async (tx) => {
    const first = await workCalendarOf(tx)
    expect(first.isWorkingDay('2029-03-01')).toBe(true)
    // Another process commits meanwhile.
    await inside(world, '33/', (other) =>
      insertList(other, {
        ...list,
        id: world.services.newId(),
        enteredBy: account?.id ?? '',
        days: restsOf('测试', '2029-03-01'),
      }),
    )
    expect(await workCalendarOf(tx)).toBe(first)
  })
  await inside(world, '33/', async (tx) => {
    const next = await workCalendarOf(tx)
    expect([next.isWorkingDay('2029-03-01'), next.isProvisional('2029-03-01')]).toEqual([false, false])
    expect(await inside(world, '33/', workCalendarOf)).toBe(next)
  })
})
