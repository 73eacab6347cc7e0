import type pg from 'pg'
import { asOwner } from './generate.ts'
import { generatedIds, type Ids } from './ids.ts'
import { onlyBatch, play } from './play.ts'
import { type AskedRow, peopleAndFiles, samples } from './requests-people.ts'

/** One request that reads: whose session it comes with (empty: nobody's) and the address of its route. */
export type Asked = { readonly route: string; readonly session: string; readonly path: string }

/**
 * Every route that reads, as the person for whom it is the most work: the province where it may, else the post that is permitted.
 */
const asked: readonly AskedRow[] = [
  ...peopleAndFiles,
  ...samples,
  ['bench-province', '/api/batches'],
  ['bench-province', '/api/batches/:batchId', ({ batchId }) => `/api/batches/${batchId}`],
  ['bench-province', '/api/pilots'],
  ['bench-province', '/api/pilots/:pilotId', ({ fullPilotId }) => `/api/pilots/${fullPilotId}`],
  ['bench-full-1', '/api/registers'],
  ['bench-province', '/api/evaluation-experts'],
  ['bench-province', '/api/evaluations'],
  ['bench-province', '/api/evaluations/paper.docx'],
  ['bench-province', '/api/evaluations/paper.xlsx'],
  ['bench-province', '/api/pilots/:pilotId/evaluations', ({ fullPilotId }) => `/api/pilots/${fullPilotId}/evaluations`],
  ['bench-province', '/api/evaluations/:evaluationId', ({ evaluationId }) => `/api/evaluations/${evaluationId}`],
  [
    'bench-province',
    '/api/evaluations/:evaluationId/paper.docx',
    ({ evaluationId }) => `/api/evaluations/${evaluationId}/paper.docx`,
  ],
  [
    'bench-full-1',
    '/api/pilots/:pilotId/register/template',
    ({ fullPilotId }) => `/api/pilots/${fullPilotId}/register/template`,
  ],
  ['bench-province', '/api/pilots/:pilotId/practices', ({ fullPilotId }) => `/api/pilots/${fullPilotId}/practices`],
  ['bench-province', '/api/parks/:parkId/standing-service', ({ parkId }) => `/api/parks/${parkId}/standing-service`],
  ['bench-province', '/api/parks/:parkId/pilots', ({ parkId }) => `/api/parks/${parkId}/pilots`],
  ['bench-province', '/api/standing-services'],
  [
    'bench-province',
    '/api/pilots/:pilotId/standing-lists',
    ({ standingPilotId }) => `/api/pilots/${standingPilotId}/standing-lists`,
  ],
  ['bench-province', '/api/measures'],
  ['bench-province', '/api/pilots/:pilotId/measures', ({ fullPilotId }) => `/api/pilots/${fullPilotId}/measures`],
  ['bench-county', '/api/pilots/:pilotId/close-out', ({ pilotId }) => `/api/pilots/${pilotId}/close-out`],
  ['bench-province', '/api/pilots/:pilotId/archive', ({ closedPilotId }) => `/api/pilots/${closedPilotId}/archive`],
  [
    'bench-province',
    '/api/enterprises/:enterpriseId/contact',
    ({ enterpriseId }) => `/api/enterprises/${enterpriseId}/contact`,
  ],
  [
    'bench-province',
    '/api/enterprises/:enterpriseId/register',
    ({ enterpriseId }) => `/api/enterprises/${enterpriseId}/register`,
  ],
  [
    'bench-draft-1',
    '/api/filings/:filingId/sections/:section/template',
    ({ draftId }) => `/api/filings/${draftId}/sections/enterprises/template`,
  ],
  ['bench-province', '/api/signing'],
  ['bench-province', '/api/filings'],
  ['bench-province', '/api/filings/:filingId', ({ planId }) => `/api/filings/${planId}`],
  ['bench-draft-1', '/api/filings/:filingId/check', ({ draftId }) => `/api/filings/${draftId}/check`],
  ['bench-province', '/api/tables/workbook', ({ batchId }) => `/api/tables/workbook?batchId=${batchId}&period=2026Q3`],
  ['bench-province', '/api/tables', ({ batchId }) => `/api/tables?batchId=${batchId}&period=2026Q3`],
  ['bench-province', '/api/filings/:filingId/paper.docx', ({ planId }) => `/api/filings/${planId}/paper.docx`],
  ['bench-province', '/api/filings/:filingId/paper.xlsx', ({ planId }) => `/api/filings/${planId}/paper.xlsx`],
  ['', '/api/verify/:code', ({ paperCode }) => `/api/verify/${paperCode}`],
  ['bench-province', '/api/pilots/:pilotId/matters', ({ pilotId }) => `/api/pilots/${pilotId}/matters`],
  ['bench-province', '/api/matters'],
  ['bench-province', '/api/filings/:filingId/matter', ({ matterId }) => `/api/filings/${matterId}/matter`],
  ['bench-province', '/api/pilots/:pilotId/baselines', ({ pilotId }) => `/api/pilots/${pilotId}/baselines`],
  ['bench-province', '/api/pilots/:pilotId/baselines/:no', ({ pilotId }) => `/api/pilots/${pilotId}/baselines/1`],
  ['bench-province', '/api/inbox/parks'],
  ['bench-province', '/api/inbox'],
  [
    'bench-province',
    '/api/pilots/:pilotId/tranches/:no/paper.docx',
    ({ pilotId }) => `/api/pilots/${pilotId}/tranches/1/paper.docx`,
  ],
  ['bench-province', '/api/pilots/:pilotId/ledger/export', (ids) => `/api/pilots/${ids.fullPilotId}/ledger/export`],
  ['bench-province', '/api/pilots/:pilotId/funds', ({ fullPilotId }) => `/api/pilots/${fullPilotId}/funds`],
  ['bench-province', '/api/pilots/:pilotId/ledger', ({ fullPilotId }) => `/api/pilots/${fullPilotId}/ledger`],
  ['bench-province', '/api/notices/:noticeId/paper.docx', ({ noticeId }) => `/api/notices/${noticeId}/paper.docx`],
  [
    'bench-province',
    '/api/evaluation-reports/:filingId/publication',
    ({ reportId }) => `/api/evaluation-reports/${reportId}/publication`,
  ],
  ['', '/api/public/evaluations'],
  ['', '/api/public/evaluations/:publicationId', ({ publicationId }) => `/api/public/evaluations/${publicationId}`],
  ['', '/api/public/notices'],
  ['', '/api/public/notices/:noticeId', ({ noticeId }) => `/api/public/notices/${noticeId}`],
  ['bench-province', '/api/notices'],
  ['bench-province', '/api/notices/:noticeId', ({ noticeId }) => `/api/notices/${noticeId}`],
  [
    'bench-county',
    '/api/pilots/:pilotId/tranches/:no/notice-draft',
    ({ pilotId }) => `/api/pilots/${pilotId}/tranches/3/notice-draft`,
  ],
  ['bench-province', '/api/disbursements'],
  ['bench-province', '/api/disbursements/export'],
  ['bench-province', '/api/pilots/:pilotId/diagnoses', ({ fullPilotId }) => `/api/pilots/${fullPilotId}/diagnoses`],
  [
    'bench-province',
    '/api/enterprises/:enterpriseId/diagnosis',
    (ids) => `/api/enterprises/${ids.enterpriseId}/diagnosis`,
  ],
  ['bench-officer', '/api/services/:serviceId/choices', ({ neededId }) => `/api/services/${neededId}/choices`],
  ['bench-large-county', '/api/services/export'],
  ['bench-province', '/api/services'],
  ['bench-province', '/api/services/:serviceId', ({ closedId }) => `/api/services/${closedId}`],
  ['', '/api/confirmation/:token', ({ linkToken }) => `/api/confirmation/${linkToken}`],
  [
    '',
    '/api/confirmation/:token/photos/:evidenceId',
    ({ linkToken, evidenceId }) => `/api/confirmation/${linkToken}/photos/${evidenceId}`,
  ],
  ['bench-province', '/api/findings'],
  ['bench-province', '/api/pilots/:pilotId/activities', ({ fullPilotId }) => `/api/pilots/${fullPilotId}/activities`],
  ['bench-province', '/api/activities/:activityId', ({ activityId }) => `/api/activities/${activityId}`],
  ['bench-province', '/api/services/:serviceId/payments', ({ closedId }) => `/api/services/${closedId}/payments`],
  ['bench-province', '/api/pilots/:pilotId/payments', ({ fullPilotId }) => `/api/pilots/${fullPilotId}/payments`],
  ['bench-province', '/api/pilots/:pilotId/returns', ({ pilotId }) => `/api/pilots/${pilotId}/returns`],
  ['bench-province', '/api/filings/:filingId/table', ({ returnId }) => `/api/filings/${returnId}/table`],
  [
    'bench-province',
    '/api/filings/:filingId/rows/:indicator/records',
    ({ returnId }) => `/api/filings/${returnId}/rows/P3/records`,
  ],
  ['bench-province', '/api/incidents'],
  ['bench-county', '/api/own-incidents'],
  ['bench-province', '/api/incidents/:incidentId', ({ incidentId }) => `/api/incidents/${incidentId}`],
  [
    'bench-province',
    '/api/incidents/:incidentId/affected',
    ({ incidentId }) => `/api/incidents/${incidentId}/affected`,
  ],
  [
    'bench-province',
    '/api/incidents/:incidentId/affected.csv',
    ({ incidentId }) => `/api/incidents/${incidentId}/affected.csv`,
  ],
  [
    'bench-province',
    '/api/incidents/:incidentId/reports/:reportId/paper.docx',
    ({ incidentId, incidentReportId }) => `/api/incidents/${incidentId}/reports/${incidentReportId}/paper.docx`,
  ],
  ['bench-province', '/api/incident-contacts'],
  ['bench-province', '/api/liaison'],
  [
    'bench-county',
    '/api/consultations/:consultationId/paper.docx',
    ({ consultationId }) => `/api/consultations/${consultationId}/paper.docx`,
  ],
  ['bench-province', '/api/consultations'],
  ['bench-county', '/api/consultations/choices', ({ batchId }) => `/api/consultations/choices?batchId=${batchId}`],
  [
    'bench-province',
    '/api/consultations/:consultationId',
    ({ consultationId }) => `/api/consultations/${consultationId}`,
  ],
  ['bench-province', '/api/province'],
  ['bench-province', '/api/summaries'],
  ['bench-province', '/api/calendar'],
  ['bench-province', '/api/calendar/month'],
  ['bench-province', '/api/lateness'],
  ['bench-province', '/api/exceptions'],
  ['bench-province', '/api/calendar/feed'],
  ['', '/api/calendar/:token.ics', ({ feedToken }) => `/api/calendar/${feedToken}.ics`],
  ['bench-province', '/api/rest-days'],
  ['bench-province', '/api/guide'],
  ['', '/api/health/alive'],
  ['', '/api/health/ready'],
  ['', '/api/health'],
  ['', '/api/openapi.json'],
]

