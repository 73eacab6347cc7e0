import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Park } from '../../../../database/demo/programme.ts'
import { changed, planOf, withTarget } from '../../../../tests/support/matters.ts'
import { openReturn, servedPilot, showReturn, submitReturn } from '../../../../tests/support/returns.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'

let world: World
let park: Park
beforeAll(async () => {
  world = await startWorld()
  ;({ park } = await servedPilot(world))
})
afterAll(() => world.stop())

const target = async (filingId: string) => {
  const { head, rows } = await showReturn(world, filingId, '嘉善县经信局·经办')
  return [head.plan, rows.find((row) => row.indicator === 'P1')?.target]
}

it('a return is held to the plan in force at its cut-off, and stays under the version it was made under (G5.5)', async () => {
  const { content } = await planOf(world, park)
  const before = content.targets.rows.find((row) => row.indicator === 'P1')?.target ?? 0
  world.setClock('2026-07-02')
  const q2 = await openReturn(world, park, '2026Q2')
  const first = { no: 1, inForceFrom: '2026-04-01' }
  expect(await target(q2)).toEqual([first, before])
  await changed(world, park, 'target-change', withTarget(content, 'P1', before - 4))
  expect(await target(q2)).toEqual([first, before])
  await submitReturn(world, park, q2)
  expect(await target(q2)).toEqual([first, before])

  world.setClock('2026-10-02')
  const q3 = await openReturn(world, park, '2026Q3')
  expect(await target(q3)).toEqual([{ no: 2, inForceFrom: '2026-07-02' }, before - 4])
  await submitReturn(world, park, q3)
  await changed(world, park, 'target-change', withTarget((await planOf(world, park)).content, 'P1', before - 6))
  expect(await target(q3)).toEqual([{ no: 2, inForceFrom: '2026-07-02' }, before - 4])
  expect(await target(q2)).toEqual([first, before])
  const { versions } = await planOf(world, park)
  expect(versions.map(({ no, returns }) => [no, returns])).toEqual([
    [3, []],
    [2, ['2026Q3']],
    [1, ['2026Q2']],
  ])
})
