import type { Post } from '../../src/policy/people/roles.ts'

/**
 * Who gets through at which door, written by hand from the guide and the tasks of each post, and taken from no table of the product: a
 * permission that is given to one more post, or put on another door, differs from it.
 */
const letters: Readonly<Record<string, Post>> = {
  m: 'park-manager',
  s: 'service-officer',
  f: 'fund-officer',
  c: 'enterprise-contact',
  e: 'economy-officer',
  E: 'economy-leader',
  n: 'finance-officer',
  N: 'finance-leader',
  p: 'province-economy',
  P: 'province-economy-leader',
  q: 'province-finance',
  Q: 'province-finance-leader',
  x: 'expert',
  a: 'system-admin',
  b: 'security-admin',
  d: 'audit-admin',
}

const readers = 'm s f e E n N p P q Q'
const bureaus = 'e E n N p P q Q'

/** Posts, and the doors that open to them and to nobody else. `everybody`: also without a session. */
const doors: readonly (readonly [posts: string, doors: string])[] = [
  [
    'everybody',
    `GET /api/session, POST /api/session, GET /api/calendar/:token.ics, GET /api/confirmation/:token, POST /api/confirmation/:token,
     GET /api/confirmation/:token/photos/:evidenceId, GET /api/public/evaluations, GET /api/public/evaluations/:publicationId,
     GET /api/public/notices, GET /api/public/notices/:noticeId, POST /api/public/notices/:noticeId/objections, GET /api/verify/:code,
     GET /api/activation/:token, POST /api/activation/:token`,
  ],
  [
    'm s f c e E n N p P q Q x a b d',
    `DELETE /api/session, PUT /api/session/password, GET /api/guide, GET /api/inbox, GET /api/units, POST /api/incidents,
     GET /api/own-incidents, GET /api/sessions, POST /api/sessions/ended`,
  ],
  // The system administrator keeps the register of units and prepares accounts; the security administrator closes them. Neither reads of a pilot.
  ['a b', 'GET /api/accounts'],
  ['b', 'PUT /api/accounts/:accountId/closed, POST /api/accounts/:accountId/decisions'],
  [
    'a',
    `POST /api/accounts, POST /api/accounts/activations, POST /api/accounts/:accountId/requests,
     GET /api/accounts/template, POST /api/accounts/import, POST /api/accounts/import/marked, POST /api/accounts/import/preview,
     POST /api/units, GET /api/files/damaged, GET /api/files/storage, POST /api/rest-days, POST /api/rest-days/file, POST /api/rest-days/preview`,
  ],
  // Security incidents are told of by everybody, dealt with by the security administrator, and read by the provincial departments.
  [
    'b',
    `POST /api/incident-contacts, POST /api/incidents/:incidentId/assessment, POST /api/incidents/:incidentId/dismissal,
     POST /api/incidents/:incidentId/ending, POST /api/incidents/:incidentId/reports, POST /api/incidents/:incidentId/summary`,
  ],
  [
    'p P q Q b',
    `GET /api/incident-contacts, GET /api/incidents, GET /api/incidents/:incidentId, GET /api/incidents/:incidentId/affected,
     GET /api/incidents/:incidentId/affected.csv, GET /api/incidents/:incidentId/reports/:reportId/paper.docx`,
  ],
  // Leaders answer for their bureau, the departments for the province; the audit administrator reads the trail and does nothing else.
  [
    'E N p P q Q d',
    'GET /api/audit/events, GET /api/audit/events/:eventId, GET /api/audit/package, GET /api/audit/seals',
  ],
  ['m s f c e E n N p P q Q x a', 'POST /api/files'],
  ['m s f e E n N p P q Q a', 'GET /api/rest-days'],
  [
    'm s f c e E n N p P q Q',
    `GET /api/files/:fileId, GET /api/files/:fileId/content, GET /api/files/:fileId/preview, GET /api/files/:fileId/view`,
  ],
  ['p P q Q a', 'GET /api/batches, GET /api/batches/:batchId'],
  ['p P', 'POST /api/batches, POST /api/pilots'],
  [
    'p P q Q',
    'GET /api/province, GET /api/summaries, POST /api/close-outs/:closeOutId/record, POST /api/filings/:filingId/record, POST /api/tables/recording',
  ],
  // What everybody reads who looks after a pilot: its park, its county, the province.
  [
    readers,
    `GET /api/pilots, GET /api/pilots/:pilotId, GET /api/inbox/parks, GET /api/parks/:parkId/pilots, GET /api/parks/:parkId/standing-service,
     GET /api/pilots/:pilotId/close-out, GET /api/pilots/:pilotId/evaluations, GET /api/pilots/:pilotId/practices,
     GET /api/pilots/:pilotId/standing-lists, GET /api/standing-services, GET /api/calendar, GET /api/calendar/month, GET /api/calendar/feed,
     POST /api/calendar/feed, DELETE /api/calendar/feed, GET /api/lateness, GET /api/exceptions, GET /api/findings, GET /api/liaison,
     GET /api/consultations, GET /api/consultations/:consultationId, GET /api/consultations/:consultationId/paper.docx,
     POST /api/decisions/:decisionId/completion, GET /api/measures, GET /api/pilots/:pilotId/measures`,
  ],
  [
    readers,
    `GET /api/filings, POST /api/filings, GET /api/filings/:filingId, DELETE /api/filings/:filingId, GET /api/filings/:filingId/check,
     POST /api/filings/:filingId/draft, GET /api/filings/:filingId/matter, GET /api/filings/:filingId/paper.docx,
     GET /api/filings/:filingId/paper.xlsx, GET /api/filings/:filingId/rows/:indicator/records, PUT /api/filings/:filingId/sections/:section,
     POST /api/filings/:filingId/sections/:section/import, POST /api/filings/:filingId/sections/:section/import/marked,
     POST /api/filings/:filingId/sections/:section/import/preview, GET /api/filings/:filingId/sections/:section/template,
     POST /api/filings/:filingId/submission, DELETE /api/filings/:filingId/submission, GET /api/filings/:filingId/table, GET /api/matters,
     GET /api/pilots/:pilotId/baselines, GET /api/pilots/:pilotId/baselines/:no, GET /api/pilots/:pilotId/matters,
     GET /api/pilots/:pilotId/returns`,
  ],
  [
    readers,
    `GET /api/disbursements, GET /api/disbursements/export, GET /api/pilots/:pilotId/funds, GET /api/pilots/:pilotId/ledger,
     GET /api/pilots/:pilotId/ledger/export, GET /api/pilots/:pilotId/payments, GET /api/pilots/:pilotId/tranches/:no/paper.docx`,
  ],
  [`${readers} x`, 'GET /api/evaluations/:evaluationId, GET /api/evaluations/:evaluationId/paper.docx'],
  [
    `${readers} c`,
    `GET /api/services, GET /api/services/export, GET /api/services/:serviceId, GET /api/services/:serviceId/choices,
     GET /api/services/:serviceId/payments, GET /api/activities/:activityId, GET /api/pilots/:pilotId/activities,
     GET /api/pilots/:pilotId/diagnoses, GET /api/enterprises/:enterpriseId/contact, GET /api/enterprises/:enterpriseId/diagnosis,
     GET /api/enterprises/:enterpriseId/register`,
  ],
  // A sample is planned and drawn by the economy bureau of the county, approved by both of its bureaus, and read by the province.
  [
    bureaus,
    `GET /api/sampling-plans, GET /api/sampling-plans/:planId, GET /api/sampling-plans/:planId/frame.csv,
     GET /api/sampling-plans/:planId/paper.docx`,
  ],
  [
    'e E',
    `GET /api/sampling-plans/choices, POST /api/sampling-plans, POST /api/sampling-plans/:planId/draw,
     POST /api/sampling-plans/:planId/additions`,
  ],
  ['e E n N', 'POST /api/sampling-plans/:planId/approval, POST /api/sampling-plans/:planId/withdrawal'],
  // Bureaus judge, sign, compare and send back; a park does none of it.
  [
    bureaus,
    `POST /api/filings/:filingId/opinions, DELETE /api/filings/:filingId/opinions/prepared, POST /api/filings/:filingId/opinions/signature,
     POST /api/filings/:filingId/reopening, GET /api/signing, POST /api/prepared-acts/:preparedId/signature, DELETE /api/prepared-acts/:preparedId,
     GET /api/notices, GET /api/notices/:noticeId, GET /api/notices/:noticeId/paper.docx, GET /api/tables, GET /api/tables/workbook,
     GET /api/evaluations, GET /api/evaluations/paper.docx, GET /api/evaluations/paper.xlsx, GET /api/evaluation-reports/:filingId/publication,
     GET /api/pilots/:pilotId/archive, POST /api/close-outs/:closeOutId/end, POST /api/measures/:measureId/withdrawal,
     GET /api/consultations/choices, POST /api/consultations, POST /api/consultations/:consultationId/amendments,
     POST /api/decisions/:decisionId/cancellation, POST /api/personal-data/unmasked`,
  ],
  ['E N P Q', 'PUT /api/signing'],
  ['E p P', 'POST /api/exceptions'],
  [
    'e E p P',
    `GET /api/evaluation-experts, POST /api/pilots/:pilotId/evaluations, POST /api/evaluations/:evaluationId/answers,
     POST /api/evaluations/:evaluationId/computations, POST /api/evaluations/:evaluationId/draft-result,
     POST /api/evaluations/:evaluationId/draft-withdrawal, POST /api/evaluations/:evaluationId/final-scores,
     POST /api/evaluations/:evaluationId/no-rating, POST /api/evaluations/:evaluationId/rectification-decisions,
     POST /api/evaluations/:evaluationId/seats, POST /api/evaluations/:evaluationId/seat-withdrawals,
     POST /api/evaluations/:evaluationId/self-evaluation-return,
     POST /api/evaluations/:evaluationId/site-checks, POST /api/evaluation-publications/:publicationId/withdrawal,
     POST /api/evaluation-reports/:filingId/publications, POST /api/pilots/:pilotId/measures`,
  ],
  ['e E n N', 'POST /api/evaluations/:evaluationId/county-opinions, POST /api/pilots/:pilotId/tranches/:no/judgments'],
  [
    'e E n N',
    'POST /api/notices/:noticeId/objections/:no/answer, POST /api/notices/:noticeId/objections/:no/answer/corrections',
  ],
  [
    'e E',
    `POST /api/pilots/:pilotId/tranches/:no/recommendation, POST /api/pilots/:pilotId/tranches/:no/withdrawal,
     POST /api/pilots/:pilotId/tranches/:no/notices, GET /api/pilots/:pilotId/tranches/:no/notice-draft, POST /api/notices/:noticeId/withdrawal,
     POST /api/pilots/:pilotId/tranches/:no/filings, POST /api/pilots/:pilotId/close-out, POST /api/practices/:practiceId/adoption,
     POST /api/practices/:practiceId/return, POST /api/services/:serviceId/confirmation-slips`,
  ],
  ['n N', 'POST /api/pilots/:pilotId/tranches/:no/release, POST /api/close-outs/:closeOutId/confirmation'],
  [
    'n N q Q',
    `POST /api/measures/:measureId/confirmation, POST /api/measures/:measureId/reversal, POST /api/measures/:measureId/receipts,
     POST /api/measures/:measureId/receipts/:receiptId/reversal`,
  ],
  ['q Q', 'POST /api/measures/:measureId/reissues, POST /api/measures/:measureId/reissues/:reissueId/reversal'],
  ['m n N', 'POST /api/ledger/:entryId/reversal'],
  // The park serves, and pays by two hands: the fund officer prepares, the manager approves.
  [
    'm s',
    `POST /api/services, POST /api/services/:serviceId/cancellation, POST /api/services/:serviceId/closing,
     POST /api/services/:serviceId/confirmation-links, POST /api/services/:serviceId/contract, POST /api/services/:serviceId/day-correction,
     POST /api/services/:serviceId/deliveries, POST /api/services/:serviceId/evidence, POST /api/services/:serviceId/resumption,
     POST /api/services/:serviceId/selection, POST /api/services/:serviceId/visits, POST /api/pilots/:pilotId/activities,
     POST /api/activities/:activityId/answers, POST /api/activities/:activityId/corrections, POST /api/activities/:activityId/evidence,
     POST /api/activities/:activityId/withdrawal, POST /api/enterprises/:enterpriseId/diagnosis,
     POST /api/enterprises/:enterpriseId/diagnosis/corrections, POST /api/pilots/:pilotId/practices`,
  ],
  [
    'm f',
    `PUT /api/pilots/:pilotId/payee-account, POST /api/pilots/:pilotId/tranches/:no/receipt, POST /api/services/:serviceId/payments,
     POST /api/payments/:paymentId/cancellation, POST /api/payments/:paymentId/receipt, POST /api/payments/:paymentId/reversal`,
  ],
  [
    'm s f',
    'POST /api/services/:serviceId/invoices, POST /api/invoices/:invoiceId/voiding, GET /api/files/:fileId/invoice',
  ],
  ['m s f', 'POST /api/evaluations/:evaluationId/self-scores'],
  [
    'm',
    `POST /api/payments/:paymentId/approval, POST /api/evaluations/:evaluationId/agreement, POST /api/evaluations/:evaluationId/objections,
     POST /api/evaluations/:evaluationId/rectifications, POST /api/evaluations/:evaluationId/self-evaluation`,
  ],
  ['m e E', 'POST /api/parks/:parkId/standing-service'],
  ['m s e E', 'POST /api/pilots/:pilotId/standing-lists'],
  // The enterprise answers for itself: never its park.
  ['c', 'POST /api/services/:serviceId/answers'],
  ['c e E', 'POST /api/enterprises/:enterpriseId/contact'],
  [
    'm s c',
    `POST /api/enterprises/:enterpriseId/register, POST /api/register/:entryId/corrections, POST /api/register/:entryId/withdrawal,
     GET /api/registers, GET /api/pilots/:pilotId/register/template, POST /api/pilots/:pilotId/register/import,
     POST /api/pilots/:pilotId/register/import/marked, POST /api/pilots/:pilotId/register/import/preview`,
  ],
  ['x', 'POST /api/evaluations/:evaluationId/declaration, POST /api/evaluations/:evaluationId/expert-scores'],
]