/**
 * Plays what only the product can make, and says how each route is asked in this programme, and what people wait for.
 * `whole`: a programme that lacks something is an error; a checkout of another day may lack records, whose routes are left out.
 */
export async function requestsOf(connection: pg.PoolConfig, address: string, whole = true): Promise<Requests> {
  await seatOthers(connection)
  const played = whole ? await play(connection, address) : await play(connection, address).catch(() => ({}))
  const ids = { ...played, ...(await generatedIds(connection, whole)), batchId: await onlyBatch(connection) } as Ids
  const routes = asked.map(([session, route, path]) => ({ route, session, path: path ? path(ids) : route }))
  const lacking = routes.filter(({ path }) => /undefined|null/.test(path)).map(({ route }) => route)
  if (whole && lacking.length > 0) throw new Error(`the programme has nothing to ask ${lacking.join(', ')} for`)
  return { routes: routes.filter(({ route }) => !lacking.includes(route)), clicks: clicksOf(ids), lacking, ids }
}

export type Requests = {
  readonly routes: readonly Asked[]
  readonly clicks: readonly Asked[]
  readonly lacking: readonly string[]
  readonly ids: Ids
}

/** What the findings of November 2026 found slow; `route` is the name of the row. */
function clicksOf({ servedId, pilotId }: Ids): Asked[] {
  const row = (route: string, session: string, path: string) => ({ route, session, path })
  return [
    row('one service', 'bench-county', `/api/services/${servedId}`),
    row("a park's ledger", 'bench-county', `/api/pilots/${pilotId}/ledger`),
    row("a park's ledger as a workbook", 'bench-county', `/api/pilots/${pilotId}/ledger/export`),
    row('inbox of the province', 'bench-province', '/api/inbox'),
    row('guide of the province', 'bench-province', '/api/guide'),
    row(
      'services by name of enterprise',
      'bench-province',
      `/api/services?enterprise=${encodeURIComponent('精密机械')}`,
    ),
    row('services, page 20,000', 'bench-province', '/api/services?page=20000&pageSize=50'),
  ]
}

