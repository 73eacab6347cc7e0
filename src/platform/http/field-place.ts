import { z } from 'zod'
import { nameOf, underneath } from '../../shared/inputs.ts'
import type { Route } from '../../shared/route.ts'
import type { Text } from '../../shared/words.ts'

/**
 * What is wrong with a row of a list, or with a field that has a name, says where it stands: `议定事项第 2 行“完成期限”：请填写`.
 * `field`: its path, `decisions.1.dueOn`.
 */
export function placed({ body }: Pick<Route, 'body'>, field: string, said: Text): Text {
  const { names, row } = placeIn(body, field)
  if (row === null && names.length === 0) return said
  const list = row === null ? undefined : names[0]
  const fields = row === null ? names : names.slice(1)
  const zh = [list?.zh, row === null ? '' : `第 ${row} 行`, ...fields.map((name) => `“${name.zh}”`)].join('')
  const en = [list?.en, row === null ? '' : `row ${row}`, ...fields.map((name) => name.en)].filter((part) => part)
  const where = en.join(', ')
  return { zh: `${zh}：${said.zh}`, en: `${where.charAt(0).toUpperCase()}${where.slice(1)}: ${said.en}` }
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

function partOf(input: z.ZodType, part: string): z.ZodType | null {
  if (input instanceof z.ZodArray) return input.element as z.ZodType
  if (input instanceof z.ZodObject) return (input.shape as Readonly<Record<string, z.ZodType>>)[part] ?? null
  const under = underneath(input)
  return under && partOf(under, part)
}
