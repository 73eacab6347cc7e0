import { setTimeout } from 'node:timers/promises'
import type { Tx } from './database/connect.ts'
import { changedType } from './database/connection.ts'
import type { Services } from './services.ts'

/** A deadlock, or a table altered under a prepared statement, is nobody's mistake: the loser simply goes again. */
const goAgain: readonly (string | undefined)[] = ['40P01', changedType]

/** Work of one moment in a transaction of its own, once more where it only met others. */
export async function transaction<T>(services: Services, readOnly: boolean, work: (tx: Tx) => Promise<T>): Promise<T> {
  const acts = services.database.transaction()
  // A page is of one moment, however many questions it asks.
  const asks = acts.setIsolationLevel('repeatable read').setAccessMode('read only')
  const once = () => (readOnly ? asks.execute(work) : services.actTurns(() => acts.execute(work)))
  const begun = performance.now()
  for (let attempt = 1; ; attempt++) {
    try {
      return await once()
    } catch (error) {
      const { code } = error as { code?: string }
      if (attempt < 3 && goAgain.includes(code)) continue
      // Who waits for a lock gives the connection back meanwhile, so that one held row stops nobody who does not want it.
      if (code !== lockNotAvailable || performance.now() - begun > lockPatience) throw error
      await setTimeout(50 * Math.min(attempt, 8) * (1 + Math.random()))
    }
  }
}

const lockNotAvailable = '55P03'
/** How long, in milliseconds, an act waits for what another holds before it is told to try again. */
const lockPatience = 8_000
