import { z } from 'zod'
import { route } from '../../../shared/route.ts'

/** Whether the process answers at all: asks nothing of anybody. */
export const alive = route({
  method: 'GET',
  path: '/api/health/alive',
  permission: 'public',
  summary: { zh: '进程是否在运行', en: 'Whether the process answers' },
  reply: z.object({ status: z.literal('alive') }),
})

/** 503 while nothing can be read or written, for whoever balances load. */
export const ready = route({
  method: 'GET',
  path: '/api/health/ready',
  permission: 'public',
  summary: { zh: '是否可以受理请求', en: 'Whether requests can be served' },
  reply: z.object({ status: z.literal('ready') }),
})

export const health = route({
  method: 'GET',
  path: '/api/health',
  permission: 'public',
  summary: { zh: '运行状况及原因', en: 'Health, with what is wrong' },
  reply: z.object({
    status: z.enum(['ready', 'degraded', 'not-ready']),
    because: z.array(
      z.object({
        trouble: z.enum(['database', 'disk', 'files', 'jobs', 'clock', 'stopping']),
        zh: z.string(),
        en: z.string(),
      }),
    ),
    version: z.string(),
    database: z.object({ kind: z.enum(['embedded', 'external']), version: z.string() }),
  }),
})

export const describeApi = route({
  method: 'GET',
  path: '/api/openapi.json',
  permission: 'public',
  summary: { zh: '接口说明', en: 'OpenAPI document' },
  reply: z.looseObject({ openapi: z.string() }),
})
