import { enterScope, type Tx } from '../../src/platform/database/connect.ts'
import type { World } from './world.ts'

/** A transaction of the application's own role inside a scope, without a person: to meet store functions and the database itself. */
export function inside<T>(world: World, scope: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return world.services.database.transaction().execute(async (tx) => {
    await enterScope(tx, scope)
    return work(tx)
  })
}
