import { fitKeys, type Key, type KeyValue, sliceOf } from './database/keys.ts'
import { type Turning, turnPage } from './pages.ts'

/** What to read of a list: its conditions and order, `place` to be selected beside each row as `rowPlace`, and how many rows after how many. */
export type SortedSlice = ReturnType<typeof sliceOf> & { readonly limit: number; readonly offset: number }

/** One page of a list that is small enough to be sorted, as all that belongs to one pilot is. @throws as `turnPage` does. */
export function turnSorted<Row extends { readonly rowPlace: string }>(
  turning: Turning,
  keys: readonly Key[],
  list: { readonly count: () => Promise<number>; readonly read: (slice: SortedSlice) => Promise<readonly Row[]> },
) {
  return turnPage<Row>(turning, {
    count: list.count,
    read: ({ limit, offset, ...at }) => list.read({ ...sliceOf(keys, at), limit, offset }),
    valuesOf: ({ rowPlace }) => JSON.parse(rowPlace) as KeyValue[],
    fits: (values) => fitKeys(keys, values),
  })
}
