import { z } from 'zod'
import { route } from '../../../shared/route.ts'

const session = z.object({
  sessionId: z.uuid(),
  /** Browser and system, as far as the browser tells. */
  device: z.object({ zh: z.string(), en: z.string() }),
  /** IPv4 address, or the first 64 bits of an IPv6 address; null where it is not known. */
  network: z.string().nullable(),
  createdAt: z.string(),
  lastSeenAt: z.string(),
  isCurrent: z.boolean(),
})
export type OwnSession = z.infer<typeof session>

export const listSessions = route({
  method: 'GET',
  path: '/api/sessions',
  permission: 'signed-in',
  summary: { zh: '我的登录', en: 'Your sessions' },
  reply: z.object({ sessions: z.array(session) }),
})

export const endSessions = route({
  method: 'POST',
  path: '/api/sessions/ended',
  permission: 'signed-in',
  summary: { zh: '退出其他登录', en: 'Sign out your other browsers' },
  /** One of them, or all where none is named; never the present one. One that is nobody's or another's ends nothing. */
  body: z.strictObject({ sessionId: z.uuid().optional() }),
  /** How many: none where it had ended already, or is nobody's. */
  reply: z.object({ ended: z.number() }),
})
