import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoCounty } from '../../../../database/demo/programme.ts'
import { actsOf, sealerOf } from '../../../../tests/support/sealing.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as contract from './contract.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
  await demoCounty(world)
  await actsOf(world, 3)
  const sealer = await sealerOf(world)
  await sealer.seal()
  await sealer.end()
})
afterAll(() => world.stop())

describe('the reader of the trail', () => {
  it('lists who did what from where, newest first, page by page, by its filters', async () => {
    const auditor = await world.auditor()
    const search = { about: 'unit', by: '管理员', pageSize: 2 }
    const first = await auditor.done(contract.listEvents, { search })
    expect(first).toMatchObject({ from: '2026-03-02', placed: { page: 1 } })
    expect(first.events[0]).toMatchObject({
      kind: 'unit.registered',
      by: '浙江省经信厅·系统管理员',
      post: 'system-admin',
      seal: 1,
    })
    expect(first.events[0]?.address).toMatch(/^10\.33\./)
    const place = first.placed.next ?? ''
    const second = await auditor.done(contract.listEvents, { search: { ...search, page: 2, place } })
    const all = [...first.events, ...second.events].map(({ eventId }) => eventId)
    expect(new Set(all).size).toBe(4)
    for (const sort of ['-at', 'kind', '-by', 'unitName', 'address', '-clause', 'seal'] as const) {
      const [one, two] = [1, 2].map((page) =>
        auditor.done(contract.listEvents, { search: { sort, page, pageSize: 5 } }),
      )
      expect((await one)?.events.length, sort).toBe(5)
      expect((await two)?.events.length, sort).toBe(5)
    }
    const none = { from: '2026-04-02', to: '2026-04-03' }
    expect((await auditor.done(contract.listEvents, { search: none })).total).toBe(0)
    expect((await auditor.call(contract.listEvents, { search: { from: '4月' } })).status).toBe(422)
  })

  it('tells field by field what changed, the history of a record, and its place among the seals', async () => {
    const auditor = await world.auditor()
    const { events } = await auditor.done(contract.listEvents, { search: { kind: 'unit.registered' } })
    const [{ eventId, subject } = { eventId: '', subject: null }] = events
    const event = await auditor.done(contract.showEvent, { params: { eventId } })
    expect(event.changes).toContainEqual({ field: 'name', before: null, after: expect.stringMatching(/^产业园/) })
    expect(event).toMatchObject({ seal: 1, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
    const history = await auditor.done(contract.listEvents, { search: { subject: subject ?? '' } })
    expect(history.events.map((one) => one.eventId)).toEqual([eventId])
    const { seals, total } = await auditor.done(contract.listSeals, { search: {} })
    expect([total, seals.length, seals[0]?.no]).toEqual([1, 1, 1])
  })

  it('is shown what lies below the own unit, and to the posts that may', async () => {
    const leader = await world.as('嘉善县财政局·负责人')
    const { events } = await leader.done(contract.listEvents, { search: {} })
    expect(events.length).toBeGreaterThan(0)
    const own = await world.sql<{ id: string }>(
      `select e.id from audit_events e, units u where u.name = '嘉善县' and starts_with(e.scope, u.scope)`,
    )
    const ids = own.map(({ id }) => id)
    expect(events.filter(({ eventId }) => !ids.includes(eventId))).toEqual([])
    const auditor = await world.auditor()
    const [far] = (await auditor.done(contract.listEvents, { search: { about: 'batch' } })).events
    const params = { eventId: far?.eventId ?? '' }
    expect((await leader.call(contract.showEvent, { params })).status).toBe(404)
    expect((await (await world.as('嘉善县财政局·经办')).call(contract.listEvents)).status).toBe(403)
    expect((await world.stranger().call(contract.listSeals)).status).toBe(401)
  })
})
