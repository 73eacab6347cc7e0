import type { Sample } from './sample.ts'

type Path = readonly (string | number)[]

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Every place below a value, with what stands there. */
export function leavesOf(value: unknown, at: Path = []): { at: Path; value: unknown }[] {
  if (typeof value !== 'object' || value === null) return [{ at, value }]
  return Object.entries(value).flatMap(([key, inner]) =>
    leavesOf(inner, [...at, Array.isArray(value) ? Number(key) : key]),
  )
}

/** The same value with something else in one place; what is not touched is shared. */
export function replaced(value: unknown, [first, ...rest]: Path, by: unknown): unknown {
  if (first === undefined) return by
  if (Array.isArray(value)) return value.map((one, i) => (i === first ? replaced(one, rest, by) : one))
  const record = value as Record<string, unknown>
  return { ...record, [first]: replaced(record[String(first)], rest, by) }
}

function leafAt(value: unknown, path: Path): unknown {
  return path.reduce((inner, key) => (inner as Record<string, unknown> | undefined)?.[String(key)], value)
}

export type Crossed = { readonly where: string; readonly request: Sample }

/**
 * Own requests with one foreign thing in them: for every id of the own body the one that the foreign body has in the same
 * place, and for an address of several parts each part by itself.
 */
export function crossed(own: Sample, foreign: Sample): Crossed[] {
  const found: Crossed[] = []
  const parts = Object.keys(own.params).length > 1 ? (['params', 'body'] as const) : (['body'] as const)
  for (const part of parts) {
    for (const { at, value } of leavesOf(own[part])) {
      const other = leafAt(foreign[part], at)
      if (typeof value !== 'string' || typeof other !== 'string' || value === other) continue
      if (!uuid.test(value) && part === 'body') continue
      const where = `${part}.${at.join('.')}`
      found.push({ where, request: { ...own, [part]: replaced(own[part], at, other) as Sample['params'] } })
    }
  }
  return found
}
