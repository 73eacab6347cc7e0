import type { Tx } from '../../../platform/database/connect.ts'
import { notFound } from '../../../platform/errors.ts'
import { type Pilot, pilotById } from './store.ts'

export type { Pilot } from './store.ts'
export { batchById, insertPilot, pilotsOfParks, standingBatch } from './store.ts'
export { pilotsSeen } from './views.ts'

/** @throws HttpError 404 when the pilot does not exist inside the reader's scope. */
export async function requirePilot(tx: Tx, pilotId: string): Promise<Pilot> {
  const pilot = await pilotById(tx, pilotId)
  if (!pilot) throw notFound({ zh: '试点园区', en: 'pilot park' })
  return pilot
}
