import { signInPath } from '../policy/people/public-pages.ts'
import type { SessionPath } from '../shared/session.ts'
import { newKey, reach, replyOf } from './reach.ts'
import type { Session } from './session-query.ts'

/*
 * Without the router, the store of views and the shapes of the API: the sign-in page loads none of them.
 */

const sessionPath: SessionPath = '/api/session'

/** The sign-in page, which afterwards leads back to where the reader is now. */
export function signInAddress(): string {
  return `${signInPath}?next=${encodeURIComponent(window.location.pathname + window.location.search)}`
}

/** Where the sign-in page leads (`?next=`). Only addresses of the product itself, so that a link cannot lead elsewhere after sign-in. */
export function addressAfter(search: string): string {
  const next = new URLSearchParams(search).get('next')
  return next?.startsWith('/') && !next.startsWith('//') && !next.includes('\\') ? next : '/'
}

/** Signs in. Throws `ApiError`. */
export async function signIn(credentials: { name: string; password: string }): Promise<Session> {
  const headers = { accept: 'application/json', 'content-type': 'application/json', 'idempotency-key': newKey() }
  const body = JSON.stringify(credentials)
  const response = await reach(() => fetch(sessionPath, { method: 'POST', headers, body, credentials: 'same-origin' }))
  return (await replyOf<{ account: Session }>(response)).account
}

/** Whether somebody is signed in already; false where nobody can tell. */
export async function isSignedIn(): Promise<boolean> {
  try {
    const headers = { accept: 'application/json' }
    const response = await reach(() => fetch(sessionPath, { headers, credentials: 'same-origin' }))
    return (await replyOf<{ account: Session | null }>(response)).account !== null
  } catch {
    return false
  }
}
