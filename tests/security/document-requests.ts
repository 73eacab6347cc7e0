import fc from 'fast-check'
import { z } from 'zod'

type Schema = Readonly<Record<string, unknown>>
type Operation = {
  readonly 'x-permission': string
  readonly parameters: readonly { name: string; in: string; required: boolean; schema: Schema }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { schema?: Schema }>> }
  readonly responses: Readonly<Record<string, { content?: Readonly<Record<string, { schema?: Schema }>> }>>
}

/** A route as the OpenAPI document tells it. `reply`: null where it answers with a file. */
export type Documented = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly isPublic: boolean
  readonly operation: Operation
  readonly reply: { readonly schema: Schema; readonly shape: z.ZodType } | null
}

export function operationsOf(document: unknown): Documented[] {
  const { paths } = document as { paths: Record<string, Record<string, Operation>> }
  return Object.entries(paths).flatMap(([path, all]) =>
    Object.entries(all).map(([method, operation]): Documented => {
      const schema = operation.responses[200]?.content?.['application/json']?.schema
      return {
        method: method.toUpperCase() as Documented['method'],
        path,
        isPublic: operation['x-permission'] === 'public',
        operation,
        reply: schema ? { schema, shape: z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]) } : null,
      }
    }),
  )
}

/** A request to send: nothing of it is known to be sound but what the document says. */
export type Generated = { readonly url: string; readonly body: unknown; readonly file: string | null }

/** Ids that there are, by the name that a parameter or a field has; `''`: all of them. */
export type Ids = ReadonlyMap<string, readonly string[]>

const days = ['2026-03-20', '2026-04-20', '2026-07-10', '2026-10-09', '2027-01-20', '2026-02-30']
const texts = [
  '核对联系方式与账户',
  '2026Q2',
  '2026H1',
  '',
  '1',
  'zh',
  'enterprises',
  'target-table',
  '19330101040012345',
  '13900000001',
  "'; select 1; --",
  '😀'.repeat(40),
  ' \u0000',
  'A'.repeat(5000),
]

/** What a schema of the document takes; now and then what it does not. */
export function valuesOf(schema: Schema, ids: Ids, name = ''): fc.Arbitrary<unknown> {
  const sound = soundOf(schema, ids, name)
  return fc.oneof({ weight: 24, arbitrary: sound }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) })
}

function soundOf(schema: Schema, ids: Ids, name: string): fc.Arbitrary<unknown> {
  const { enum: choices, oneOf, anyOf, type } = schema
  if ('const' in schema) return fc.constant(schema.const)
  if (Array.isArray(choices)) return fc.constantFrom(...choices)
  const several = (oneOf ?? anyOf) as readonly Schema[] | undefined
  if (several) return fc.oneof(...several.map((one) => valuesOf(one, ids, name)))
  if (type === 'string') return textsOf(schema, ids, name)
  if (type === 'integer' || type === 'number') return numbersOf(schema)
  if (type === 'boolean') return fc.boolean()
  if (type === 'null') return fc.constant(null)
  if (type === 'array') {
    const { items = {}, minItems = 0 } = schema as { items?: Schema; minItems?: number }
    return fc.array(valuesOf(items, ids, name), { minLength: minItems, maxLength: Math.max(2, minItems) })
  }
  if (type === 'object') return objectsOf(schema, ids)
  return fc.jsonValue({ maxDepth: 2 })
}

function textsOf({ format, minLength = 0 }: Schema, ids: Ids, name: string): fc.Arbitrary<string> {
  const some = ids.get(name) ?? ids.get('') ?? []
  const id = some.length > 0 ? fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...some) }, fc.uuid()) : fc.uuid()
  if (format === 'uuid') return id
  if (/(?:On|Day|day|from|until)$/.test(name)) return fc.constantFrom(...days)
  if (/Id$/.test(name)) return id
  const few = fc.string({ minLength: Math.min(Number(minLength), 8), maxLength: 20 })
  return fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...texts) }, few)
}

function numbersOf({ minimum = 0, maximum = 1_000_000 }: Schema): fc.Arbitrary<number> {
  const [min, max] = [Math.max(Number(minimum), -1000), Math.min(Number(maximum), 1_000_000)]
  const small = fc.integer({ min, max: Math.max(min, Math.min(max, 4)) })
  return fc.oneof({ weight: 3, arbitrary: small }, fc.integer({ min, max }), fc.constantFrom(-1, 0.5, 1e15))
}

function objectsOf(schema: Schema, ids: Ids): fc.Arbitrary<object> {
  const { properties = {}, required = [] } = schema as {
    properties?: Record<string, Schema>
    required?: readonly string[]
  }
  const model = Object.fromEntries(Object.entries(properties).map(([key, of]) => [key, valuesOf(of, ids, key)]))
  return fc.record(model, { requiredKeys: required.filter((key) => key in model) })
}

/** Requests at one address of the document. */
export function requestsTo({ path, operation }: Documented, ids: Ids): fc.Arbitrary<Generated> {
  const of = (where: string, isRequired: boolean) =>
    operation.parameters.filter((one) => one.in === where && one.required === isRequired)
  const model = (all: Operation['parameters']) =>
    Object.fromEntries(all.map(({ name, schema }) => [name, valuesOf(schema, ids, name)]))
  const must = of('query', true).map(({ name }) => name)
  const bodySchema = operation.requestBody?.content['application/json']?.schema
  const isUpload = operation.requestBody?.content['application/octet-stream'] !== undefined
  return fc
    .record({
      params: fc.record(model(of('path', true))),
      search: fc.record(model([...of('query', true), ...of('query', false)]), { requiredKeys: must }),
      body: bodySchema ? valuesOf(bodySchema, ids) : fc.constant(undefined),
      file: isUpload ? fc.constantFrom('一,二\r\n三,四\r\n', '%PDF-1.4\n%%EOF', '', 'PK') : fc.constant(null),
    })
    .map(({ params, search, body, file }) => {
      const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
        encodeURIComponent(plain((params as Record<string, unknown>)[name]) || '-'),
      )
      const pairs = Object.entries(search).map(([key, value]) => `${key}=${encodeURIComponent(plain(value))}`)
      return { url: pairs.length > 0 ? `${filled}?${pairs.join('&')}` : filled, body, file }
    })
}

/** As it stands in an address. A lone half of a letter has no place there. */
function plain(value: unknown): string {
  return (typeof value === 'string' ? value : JSON.stringify(value)).replace(/\p{Surrogate}/gu, '').slice(0, 300)
}

/** Every field of a reply that the document calls personal, with its mask. */
export function personalIn(schema: Schema, value: unknown): { mask: string; value: string }[] {
  if (value === null || value === undefined) return []
  if (typeof schema['x-personal'] === 'string') return [{ mask: schema['x-personal'], value: String(value) }]
  const several = (schema.oneOf ?? schema.anyOf) as readonly Schema[] | undefined
  const inner = (several ?? []).flatMap((one) => personalIn(one, value))
  if (Array.isArray(value))
    return [...inner, ...value.flatMap((one) => personalIn((schema.items ?? {}) as Schema, one))]
  if (typeof value !== 'object') return inner
  const properties = (schema.properties ?? {}) as Record<string, Schema>
  return [
    ...inner,
    ...Object.entries(value).flatMap(([key, one]) => (properties[key] ? personalIn(properties[key], one) : [])),
  ]
}
