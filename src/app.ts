import type { PoolConfig } from 'pg'
import { activityRoutes } from './features/delivery/activities/routes.ts'
import { contactRoutes } from './features/delivery/contacts/routes.ts'
import { diagnosisRoutes } from './features/delivery/diagnoses/routes.ts'
import { findingRoutes } from './features/delivery/evidence/routes.ts'
import { paymentRoutes } from './features/delivery/payments/routes.ts'
import { practiceRoutes } from './features/delivery/practices/routes.ts'
import { registerRoutes } from './features/delivery/register/routes.ts'
import { confirmationRoutes } from './features/delivery/services/confirmation-routes.ts'
import { orderRoutes } from './features/delivery/services/order-routes.ts'
import { serviceRoutes } from './features/delivery/services/routes.ts'
import { visitRoutes } from './features/delivery/services/visit-routes.ts'
import { evaluationRoutes } from './features/filings/evaluations/routes.ts'
import { filingPaper, openAtAdmission } from './features/filings/kinds/public.ts'
import { filingActs, filingRoutes } from './features/filings/kinds/routes.ts'
import { matterRoutes } from './features/filings/matter/routes.ts'
import { planRoutes } from './features/filings/plan/routes.ts'
import { publicationRoutes } from './features/filings/publications/routes.ts'
import { returnRoutes } from './features/filings/return/routes.ts'
import { disbursementRoutes } from './features/money/disbursements/routes.ts'
import { entryPaper, openTranchePapers, tranchePaper, tranchePapersAfterFiling } from './features/money/funds/public.ts'
import { fundActs, fundRoutes } from './features/money/funds/routes.ts'
import { measureActs, measureRoutes } from './features/money/measures/routes.ts'
import { noticePaper } from './features/money/notices/public.ts'
import { noticeRoutes } from './features/money/notices/routes.ts'
import { archiveRoutes } from './features/oversight/archive/routes.ts'
import { auditRoutes } from './features/oversight/audit/routes.ts'
import { calendarRoutes } from './features/oversight/calendar/routes.ts'
import { closeOutRoutes } from './features/oversight/close-out/routes.ts'
import { minutesPaper } from './features/oversight/consultations/public.ts'
import { consultationRoutes } from './features/oversight/consultations/routes.ts'
import { guideRoutes } from './features/oversight/guide/routes.ts'
import { inboxRoutes } from './features/oversight/inbox/routes.ts'
import { incidentRoutes } from './features/oversight/incidents/routes.ts'
import { provinceRoutes } from './features/oversight/province/routes.ts'
import { restDayRoutes } from './features/oversight/rest-days/routes.ts'
import { samplingRoutes } from './features/oversight/sampling/routes.ts'
import { standingRoutes } from './features/oversight/standing/routes.ts'
import { summaryRoutes } from './features/oversight/summaries/routes.ts'
import { accountRoutes } from './features/programme/accounts/routes.ts'
import { baselineRoutes } from './features/programme/baselines/routes.ts'
import { evidenceRoutes } from './features/programme/files/routes.ts'
import { liaisonRoutes } from './features/programme/liaison/routes.ts'
import { simulatedRoutes } from './features/programme/messages/routes.ts'
import { issuing, type PapersByEvent } from './features/programme/papers/public.ts'
import { personalRoutes } from './features/programme/personal/routes.ts'
import { pilotRoutes } from './features/programme/pilots/routes.ts'
import { signingRoutes } from './features/programme/signing/public.ts'
import { type About, systemRoutes } from './features/programme/system/routes.ts'
import { unitRoutes } from './features/programme/units/routes.ts'
import { hourly as hourlyAllowance } from './platform/allowance.ts'
import { sealEvents } from './platform/audit/seal.ts'
import type { Endpoint } from './platform/command.ts'
import { connect, connectionsOf, type Database, limits, mostForActs, warmUp } from './platform/database/connect.ts'
import { checkFiles, noteCheck } from './platform/file-checks.ts'
import { openStore } from './platform/files/open-store.ts'
import { createPreviews } from './platform/files/preview.ts'
import type { S3Settings } from './platform/files/s3-store.ts'
import type { FileState } from './platform/files/store.ts'
import { watchHealth } from './platform/health.ts'
import { buildServer } from './platform/http/server.ts'
import { uuidv7 } from './platform/ids.ts'
import { forgetExpired, type Jobs } from './platform/jobs.ts'
import { type Messenger, noMessenger } from './platform/messages/messenger.ts'
import { usualRoom } from './platform/room.ts'
import type { Services } from './platform/services.ts'
import { sessionActor } from './platform/session-actor.ts'
import { turns } from './platform/turns/turns.ts'
import { removeUnused } from './platform/unused-files.ts'
import { toldTo, type Watcher } from './platform/watch/watcher.ts'
import { refusalText } from './policy/guide/refuse.ts'
import { whyClosed } from './policy/oversight/close-out.ts'
import { outsideAward } from './policy/oversight/standing.ts'
import { whyNotPermittedText } from './policy/people/ability.ts'
import { goesOnAfterClosing } from './policy/people/after-closing.ts'
import { whyDue } from './policy/people/due.ts'

