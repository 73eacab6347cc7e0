import { expect, it } from 'vitest'
import { orderedHere } from './use-order.ts'

type Row = {
  readonly name: string
  readonly count: number
  readonly days: readonly number[]
  readonly on: string | null
}
const columns = [
  { key: 'name', title: '名称' },
  { key: 'count', title: '件数' },
  { key: 'days', title: '日数', sort: ({ days }: Row) => days.length },
  { key: 'on', title: '日期' },
  { key: 'note', title: '说明', show: () => '说明' },
  { key: 'act', title: '操作', sort: null },
]
const rows: readonly Row[] = [
  { name: '12号园', count: 2, days: [1], on: null },
  { name: '6号园', count: 10, days: [], on: '2026-02-01' },
  { name: '第三园', count: 2, days: [1, 2], on: '2026-01-01' },
]
const names = (sort: string | null) => orderedHere(columns, rows, sort).map(({ name }) => name)

it('orders rows by what stands under a column, either way round, and leaves equal ones as they stood', () => {
  expect(names('name')).toEqual(['6号园', '12号园', '第三园'])
  expect(names('-name')).toEqual(['第三园', '12号园', '6号园'])
  expect(names('count')).toEqual(['12号园', '第三园', '6号园'])
  expect(names('-count')).toEqual(['6号园', '12号园', '第三园'])
  expect(names('days')).toEqual(['6号园', '12号园', '第三园'])
})

it('puts what is missing last, both ways round', () => {
  expect(names('on')).toEqual(['第三园', '6号园', '12号园'])
  expect(names('-on')).toEqual(['6号园', '第三园', '12号园'])
})

it('leaves the own order of the list where nothing here can be ordered by it', () => {
  for (const sort of [null, '', 'note', '-act', 'unknown']) expect(names(sort)).toEqual(['12号园', '6号园', '第三园'])
})
