import type { Tx } from '../../../platform/database/connect.ts'

/** Documents that wait for their county, the oldest first. */
export function waitingPractices(tx: Tx) {
  return tx
    .selectFrom('practices as p')
    .innerJoin('pilots as o', 'o.id', 'p.pilotId')
    .innerJoin('units as u', 'u.id', 'o.parkId')
    .select(['p.id', 'p.pilotId', 'p.title', 'p.submittedAt as since', 'u.name as parkName'])
    .where('p.state', '=', 'submitted')
    .orderBy('p.submittedAt')
    .orderBy('p.id')
    .execute()
}