/** Every door of the product, one line a feature. */
export const endpoints: readonly Endpoint[] = [
  ...accountRoutes,
  ...unitRoutes,
  ...personalRoutes,
  ...evidenceRoutes,
  ...pilotRoutes(openAtAdmission),
  ...planRoutes,
  ...filingRoutes,
  ...matterRoutes,
  ...baselineRoutes,
  ...inboxRoutes,
  ...fundRoutes,
  ...signingRoutes([...filingActs, ...fundActs, ...measureActs]),
  ...measureRoutes,
  ...noticeRoutes,
  ...disbursementRoutes,
  ...diagnosisRoutes,
  ...practiceRoutes,
  ...evaluationRoutes,
  ...publicationRoutes,
  ...registerRoutes,
  ...contactRoutes,
  ...orderRoutes,
  ...serviceRoutes,
  ...visitRoutes,
  ...confirmationRoutes,
  ...findingRoutes,
  ...activityRoutes,
  ...paymentRoutes,
  ...returnRoutes,
  ...liaisonRoutes,
  ...consultationRoutes,
  ...provinceRoutes,
  ...summaryRoutes,
  ...calendarRoutes,
  ...restDayRoutes,
  ...guideRoutes,
  ...closeOutRoutes,
  ...standingRoutes,
  ...archiveRoutes,
  ...auditRoutes,
  ...incidentRoutes,
  ...samplingRoutes,
]

/** Which papers an event may change: its own, and those that show what it is about. */
export const papersAfter: PapersByEvent = {
  filing: [filingPaper, tranchePapersAfterFiling],
  tranche: [tranchePaper, openTranchePapers],
  ledger: [entryPaper, openTranchePapers],
  notice: [noticePaper, openTranchePapers],
  measure: [openTranchePapers],
  objection: [openTranchePapers],
  service: [openTranchePapers],
  diagnosis: [openTranchePapers],
  consultation: [minutesPaper],
}

export type AppOptions = {
  /** The server's own account. */
  readonly connection: PoolConfig
  /** Where files are kept, or where there is a bucket for them, what is received and the previews. */
  readonly filesDir: string
  readonly s3?: S3Settings | null
  readonly about: About
  /** The address that people open the product at, for its papers; null where nobody has set it. */
  readonly site?: string | null
  /** Whose word on scheme, host and address of a request is believed. */
  readonly trustedProxies?: readonly string[]
  /** In bytes: what the files of one unit may take together. */
  readonly roomOfUnit?: number
  /** Whether strangers' requests and uploads are bounded by the minute; not while the demo or a test plays a year. */
  readonly budgeted?: boolean
  readonly messenger?: Messenger
  /** Taken as anybody's password although all know it; the demo's. */
  readonly sharedPassword?: string | null
  readonly clock?: () => Date
  readonly strict?: boolean
  readonly log?: Services['log']
  /** Who is told of requests and jobs. */
  readonly watchers?: readonly Watcher[]
}

/** The product without its surroundings: the same in production, in tests and while the demo is made. */
export async function buildApp({
  connection,
  filesDir,
  s3 = null,
  about,
  site = null,
  trustedProxies = ['loopback'],
  roomOfUnit = usualRoom,
  budgeted = true,
  messenger = noMessenger,
  sharedPassword = null,
  clock = () => new Date(),
  strict = false,
  log = report,
  watchers = [],
}: AppOptions) {
  const watcher = toldTo(watchers)
  const database: Database = connect(connection, { checkRows: strict })
  const onDamaged = (hash: string, state: FileState) => noteCheck(database, hash, state, clock())
  const files = await openStore(s3, filesDir, onDamaged)
  const previews = createPreviews(files, `${filesDir}/previews`)
  const services: Services = {
    database,
    actTurns: turns(mostForActs, { patience: limits.connection }),
    files,
    previews,
    roomOfUnit,
    messenger,
    clock,
    newId: () => uuidv7(clock()),
    site,
    follow: issuing(papersAfter),
    whyNotPermitted: whyNotPermittedText,
    whyClosed,
    whyDue,
    sharedPassword,
    goesOnAfterClosing,
    outsideAward,
    refusalText,
    recordsRefusal: hourlyAllowance(60),
    strict,
    log,
  }
  const jobs: Jobs = {
    'seal-events': async (ask, ending) => void (await sealEvents(ask, clock, ending)),
    'forget-expired': (ask) => forgetExpired(ask, clock()),
    'check-files': (_, ending) => checkFiles(database, files, clock(), ending),
    'remove-unused-files': (_, ending) => removeUnused(services, ending),
  }
  const hourly = ['forget-expired', 'check-files', 'remove-unused-files']
  const minutely = ['seal-events']
  const routes = endpoints.map((endpoint) => endpoint.route)
  const health = watchHealth(connection, filesDir, files.answers)
  const own = [...systemRoutes(about, routes, health.look), ...simulatedRoutes(messenger)]
  const http = await buildServer([...endpoints, ...own], services, {
    trustedProxies,
    budgeted,
    watcher,
  })
  let isLeaving = false
  http.addHook('onRequest', async (_, reply) => {
    if (isLeaving) reply.header('connection', 'close')
  })
  /** Everything is answered as before; but whoever asks whether to come here is told no, and no connection is kept. */
  const leave = () => {
    isLeaving = true
    health.stopping()
  }
  const close = async () => {
    await http.close()
    await health.close()
    await database.destroy()
  }
  /** Nobody's session, asked for on every connection: what each request begins with is then compiled and planned. */
  const warm = () => warmUp(database, (tx) => sessionActor(tx, { hash: '', at: clock().toISOString(), about: [] }))
  const sources = { connections: () => connectionsOf(database), health: health.seen }
  return { http, services, jobs, hourly, minutely, watcher, sources, warm, leave, close }
}

function report(message: string, error: unknown): void {
  process.stderr.write(`${message}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
}