/** Doors that an expert, too, gets through with what is of a pilot on which they have an open seat (tests/security/by-seat.test.ts), and with nothing else. */
const bySeat = `GET /api/pilots/:pilotId, GET /api/pilots/:pilotId/practices, GET /api/pilots/:pilotId/measures, GET /api/pilots/:pilotId/funds,
  GET /api/pilots/:pilotId/ledger, GET /api/pilots/:pilotId/ledger/export,
  GET /api/pilots/:pilotId/payments, GET /api/pilots/:pilotId/activities, GET /api/pilots/:pilotId/diagnoses,
  GET /api/pilots/:pilotId/returns, GET /api/pilots/:pilotId/matters, GET /api/pilots/:pilotId/baselines, GET /api/pilots/:pilotId/baselines/:no,
  GET /api/services, GET /api/services/export, GET /api/services/:serviceId, GET /api/services/:serviceId/payments, GET /api/activities/:activityId,
  GET /api/enterprises/:enterpriseId/register, GET /api/enterprises/:enterpriseId/diagnosis, GET /api/filings/:filingId,
  GET /api/filings/:filingId/table, GET /api/filings/:filingId/rows/:indicator/records, GET /api/filings/:filingId/matter,
  GET /api/filings/:filingId/paper.docx, GET /api/filings/:filingId/paper.xlsx, GET /api/files/:fileId, GET /api/files/:fileId/content,
  GET /api/files/:fileId/view, GET /api/files/:fileId/preview`
export const doorsBySeat: ReadonlySet<string> = new Set(
  bySeat.split(',').map((key) => key.trim().replaceAll(/\s+/g, ' ')),
)

/** `POST /api/services`: by whom; `everybody` also without a session. */
export const expectedAccess: ReadonlyMap<string, 'everybody' | readonly Post[]> = new Map(
  doors.flatMap(([who, keys]) =>
    keys
      .split(',')
      .map((key): [string, 'everybody' | readonly Post[]] => [
        key.trim().replaceAll(/\s+/g, ' '),
        who === 'everybody' ? who : who.split(' ').map(postOf),
      ]),
  ),
)

function postOf(letter: string): Post {
  const post = letters[letter]
  if (!post) throw new Error(`no post ${letter}`)
  return post
}

/** Every door as it is written down, twice where it is written twice. */
export const writtenDoors: readonly string[] = doors.flatMap(([, keys]) => keys.split(',').map((key) => key.trim()))
