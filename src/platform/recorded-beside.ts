import { isRefusal, refusalsIn } from '../shared/refusal.ts'
import { enterSession } from './ask.ts'
import { writeEvents } from './audit-events.ts'
import type { Download, Endpoint, Recorded } from './command.ts'
import { HttpError } from './errors.ts'
import type { RawRequest } from './raw-request.ts'
import type { Services } from './services.ts'
import { transaction } from './transaction.ts'

type What = Pick<Recorded, 'subject' | 'clause' | 'after'> & { readonly kind: string }

/**
 * A no to somebody who is signed in: to what their post may not do, or by a rule to an act or a file. It is recorded after the act was
 * undone, in a transaction of its own. Strangers leave no row; of one account so many an hour are recorded as `services` allow.
 */
export async function recordRefusal(endpoint: Endpoint, asked: RawRequest, services: Services, error: unknown) {
  const { actor } = asked.trace
  const told = whyOf(endpoint, error)
  if (!told || !actor || !services.recordsRefusal(actor.accountId, services.clock())) return
  const { codes, clause } = told
  const what = { kind: 'act.refused', subject: namedBy(asked), clause, after: { act: nameOf(endpoint), codes } }
  // Whoever was refused is told so, also where that cannot be written down.
  await beside(asked, services, what).catch((fault) => services.log('a refusal is not recorded', fault, asked.trace.id))
}

/** A file that is handed to somebody who is signed in; what cannot be recorded is not handed out. */
export async function recordDownload(endpoint: Endpoint, asked: RawRequest, services: Services, file: Download) {
  if (!asked.trace.actor || endpoint.route.picture) return
  const after = { file: file.fileName, from: nameOf(endpoint) }
  await beside(asked, services, { kind: 'file.downloaded', subject: namedBy(asked), clause: null, after })
}

async function beside(asked: RawRequest, services: Services, what: What): Promise<void> {
  const now = services.clock()
  const written = await transaction(services, false, async (tx) => {
    const visitor = asked.sessionToken ? await enterSession(tx, asked.sessionToken, asked, services, now) : null
    if (!visitor) return []
    return writeEvents(tx, [{ ...what, scope: visitor.scope }], { now, services, asked, visitor, replay: null })
  })
  asked.trace.events.push(...written)
}

function whyOf({ kind }: Endpoint, error: unknown) {
  if (error instanceof HttpError && error.status === 403) return { codes: [error.code], clause: null }
  if (!isRefusal(error) || kind === 'query' || kind === 'reading') return null
  const all = refusalsIn(error)
  return { codes: all.map(({ code }) => code), clause: all.find(({ clause }) => clause !== null)?.clause ?? null }
}

function nameOf({ route }: Endpoint): string {
  return `${route.method} ${route.path}`
}

/** The first record that the address names. */
function namedBy({ params }: RawRequest): string | null {
  const named = Object.values((params ?? {}) as Record<string, unknown>).find(
    (value): value is string => typeof value === 'string' && isId.test(value),
  )
  return named ?? null
}

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
