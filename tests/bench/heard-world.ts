import pg from 'pg'
import { today } from '../../bench/children.ts'
import { generate } from '../../bench/generate.ts'
import { hear } from '../../bench/heard.ts'
import { startWorld, type World } from '../support/world.ts'

/** A generated programme at its own address, whose statements are heard. */
export type HeardWorld = { readonly world: World; readonly address: string; readonly heard: ReturnType<typeof hear> }

export async function startHeardWorld(size: { parks: number; servicesEach: number }): Promise<HeardWorld> {
  const heard = hear(pg)
  const world = await startWorld({ at: today })
  await generate(world.connection, world.filesDir, size)
  return { world, heard, address: await world.http.listen({ host: '127.0.0.1', port: 0 }) }
}

export async function stopHeardWorld(of: HeardWorld | undefined): Promise<void> {
  of?.heard.stop()
  await of?.world.stop()
}
