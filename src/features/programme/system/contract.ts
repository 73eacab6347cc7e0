import { z } from 'zod'
import { route } from '../../../shared/route.ts'

export const health = route({
  method: 'GET',
  path: '/api/health',
  permission: 'public',
  summary: { zh: '运行状况', en: 'Health' },
  reply: z.object({
    status: z.literal('ok'),
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
