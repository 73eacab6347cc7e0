import { query } from '../../../platform/command.ts'
import { notFound } from '../../../platform/errors.ts'
import { changesOf } from '../../../policy/oversight/event-changes.ts'
import * as contract from './contract.ts'
import { eventRows, hex, listEventsView, listSealsView } from './list-events.ts'
import { downloadPackage } from './package.ts'

export const auditRoutes = [
  downloadPackage,
  query(contract.listEvents, ({ search }, { tx, now }) => listEventsView(tx, search, now)),
  query(contract.showEvent, async ({ params }, { tx }) => {
    const found = await eventRows(tx)
      .select(['e.request', 'e.before', 'e.after', 'l.place', hex('l.sha256').as('sha256'), hex('l.sm3').as('sm3')])
      .where('e.id', '=', params.eventId)
      .executeTakeFirst()
    if (!found) throw notFound({ zh: '操作记录', en: 'event' })
    const { at, before, after, ...row } = found
    return { ...row, at: at.toISOString(), changes: changesOf(before, after) }
  }),
  query(contract.listSeals, ({ search }, { tx }) => listSealsView(tx, search)),
]
