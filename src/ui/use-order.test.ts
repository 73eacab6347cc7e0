import { expect, it } from 'vitest'
import { orderedBy } from './use-order.ts'

type Row = { readonly name: string; readonly count: number }
const columns = [
  { key: 'name', title: '名称', sort: (a: Row, b: Row) => a.name.localeCompare(b.name) },
  { key: 'count', title: '件数', sort: (a: Row, b: Row) => a.count - b.count },
  { key: 'note', title: '说明' },
  { key: 'remote', title: '由服务器排序', sort: true as const },
]
const rows: readonly Row[] = [
  { name: 'b', count: 2 },
  { name: 'a', count: 10 },
  { name: 'c', count: 2 },
]
const names = (sort: string | null) => orderedBy(columns, rows, sort).map(({ name }) => name)

it('orders rows by a column, either way round, and leaves equal ones as they stood', () => {
  expect(names('name')).toEqual(['a', 'b', 'c'])
  expect(names('-name')).toEqual(['c', 'b', 'a'])
  expect(names('count')).toEqual(['b', 'c', 'a'])
  expect(names('-count')).toEqual(['a', 'b', 'c'])
})

it('leaves the own order of the list where nothing here can be ordered by it', () => {
  for (const sort of [null, '', 'note', '-remote', 'unknown']) expect(names(sort)).toEqual(['b', 'a', 'c'])
})
