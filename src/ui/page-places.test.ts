import { expect, it } from 'vitest'
import { placeFor } from './page-places.ts'

const from = { page: 50, place: 'begin', next: 'after', last: 100 }

it('counts a page from the one that is shown, unless an end of the list is nearer', () => {
  const of = (page: number) => placeFor(page, from)
  expect([49, 50, 51].map(of)).toEqual(['begin', 'begin', 'after'])
  expect([40, 60].map(of)).toEqual(['begin', 'after'])
  expect([1, 2, 20, 80, 99, 100].map(of)).toEqual([null, null, null, null, null, null])
})

it('goes on from the row shown last to the last page, and begins at the first row on the first page', () => {
  expect(placeFor(100, { ...from, page: 99 })).toBe('after')
  expect(placeFor(1, { ...from, page: 2 })).toBeNull()
})
