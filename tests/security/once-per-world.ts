import type { World } from '../support/world.ts'

/** What samples share: made when it is first wanted, by a key, and never carried from one world to another. */
export function oncePerWorld<T>() {
  const worlds = new WeakMap<World, Map<string, Promise<T>>>()
  return (world: World, key: string, make: () => Promise<T>): Promise<T> => {
    const known = worlds.get(world) ?? new Map<string, Promise<T>>()
    worlds.set(world, known)
    const found = known.get(key) ?? make()
    known.set(key, found)
    return found
  }
}
