import { createHash, createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { canonical } from '../shared/canonical.ts'
import type { Route } from '../shared/route.ts'
import type { Actor } from './command.ts'
import { jsonb, text } from './database/columns.ts'
import type { Tx } from './database/connect.ts'
import { statement } from './database/statement.ts'
import { HttpError } from './errors.ts'

/** What of a request makes it the same intent. */
export type Intent = {
  readonly params: unknown
  readonly search: unknown
  readonly body: unknown
  /** Name and content hash of an uploaded file. */
  readonly file: readonly [name: string, hash: string] | null
  readonly idempotencyKey: string | null
}

const firstReply = statement(
  { requestHash: text, reply: jsonb(z.unknown()) },
  ({ key, hash }: { key: string; hash: string }) =>
    sql`select request_hash as "requestHash", reply from first_reply(${key}, ${hash})`,
)

/**
 * The first reply to the same intent, if there was one. Takes a lock on the key, so that a double click waits for the
 * first click instead of running beside it.
 * @throws HttpError 422 when the key came with another request before.
 */
export async function findReplay(
  tx: Tx,
  visitor: Actor | null,
  route: Route,
  intent: Intent,
): Promise<{ reply: unknown } | null> {
  const key = intent.idempotencyKey
  if (!visitor || !key) return null
  const [found] = await firstReply(tx, { key, hash: keyHash(key) })
  if (!found) return null
  if (found.requestHash === requestHash(route, intent)) return { reply: found.reply }
  throw new HttpError(422, 'common.key-reused', {
    zh: '同一操作编号被用于不同的请求，请刷新页面后重试',
    en: 'This Idempotency-Key was used for another request; refresh the page and try again',
  })
}

/** The row that keeps a reply; null where the act is not to be answered again. */
export function replayRow(visitor: Actor | null, route: Route, intent: Intent, reply: unknown, now: Date) {
  if (!visitor || !intent.idempotencyKey || route.secretReply) return null
  return {
    key: keyHash(intent.idempotencyKey),
    route: `${route.method} ${route.path}`,
    requestHash: requestHash(route, intent),
    status: 200,
    reply: reply ?? null,
    at: now,
  }
}

/** The key itself is not stored, so that it can be the secret of `requestHash`. */
function keyHash(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}

/**
 * Keyed by the client's key, which the database does not hold: a password in the body cannot be guessed from it, and the same
 * request after a new sign-in is still the same.
 */
function requestHash(route: Route, { params, search, body, file, idempotencyKey }: Intent): string {
  const request = canonical([route.method, route.path, params, search, body, file])
  return createHmac('sha256', idempotencyKey ?? '')
    .update(request)
    .digest('hex')
}