/** The first park's officers and the administrator, who are not among those who ask under load. */
async function seatOthers(connection: pg.PoolConfig): Promise<void> {
  await asOwner(connection, async (owner) => {
    // The schema of a checkout of another day may lack a column.
    const has = async (table: string, column: string) =>
      (await owner.query('select from pg_attribute where attrelid = $1::regclass and attname = $2', [table, column]))
        .rowCount === 1
    const [column, value] = (await has('sessions', 'unit_scope'))
      ? [', unit_scope', ', (select u.scope from accounts o join units u on u.id = o.unit_id where o.id = account_id)']
      : ['', '']
    // The first passwords, which nobody here has read, are not the administrators' own.
    if (await has('accounts', 'must_change'))
      await owner.query(`update accounts set must_change = false where post like '%-admin' and must_change`)
    return owner.query(
      `with first as (
         select u.name from filings f join units u on u.id = f.unit_id where f.kind = 'plan' and f.state <> 'draft' order by u.name limit 1)
       insert into sessions (token_hash, account_id, created_at, last_seen_at, expires_at${column})
       select encode(sha256(convert_to(token, 'UTF8')), 'hex'), account_id, '2027-01-01', '2027-01-01', '2099-01-01'${value} from (
         select 'bench-officer', a.id from accounts a join first on a.name = first.name || '·服务专员'
         union all select 'bench-fund', a.id from accounts a join first on a.name = first.name || '·资金专员'
         union all select 'bench-administrator', id from accounts where post = 'system-admin'
         union all (select 'bench-security', id from accounts where post in ('security-admin', 'system-admin') order by post limit 1)
         union all (select 'bench-auditor', id from accounts where post in ('audit-admin', 'system-admin') order by post limit 1)) seated (token, account_id)
       on conflict do nothing`,
    )
  })
}
