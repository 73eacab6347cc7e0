import type { RateLimitOptions } from '@fastify/rate-limit'
import type { Endpoint } from '../command.ts'
import { HttpError } from '../errors.ts'

const minute = 60_000

/** How often within a minute: acts and pages that need no session, by address; files, by session. An office shares one address. */
export const budgets = { publicActs: 30, publicPages: 300, uploads: 120 } as const

/** What a route may be asked for; null without a bound, as behind a sign-in. `sessionOf`: the caller's session, where there is one. */
export function budgetOf({ kind, route }: Endpoint, sessionOf: Sessions): RateLimitOptions | null {
  const { permission, upload, method } = route
  if (upload) return { ...common, max: budgets.uploads, keyGenerator: (request) => sessionOf(request) ?? request.ip }
  if (permission !== 'public' || kind === 'plain') return null
  return { ...common, max: method === 'GET' ? budgets.publicPages : budgets.publicActs }
}

/** The same seconds as in Retry-After. */
function tooMany(seconds: number): HttpError {
  const text = {
    zh: `操作过于频繁，请 ${seconds} 秒后再试；已填写的内容不会丢失`,
    en: `Too many requests from this address. Try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}; what you typed is kept.`,
  }
  return new HttpError(429, 'common.too-many', text, [], { seconds })
}

type Sessions = (request: Parameters<NonNullable<RateLimitOptions['keyGenerator']>>[0]) => string | null

/**
 * Kept in memory: each process counts for itself and forgets when it ends, which is enough against a flood, and a stranger makes the
 * database write nothing.
 */
const common = {
  timeWindow: minute,
  // A household of IPv6 holds as many addresses as it likes.
  ipv6Subnet: 64,
  errorResponseBuilder: (_, { ttl }) => tooMany(Math.max(1, Math.ceil(ttl / 1000))),
} satisfies RateLimitOptions
