import { z } from 'zod'
import { patternInput } from '../../../shared/inputs.ts'
import { route } from '../../../shared/route.ts'

export const showFeed = route({
  method: 'GET',
  path: '/api/calendar/feed',
  permission: 'calendar.view',
  summary: { zh: '日历订阅', en: 'My calendar feed' },
  reply: z.object({ since: z.string().nullable() }),
})

export const renewFeed = route({
  method: 'POST',
  path: '/api/calendar/feed',
  permission: 'calendar.view',
  summary: { zh: '生成或更换订阅地址', en: 'Make or renew my feed address' },
  /** The address is shown once; only its hash is kept. */
  reply: z.object({ path: z.string() }),
  secretReply: true,
})

export const revokeFeed = route({
  method: 'DELETE',
  path: '/api/calendar/feed',
  permission: 'calendar.view',
  summary: { zh: '停用订阅地址', en: 'Revoke my feed address' },
})

export const readFeed = route({
  method: 'GET',
  path: '/api/calendar/:token.ics',
  permission: 'public',
  summary: { zh: '日历订阅内容 (iCalendar)', en: 'The calendar feed (iCalendar)' },
  params: z.strictObject({ token: patternInput(/^[\w-]{20,100}$/) }),
  search: z.strictObject({ lang: z.enum(['zh', 'en']).default('zh') }),
  download: true,
})
