import fc from 'fast-check'
import { expect, test } from 'vitest'
import { requireOwnIds } from './row-ids.ts'

function refusedFields(content: object): string[] {
  try {
    requireOwnIds(content)
    return []
  } catch (error) {
    return (error as { fields: readonly { field: string }[] }).fields.map(({ field }) => field)
  }
}

test('each row of whatever list whose id stands before it is named, and no other', () => {
  const ids = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 6 })
  fc.assert(
    fc.property(ids, ids, (agencies, products) => {
      const rows = (of: readonly string[]) => of.map((id) => ({ id, name: '同名' }))
      const later = (list: string, of: readonly string[]) =>
        of.flatMap((id, at) => (of.indexOf(id) < at ? [`content.${list}.${at}.id`] : []))
      expect(refusedFields({ agencies: rows(agencies), products: rows(products), note: 'a' })).toEqual([
        ...later('agencies', agencies),
        ...later('products', products),
      ])
    }),
  )
})

test('lists without ids are none of its business', () => {
  expect(refusedFields({ kinds: ['a', 'a'], rows: [{ name: '甲' }, { name: '甲' }, null] })).toEqual([])
})
