import * as audit from '../../src/features/oversight/audit/contract.ts'
import * as auditPackage from '../../src/features/oversight/audit/package-contract.ts'
import { type Making, sample } from './sample.ts'

export const auditSamples: readonly Making[] = [
  sample(audit.listEvents, () => ({ search: { about: 'filing', from: '2026-01-01' }, scope: null })),
  sample(audit.listSeals, () => ({ scope: null })),
  sample(auditPackage.downloadPackage, () => ({ search: { from: '2026-01-01', to: '2026-12-31' }, scope: null })),
  sample(audit.showEvent, async ({ world, park }) => {
    const [event] = await world.sql<{ id: string; scope: string }>(
      'select id, scope from audit_events where starts_with(scope, $1) order by at, id limit 1',
      [park.scope],
    )
    return { params: { eventId: event?.id ?? '' }, scope: park.scope }
  }),
]
