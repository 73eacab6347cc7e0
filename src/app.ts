import type { PoolConfig } from 'pg'
import { accountRoutes } from './features/accounts/routes.ts'
import { activityRoutes } from './features/activities/routes.ts'
import { baselineRoutes } from './features/baselines/routes.ts'
import { calendarRoutes } from './features/calendar/routes.ts'
import { confirmationRoutes } from './features/confirmations/routes.ts'
import { consultationRoutes } from './features/consultations/routes.ts'
import { diagnosisRoutes } from './features/diagnoses/routes.ts'
import { disbursementRoutes } from './features/disbursements/routes.ts'
import { evidenceRoutes } from './features/evidence/routes.ts'
import { filingRoutes } from './features/filings/routes.ts'
import { findingRoutes } from './features/findings/routes.ts'
import { fundRoutes } from './features/funds/routes.ts'
import { guideRoutes } from './features/guide/routes.ts'
import { inboxRoutes } from './features/inbox/routes.ts'
import { liaisonRoutes } from './features/liaison/routes.ts'
import { matterRoutes } from './features/matters/routes.ts'
import { noticeRoutes } from './features/notices/routes.ts'
import { orderRoutes } from './features/orders/routes.ts'
import { paperRoutes } from './features/papers/routes.ts'
import { paymentRoutes } from './features/payments/routes.ts'
import { pilotRoutes } from './features/pilots/routes.ts'
import { planRoutes } from './features/plans/routes.ts'
import { provinceRoutes } from './features/province/routes.ts'
import { returnRoutes } from './features/returns/routes.ts'
import { reviewRoutes } from './features/reviews/routes.ts'
import { serviceRoutes } from './features/services/routes.ts'
import { summaryRoutes } from './features/summaries/routes.ts'
import { type About, systemRoutes } from './features/system/routes.ts'
import { tableRoutes } from './features/tables/routes.ts'
import { unitRoutes } from './features/units/routes.ts'
import { visitRoutes } from './features/visits/routes.ts'
import type { Endpoint } from './platform/command.ts'
import { connect, type Database } from './platform/database/connect.ts'
import { createPreviews } from './platform/files/preview.ts'
import { createFileStore } from './platform/files/store.ts'
import { forgetExpired } from './platform/forget.ts'
import { buildServer } from './platform/http/server.ts'
import { uuidv7 } from './platform/ids.ts'
import type { Jobs } from './platform/jobs.ts'
import type { Services } from './platform/services.ts'
import { refusalText } from './policy/refuse.ts'
import { isPermission, isPost, permits } from './policy/roles.ts'

/** Every door of the product, one line a feature. */
export const features: readonly Endpoint[] = [
  ...accountRoutes,
  ...unitRoutes,
  ...evidenceRoutes,
  ...pilotRoutes,
  ...planRoutes,
  ...reviewRoutes,
  ...filingRoutes,
  ...matterRoutes,
  ...baselineRoutes,
  ...inboxRoutes,
  ...fundRoutes,
  ...noticeRoutes,
  ...disbursementRoutes,
  ...diagnosisRoutes,
  ...orderRoutes,
  ...serviceRoutes,
  ...visitRoutes,
  ...confirmationRoutes,
  ...findingRoutes,
  ...activityRoutes,
  ...paymentRoutes,
  ...returnRoutes,
  ...tableRoutes,
  ...liaisonRoutes,
  ...consultationRoutes,
  ...provinceRoutes,
  ...summaryRoutes,
  ...calendarRoutes,
  ...paperRoutes,
  ...guideRoutes,
]

export type AppOptions = {
  readonly connection: PoolConfig
  /** Where files are kept. */
  readonly filesDir: string
  readonly about: About
  readonly clock?: () => Date
  readonly strict?: boolean
  readonly log?: Services['log']
}

/** The product without its surroundings: the same in production, in tests and while the demo is made. */
export async function buildApp({
  connection,
  filesDir,
  about,
  clock = () => new Date(),
  strict = false,
  log = report,
}: AppOptions) {
  const database: Database = connect(connection)
  const files = createFileStore(filesDir)
  const previews = createPreviews(files, `${filesDir}/previews`)
  const services: Services = {
    database,
    files,
    previews,
    clock,
    newId: () => uuidv7(clock()),
    permits: (post, permission) => isPost(post) && isPermission(permission) && permits(post, permission),
    refusalText,
    strict,
    log,
  }
  const jobs: Jobs = {
    'make-preview': async (payload) => void (await previews.of((payload as { hash: string }).hash)),
    'forget-expired': () => forgetExpired(database, clock()),
  }
  const hourly = ['forget-expired']
  const routes = features.map((endpoint) => endpoint.route)
  const http = await buildServer([...features, ...systemRoutes(about, routes)], services)
  const close = async () => {
    await http.close()
    await database.destroy()
  }
  return { http, services, jobs, hourly, close }
}

function report(message: string, error: unknown): void {
  process.stderr.write(`${message}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
}
