/** One door as the page shows it; shapes are JSON Schema text. */
export type Operation = {
  method: string
  path: string
  summary: string
  permission: string
  parameters: string[]
  body: string | null
  reply: string | null
  /** What the search looks in, lower case. */
  text: string
}

type Content = { content?: Record<string, { schema?: unknown }> }
type Described = {
  summary?: string
  'x-permission'?: string
  parameters?: { name: string; in: string; required: boolean }[]
  requestBody?: Content
  responses?: Record<string, Content>
}

/** The operations of an OpenAPI document, in its order. */
export function operationsOf(document: Record<string, unknown>): Operation[] {
  const paths = document.paths as Record<string, Record<string, Described>>
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => {
      const { summary = '', parameters = [] } = described
      const permission = described['x-permission'] ?? ''
      return {
        method: method.toUpperCase(),
        path,
        summary,
        permission,
        parameters: parameters.map((one) => `${one.in} ${one.name}${one.required ? '' : '?'}`),
        body: shapeOf(described.requestBody),
        reply: shapeOf(described.responses?.['200']),
        text: `${method} ${path} ${summary} ${permission}`.toLowerCase(),
      }
    }),
  )
}

function shapeOf(of: Content | undefined): string | null {
  const schema = of?.content?.['application/json']?.schema
  return schema === undefined ? null : JSON.stringify(schema, null, 2)
}
