import { type Insertable, sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'
import type { IncidentReports, Incidents } from '../../../platform/database/types.ts'
import { notFound } from '../../../platform/errors.ts'
import type { ReportRecipient, StandingReport } from '../../../policy/oversight/incident-report.ts'
import { minuteOf } from '../../../shared/dates.ts'

const missing = { zh: '安全事件', en: 'incident' }

export async function insertIncident(tx: Tx, incident: Insertable<Incidents>): Promise<void> {
  await tx.insertInto('incidents').values(incident).execute()
}

/** Locked until the transaction ends. @throws HttpError 404 where there is none. */
export async function lockIncident(tx: Tx, incidentId: string) {
  const found = await tx.selectFrom('incidents').selectAll().where('id', '=', incidentId).forUpdate().executeTakeFirst()
  if (!found) throw notFound(missing)
  return found
}

/** The reports of an incident, in their order. */
export async function reportsOf(tx: Tx, incidentId: string) {
  return tx
    .selectFrom('incidentReports as r')
    .innerJoin('accounts as a', 'a.id', 'r.recordedBy')
    .select(['r.id', 'r.no', 'r.kind', 'r.recipient', 'r.channel', 'r.grade', 'r.reportedAt', 'r.late', 'r.lateReason'])
    .select(['r.content', 'a.name as recordedByName', 'r.recordedAt'])
    .where('r.incidentId', '=', incidentId)
    .orderBy('r.no')
    .execute()
}

export function standing(reports: Awaited<ReturnType<typeof reportsOf>>): StandingReport[] {
  return reports.map(({ kind, recipient: to, reportedAt }) => ({ kind, to, reportedAt: minuteOf(reportedAt) }))
}

export async function insertReport(tx: Tx, report: Insertable<IncidentReports>): Promise<void> {
  await tx.insertInto('incidentReports').values(report).execute()
}

type Changed = Partial<Omit<Incidents, 'id' | 'scope'>>
export type IncidentPatch = { readonly [K in keyof Changed]: Insertable<Incidents>[K] }

export async function saveIncident(tx: Tx, incidentId: string, patch: IncidentPatch): Promise<void> {
  await tx.updateTable('incidents').set(patch).where('id', '=', incidentId).execute()
}

/** The newest contact list; empty and version 0 while there is none. */
export async function newestContacts(tx: Tx) {
  const rows = await tx
    .selectFrom('incidentContacts as c')
    .innerJoin('accounts as a', 'a.id', 'c.enteredBy')
    .select(['c.version', 'c.role', 'c.office', 'c.phone', 'c.enteredAt', 'a.name as enteredByName'])
    .where('c.version', '=', (eb) =>
      eb.selectFrom('incidentContacts').select((most) => most.fn.max('version').as('version')),
    )
    .orderBy('c.position')
    .execute()
  const [first] = rows
  return {
    version: first?.version ?? 0,
    enteredByName: first?.enteredByName ?? null,
    enteredAt: first?.enteredAt.toISOString() ?? null,
    contacts: rows.map(({ role, office, phone }) => ({ role, office, phone })),
  }
}

/** Incidents in which something is still to be done, with how many are owed their first report. */
export async function openIncidents(tx: Tx) {
  return tx
    .selectFrom('incidents as i')
    .innerJoin('accounts as a', 'a.id', 'i.noticedBy')
    .innerJoin('units as u', 'u.id', 'a.unitId')
    .select(['i.id', 'i.what', 'i.state', 'i.grade', 'i.critical', 'i.noticedAt', 'i.endedAt', 'i.enteredAt'])
    .select(['i.assessedAt', 'u.name as unitName'])
    .select(
      sql<
        ReportRecipient[]
      >`array(select r.recipient from incident_reports r where r.incident_id = i.id and r.kind = 'first')`.as('told'),
    )
    .where('i.state', 'in', ['noticed', 'assessed', 'ended'])
    .orderBy('i.noticedAt')
    .execute()
}
