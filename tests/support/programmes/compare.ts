import { expect } from 'vitest'
import type { World } from '../world.ts'
import type { Look, Reader } from './look.ts'
import type { Expected, Model } from './model.ts'
import { sums } from './sums.ts'
import { surfaces } from './surfaces.ts'

/** How many duties each surface told, over all its readers; a sum tells one figure a reader. */
export type Told = ReadonlyMap<string, number>

/** Holds every surface, as each of these readers has it now, against what the model knows; `papers`: how many are opened. */
export async function compare(
  world: World,
  model: Model,
  readers: readonly Reader[],
  { papers }: { papers: number },
): Promise<Told> {
  const told = new Map<string, number>()
  const count = (name: string, more: number) => told.set(name, (told.get(name) ?? 0) + more)
  for (const reader of readers) {
    const client = await world.as(reader.name)
    const now = world.now
    const owed = model.expected(now).filter(seenBy(reader, model))
    const look: Look = { world, client, reader, model, now, owed, papers }
    const known = new Map(owed.map((duty) => [duty.key, duty]))
    for (const surface of surfaces) {
      const seen = await surface.see(look)
      const said = [...seen].map(([key, facts]) => [surface.name, reader.name, key, facts])
      const wanted = [...seen].map(([key, facts]) => {
        const duty = known.get(key)
        const all = duty && {
          dueOn: duty.dueOn,
          state: duty.state,
          days: duty.days,
          openBy: duty.openBy,
          isFiled: duty.state === 'on-time' || duty.state === 'late',
          isOver: ['overdue', 'locked', 'exempted'].includes(duty.state),
        }
        const same = all && Object.fromEntries(Object.keys(facts).map((name) => [name, all[name as 'dueOn']]))
        return [surface.name, reader.name, key, same]
      })
      expect(said).toEqual(wanted)
      const missing = owed.filter((duty) => surface.shows(duty, look) && !seen.has(duty.key)).map(({ key }) => key)
      expect([surface.name, reader.name, missing]).toEqual([surface.name, reader.name, []])
      count(surface.name, seen.size)
    }
    for (const { name, said, due } of sums) {
      const figure = await said(look)
      expect([name, reader.name, figure]).toEqual([name, reader.name, due(look)])
      count(name, Object.keys(figure as object).length)
    }
  }
  return told
}

/** A park sees what it owes itself, a county what it and its parks owe. */
function seenBy(reader: Reader, model: Model): (duty: Expected) => boolean {
  if (reader.kind === 'park') return ({ unitId }) => unitId === reader.unitId
  return ({ unitId }) => reader.kind === 'province' || unitId !== model.province.unitId
}
