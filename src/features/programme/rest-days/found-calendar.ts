import { announcedYears, packageName } from '../../../platform/announced-rest-days.ts'
import type { Database } from '../../../platform/database/connect.ts'
import { batchYears } from '../../../policy/plan/pilot.ts'
import { insertList, lockCalendar } from './store.ts'

/** The lists a new database begins with: those of the package. Does nothing where there is any. */
export async function foundCalendar(database: Database, newId: () => string, now: Date): Promise<void> {
  await database.transaction().execute(async (tx) => {
    await lockCalendar(tx)
    if (await tx.selectFrom('restDayLists').select('id').limit(1).executeTakeFirst()) return
    for (const [year, days] of announcedYears) {
      if (year < batchYears.min) continue
      const from = { source: packageName, publishedOn: null, enteredBy: null, enteredAt: now }
      await insertList(tx, { id: newId(), year, version: 1, ...from, days })
    }
  })
}
