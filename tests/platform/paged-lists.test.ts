import { expect, it } from 'vitest'
import { z } from 'zod'
import { endpoints } from '../../src/app.ts'

/** Cards and drawers that are read from the newest on. */
const newestFirst = ['/api/findings', '/api/filings/:filingId/rows/:indicator/records']

/** Offered where one is chosen, in the order of the tree of divisions. */
const offered = ['/api/units']

it('every list that is paged is ordered by the server, by columns that its route names', () => {
  const paged = endpoints.flatMap(({ route }) =>
    route.search instanceof z.ZodObject && 'pageSize' in route.search.shape
      ? [{ path: route.path, sorted: 'sort' in route.search.shape }]
      : [],
  )
  expect(paged.length).toBeGreaterThan(10)
  expect(
    paged
      .filter(({ sorted }) => !sorted)
      .map(({ path }) => path)
      .toSorted(),
  ).toEqual([...newestFirst, ...offered].toSorted())
})
