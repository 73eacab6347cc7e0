import { ApiError } from './api-error.ts'
import type { WaitingAct } from './outbox-store.ts'
import { replyOf } from './reach.ts'

/** Posts an act as the account that wrote it; whoever else is signed in gets 401. Throws `ApiError`. */
export async function sendAct({ method, address, body, key, accountId }: WaitingAct): Promise<unknown> {
  const response = await fetch(address, {
    method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      'idempotency-key': key,
      'x-account': accountId,
    },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new ApiError(0, {})
  })
  return replyOf(response)
}
