import { afterAll, expect, it } from 'vitest'
import { makeDemo } from '../../database/demo/make-demo.ts'
import { oldPapers } from '../support/old-papers.ts'
import { compare } from '../support/programmes/compare.ts'
import type { Reader } from '../support/programmes/look.ts'
import type { Model } from '../support/programmes/model.ts'
import { modelOf } from '../support/programmes/record.ts'
import { sums } from '../support/programmes/sums.ts'
import { surfaces } from '../support/programmes/surfaces.ts'
import { startWorld, type World } from '../support/world.ts'

const about = { version: 'test', database: { kind: 'embedded', version: '18' } } as const

/** Where its story ends; and after a winter in which nobody did anything. A paper does not change by the calendar. */
const moments = [
  { at: '2026-11-27T10:00:00+08:00', papers: Number.POSITIVE_INFINITY },
  { at: '2027-03-02T10:00:00+08:00', papers: 0 },
]
const mustCome = ['not-yet', 'due', 'on-time', 'late', 'overdue', 'locked']

let world: World
afterAll(() => world.stop())

it('a due day, a lateness, a state is the same on every surface for every duty of the demo (G3.1, G3.5, G4.1, G5.1, G5.4, G5.5)', async () => {
  world = await startWorld()
  const { connection, filesDir, faults } = world
  await makeDemo({ connection, filesDir, about, log: (_, error) => void faults.push(error) })
  expect(await oldPapers(world)).toEqual([])
  const came = new Set<string>()
  const told = new Map<string, number>()
  for (const { at, papers } of moments) {
    world.setClock(at)
    const model = await modelOf(world)
    for (const { state } of model.expected(world.now)) came.add(state)
    for (const [name, more] of await compare(world, model, readersOf(model), { papers }))
      told.set(name, (told.get(name) ?? 0) + more)
  }
  // A surface that told nobody anything, and a state that no duty had, are not compared.
  expect([...came].sort()).toEqual([...mustCome].sort())
  expect([...surfaces, ...sums].filter(({ name }) => !told.get(name)).map(({ name }) => name)).toEqual([])
}, 600_000)

/** Everybody who looks after what is owed. */
function readersOf({ parks, county, province }: Model): Reader[] {
  const at = (kind: Reader['kind'], unitId: string, ...names: string[]) => names.map((name) => ({ name, unitId, kind }))
  return [
    ...parks.flatMap(({ name, parkId }) => at('park', parkId, `${name}·负责人`)),
    ...at('county', county.unitId, `${county.unitName}经信局·经办`, `${county.unitName}财政局·经办`),
    ...at('province', province.unitId, '省经信厅·处室', '省财政厅·处室'),
  ]
}
