import { createHash, createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { canonical } from '../shared/canonical.ts'
import type { Route } from '../shared/route.ts'
import type { Actor } from './command.ts'
import type { Tx } from './database/connect.ts'
import { json } from './database/json.ts'
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
  await sql`select pg_advisory_xact_lock(hashtextextended(${visitor.accountId + key}, 0))`.execute(tx)
  const found = await tx
    .selectFrom('idempotencyKeys')
    .select(['requestHash', 'reply'])
    .where('accountId', '=', visitor.accountId)
    .where('key', '=', keyHash(key))
    .executeTakeFirst()
  if (!found) return null
  if (found.requestHash === requestHash(route, intent)) return { reply: found.reply }
  throw new HttpError(422, 'common.key-reused', {
    zh: '同一操作编号被用于不同的请求，请刷新页面后重试',
    en: 'This Idempotency-Key was used for another request; refresh the page and try again',
  })
}

export async function saveReplay(
  tx: Tx,
  visitor: Actor | null,
  route: Route,
  intent: Intent,
  reply: unknown,
  now: Date,
): Promise<void> {
  if (!visitor || !intent.idempotencyKey || route.secretReply) return
  await tx
    .insertInto('idempotencyKeys')
    .values({
      accountId: visitor.accountId,
      key: keyHash(intent.idempotencyKey),
      route: `${route.method} ${route.path}`,
      requestHash: requestHash(route, intent),
      status: 200,
      reply: json(reply ?? null),
      at: now,
    })
    .execute()
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
