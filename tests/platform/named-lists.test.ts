import { expect, it } from 'vitest'
import { z } from 'zod'
import { endpoints } from '../../src/app.ts'
import { matterShapes } from '../../src/features/filings/matter/contract.ts'
import { placeOf } from '../../src/platform/http/field-place.ts'
import { nameOf, underneath } from '../../src/shared/inputs.ts'

/** Every list in an input, and every field of its rows, by its path; and whether it has a name. */
function listed(input: z.ZodType, path: string, inRow = false): [path: string, named: boolean][] {
  if (input instanceof z.ZodArray) {
    const element = input.element as z.ZodType
    return [[path, nameOf(input) !== null], ...listed(element, `${path}.0`, true)]
  }
  if (input instanceof z.ZodObject)
    return Object.entries(input.shape as Readonly<Record<string, z.ZodType>>).flatMap(([key, part]) => {
      const at = path === '' ? key : `${path}.${key}`
      const own: [string, boolean][] = inRow ? [[at, nameOf(part) !== null]] : []
      return [...own, ...listed(part, at)]
    })
  const under = underneath(input)
  return under ? listed(under, path, inRow) : []
}

const lists = endpoints.flatMap(({ route }) =>
  listed(route.body, '').map(([path, named]) => ({
    where: `${route.method} ${route.path} ${path}`,
    route,
    path,
    named,
  })),
)

it('every list that is sent, and every field of its rows, has a name by which it is spoken of', () => {
  expect(lists.length).toBeGreaterThan(30)
  expect(lists.filter(({ named }) => !named).map(({ where }) => where)).toEqual([])
})

it('what is wrong in a row says which list, which row and which field, in both languages', () => {
  for (const { route, path, where } of lists.filter((one) => /\.0\./.test(one.path))) {
    const place = placeOf(route, path)
    expect(place?.zh, where).toMatch(/^\p{Script=Han}.*第 1 行“.+”$/u)
    expect(place?.en, where).toMatch(/^[A-Z].*, row 1, .+$/)
  }
})

it('a row of what the contract leaves open is counted all the same', () => {
  const body = z.strictObject({ content: z.unknown() })
  expect(placeOf({ body }, 'content.rows.3.name')).toEqual({ zh: '第 4 行', en: 'Row 4' })
  expect(placeOf({ body: matterShapes.report }, 'course')).toBeNull()
})
