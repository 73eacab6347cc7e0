import { afterAll, beforeAll, expect, it } from 'vitest'
import { type County, demoCounty, draftPlan, submitPlan } from '../../../../database/demo/programme.ts'
import { halfYearlyBatch, halfYearlyPilot } from '../../../../tests/support/half-yearly.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as contract from './contract.ts'

const economy = '嘉善县经信局·经办'
let world: World
let county: County
beforeAll(async () => {
  world = await startWorld()
  county = await demoCounty(world)
  await halfYearlyPilot(world, await halfYearlyBatch(world), county.first)
  for (const park of [county.first, county.second]) {
    await draftPlan(world, park)
    await submitPlan(world, park)
  }
})
afterAll(() => world.stop())

type Search = Parameters<typeof contract.showInbox.search.parse>[0]
const inbox = async (search: Search = {}, name = economy) =>
  (await world.as(name)).done(contract.showInbox, { search: search as never })

const lists = ['mine', 'team', 'waiting'] as const

it('names the batch of every task, also of what a county files for itself', async () => {
  const { mine, waiting, choices } = await inbox()
  const names = await world.sql<{ name: string }>('select name from batches')
  for (const { batchName } of [...mine.tasks, ...waiting.tasks])
    expect(names.map(({ name }) => name)).toContain(batchName)
  expect(choices.batches.length).toBe(2)
  expect(new Set(mine.tasks.map((task) => task.batchName)).size).toBe(2)
})

it('is narrowed by batch, park, kind and what is overdue; the counts are those of the lists, in every list', async () => {
  world.setClock('2026-05-06')
  const whole = await inbox()
  const asked: Search[] = [
    ...whole.choices.batches.map((batch) => ({ batch })),
    ...whole.choices.parks.map((park) => ({ park })),
    ...whole.choices.kinds.map((kind) => ({ kind })),
    { overdue: 'yes' },
    { park: county.first.name, overdue: 'yes' },
  ]
  for (const search of asked) {
    const { batch, park, kind, overdue } = contract.showInbox.search.parse(search)
    const narrowed = await inbox(search)
    for (const key of lists) {
      const kept = whole[key].tasks.filter(
        (task) =>
          (!batch || task.batchName === batch) &&
          (!park || task.parkName === park) &&
          (!kind || task.subject === kind) &&
          (!overdue || (task.dueOn !== null && task.dueOn < whole.today)),
      )
      expect(narrowed[key].tasks).toEqual(kept)
      expect([narrowed[key].total, narrowed[key].all]).toEqual([kept.length, whole[key].total])
    }
    expect(narrowed.choices).toEqual(whole.choices)
  }
  const parks = await Promise.all(whole.choices.parks.map((park) => inbox({ park })))
  expect(parks.reduce((sum, { mine }) => sum + mine.total, 0)).toBe(whole.mine.total)
  expect((await inbox({ overdue: 'yes' })).mine.total).toBeGreaterThan(0)
})

it('shows nothing of a park that is not there, and refuses a kind that is none', async () => {
  const { mine } = await inbox({ park: '别处园区' })
  expect([mine.tasks, mine.total]).toEqual([[], 0])
  expect(mine.all).toBeGreaterThan(0)
  const answer = await (await world.as(economy)).call(contract.showInbox, { search: { kind: 'weather' } as never })
  expect(answer.body).toMatchObject({ error: { fields: [{ field: 'kind', zh: '不是可选的内容' }] } })
})
