import { isDeepStrictEqual } from 'node:util'
import type { Endpoint } from './command.ts'
import { isWritten, textOfWritten } from './database/written.ts'
import type { Services } from './services.ts'

/** A file as it is, anything else held against its contract. */
export function replyOf(endpoint: Endpoint, reply: unknown, services: Services): unknown {
  return endpoint.route.download ? reply : checked(endpoint, reply, services)
}

/** The reply as its contract has it. @throws Error in tests, where it breaks it */
export function checked(endpoint: Endpoint, reply: unknown, services: Services): unknown {
  const written = isWritten(reply)
  // What the database writes is looked at by every test, and not again for every request.
  if (written && !services.strict) return reply
  const plain: unknown = written ? JSON.parse(textOfWritten(reply)) : reply
  const parsed = endpoint.route.reply.safeParse(plain)
  if (parsed.success && !written) return parsed.data
  if (parsed.success && isDeepStrictEqual(parsed.data, plain)) return reply
  const what = `reply of ${endpoint.route.method} ${endpoint.route.path} breaks its contract`
  const problem = new Error(what, { cause: parsed.error })
  if (services.strict) throw problem
  services.log(what, problem)
  return reply
}
