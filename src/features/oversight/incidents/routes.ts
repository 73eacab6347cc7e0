import { query } from '../../../platform/command.ts'
import { abilityOf } from '../../../policy/people/ability.ts'
import { affectedRoutes } from './affected.ts'
import * as contacts from './contacts-contract.ts'
import * as contract from './contract.ts'
import { assessIncident, dismissIncident, endIncident, reportIncident, sumUpIncident } from './deal-with-incident.ts'
import { noticeIncident } from './notice-incident.ts'
import { reportWord } from './report-paper.ts'
import { newestContacts } from './store.ts'
import { listIncidentsView, ownIncidentsView, showIncidentView } from './views.ts'
import { writeContacts } from './write-contacts.ts'

export const incidentRoutes = [
  noticeIncident,
  assessIncident,
  reportIncident,
  endIncident,
  sumUpIncident,
  dismissIncident,
  writeContacts,
  reportWord,
  ...affectedRoutes,
  query(contract.listIncidents, ({ search }, { tx, now }) => listIncidentsView(tx, search, now)),
  query(contract.ownIncidents, ({ search }, { tx, actor }) => ownIncidentsView(tx, search, actor)),
  query(contract.showIncident, ({ params }, { tx, actor, now }) => showIncidentView(tx, params.incidentId, actor, now)),
  query(contacts.listContacts, async (_, { tx, actor }) => ({
    ...(await newestContacts(tx)),
    actions: [abilityOf(actor, 'edit', 'incident.handle', null)],
  })),
]
