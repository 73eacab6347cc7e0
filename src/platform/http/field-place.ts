import type { z } from 'zod'
import { nameOf } from '../../shared/inputs.ts'
import type { Route } from '../../shared/route.ts'
import type { Text } from '../../shared/words.ts'
import { partOf } from '../shape-part.ts'

/**
 * Where in its form a field stands that is in a list, or has a name: `议定事项第 2 行“完成期限”`; null for any other.
 * `field`: its path, `decisions.1.dueOn`.
 */
export function placeOf({ body }: Pick<Route, 'body'>, field: string): Text | null {
  const { names, row } = placeIn(body, field)
  if (row === null) return names.at(-1) ?? null
  const [list, ...fields] = names
  const en = [list?.en, `row ${row}`, ...fields.map((name) => name.en)].filter((part) => part !== undefined).join(', ')
  return {
    zh: [list?.zh ?? '', `第 ${row} 行`, ...fields.map((name) => `“${name.zh}”`)].join(''),
    en: `${en.charAt(0).toUpperCase()}${en.slice(1)}`,
  }
}

/** What the parts on the way are called, and the row of the list, from 1. What the shape leaves open has rows without a name. */
function placeIn(input: z.ZodType, path: string): { readonly names: readonly Text[]; readonly row: number | null } {
  const names: Text[] = []
  let row: number | null = null
  let at: z.ZodType | null = input
  for (const part of path.split('.')) {
    if (/^\d+$/.test(part)) row ??= Number(part) + 1
    at = at && partOf(at, part)
    const name = at && nameOf(at)
    if (name) names.push(name)
  }
  return { names, row }
}
