import { z } from 'zod'
import type { Route } from '../shared/route.ts'

type Json = Record<string, unknown>

const errorSchema = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code', 'clause', 'zh', 'en', 'fields', 'facts'],
      properties: {
        code: { type: 'string' },
        clause: { type: ['string', 'null'], description: 'The clause of the guide that the refusal stands on' },
        zh: { type: 'string' },
        en: { type: 'string' },
        fields: {
          type: 'array',
          items: {
            type: 'object',
            required: ['field', 'zh', 'en'],
            properties: {
              field: { type: 'string' },
              clause: { type: ['string', 'null'] },
              rests: {
                type: 'array',
                items: { type: 'string' },
                description: 'Other fields that the rule looked at: mending one of them can mend it',
              },
              zh: { type: 'string' },
              en: { type: 'string' },
            },
          },
        },
        facts: { type: 'object', additionalProperties: { type: ['string', 'number'] } },
      },
    },
  },
}

/** OpenAPI 3.1 of every route, printed from the contracts themselves. */
export function openApi(routes: readonly Route[], version: string): Json {
  const paths: Record<string, Json> = {}
  for (const route of [...routes].sort((a, b) =>
    `${a.path} ${a.method}`.localeCompare(`${b.path} ${b.method}`, 'en'),
  )) {
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '园企通 Yuanqitong',
      version,
      description: 'Money in whole fen, days as YYYY-MM-DD of the programme zone, instants in ISO 8601.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'yqt_session' } },
      schemas: { Error: errorSchema },
      responses: {
        Refused: {
          description: 'Refused; nothing was written',
          content: jsonContent({ $ref: '#/components/schemas/Error' }),
        },
      },
    },
    paths,
  }
}

function operation(route: Route): Json {
  const takesBody = route.method !== 'GET' && route.method !== 'DELETE'
  return {
    summary: `${route.summary.zh} · ${route.summary.en}`,
    tags: [route.path.split('/')[2] ?? ''],
    ...(route.permission === 'public' ? {} : { security: [{ session: [] }] }),
    'x-permission': route.permission,
    parameters: [...parameters(route.params, 'path'), ...parameters(route.search, 'query'), ...headers(route)],
    ...(route.upload ? { requestBody: { required: true, content: { 'application/octet-stream': {} } } } : {}),
    ...(takesBody && !route.upload
      ? { requestBody: { required: true, content: jsonContent(schema(route.body, 'input')) } }
      : {}),
    responses: {
      200: route.download
        ? { description: 'The file', content: { 'application/octet-stream': {} } }
        : { description: 'Done', content: jsonContent(schema(route.reply, 'output')) },
      '4XX': { $ref: '#/components/responses/Refused' },
    },
  }
}

function headers(route: Route): Json[] {
  const name = { name: 'x-file-name', in: 'header', required: true, schema: { type: 'string' } }
  const key = {
    name: 'idempotency-key',
    in: 'header',
    required: false,
    schema: { type: 'string', minLength: 8, maxLength: 100 },
  }
  const unread = {
    name: 'x-unread',
    in: 'header',
    required: false,
    description:
      'Fields of the body, apart by commas, that the sender could not read: refused with all else, never done',
    schema: { type: 'string' },
  }
  if (route.method === 'GET') return []
  return route.upload ? [name, key] : [key, unread]
}

function parameters(part: z.ZodType, where: 'path' | 'query'): Json[] {
  const { properties = {}, required = [] } = schema(part, 'input') as { properties?: Json; required?: string[] }
  return Object.entries(properties).map(([name, of]) => ({
    name,
    in: where,
    required: required.includes(name),
    schema: of,
  }))
}

function schema(of: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(of, { io, unrepresentable: 'any' }) as Json
  return rest
}

function jsonContent(of: Json): Json {
  return { 'application/json': { schema: of } }
}
