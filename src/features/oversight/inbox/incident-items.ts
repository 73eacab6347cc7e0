import type { Tx } from '../../../platform/database/connect.ts'
import { stillOwed } from '../../../policy/oversight/incident-report.ts'
import { dayOf } from '../../../shared/dates.ts'
import { nextDueAt, openIncidents } from '../incidents/public.ts'
import type { InboxItem } from './work-items.ts'

/** Security incidents with something left to do, each with the instant that its clock runs towards. */
export async function incidentItems(tx: Tx): Promise<InboxItem[]> {
  const open = await openIncidents(tx)
  return open.map((incident) => {
    const { id, what, state, grade, critical, unitName, told, endedAt, assessedAt, enteredAt } = incident
    const reports = told.map((to) => ({ kind: 'first' as const, to }))
    const dueAt = nextDueAt(incident)
    return {
      item: { subject: 'incident', state, owed: grade !== null && stillOwed(grade, critical, reports).length > 0 },
      pilotId: null,
      parkName: unitName,
      shown: () => ({ href: `/incidents/${id}`, about: { zh: what, en: what } }),
      since: endedAt ?? assessedAt ?? enteredAt,
      ownDay: dueAt && dayOf(dueAt),
      ownHour: dueAt,
    }
  })
}
