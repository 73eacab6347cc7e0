import { describe, expect, test } from 'vitest'
import { titleFinder } from './line-kinds.ts'
import { withUnits } from './numbers.ts'

const find = titleFinder([
  { key: 'revenue', own: ['营业收入(万元)'], also: ['年营业收入'], unit: '万元' },
  { key: 'staff', own: ['从业人员(人)'], also: ['年末从业人员'], unit: '人' },
  { key: 'name', own: ['名称'], also: [] },
])

describe('a title', () => {
  test.each([
    ['营业收入（万元）', 'revenue', null],
    ['营业收入（万元，含税）', 'revenue', '含税'],
    ['营业收入（不含税，万元）', 'revenue', '不含税'],
    ['营业收入（人民币，万元）', 'revenue', null],
    ['营业收入（含税）', 'revenue', '含税'],
    ['2024年营业收入', 'revenue', '2024年'],
    ['2024 年度营业收入（万元）', 'revenue', '2024年度'],
    ['营业收入（2024年）', 'revenue', '2024年'],
    ['营业收入(2024年度)(万元)', 'revenue', '2024年度'],
    ['2024年末从业人员', 'staff', '2024年末'],
  ])('%s is read, and what else it says is told', (title, key, aside) => {
    expect(find(title)).toMatchObject({ key, aside, otherUnit: null })
  })

  test.each(['2024年出口额', '营业收入（出口）', '2024年', '营业收入增长率（%）', '20241营业收入'])(
    '%s is none of these columns',
    (title) => expect(find(title)).toBeUndefined(),
  )

  test('names another unit with a year or a tax beside it', () => {
    expect(find('2024年营业收入（亿元）')).toMatchObject({ otherUnit: '亿元', aside: '2024年' })
    expect(find('营业收入（亿元，含税）')).toMatchObject({ otherUnit: '亿元', aside: '含税' })
  })
})

describe('a second line of titles', () => {
  test.each([
    [
      ['名称', '营业收入'],
      ['', '（万元）'],
      ['名称', '营业收入(万元)'],
    ],
    [
      ['名称', '营业收入', '营业收入'],
      ['名称', '2024年', '2025年'],
      ['名称', '2024年营业收入', '2025年营业收入'],
    ],
    [
      ['名称', '营业收入', ''],
      ['', '2024年', '2025年'],
      ['名称', '2024年营业收入', '2025年营业收入'],
    ],
    [
      ['名称', '营业收入'],
      ['名称', '2025年度（万元）'],
      ['名称', '2025年度营业收入(万元)'],
    ],
  ])('%j over %j', (titles, below, joined) => expect(withUnits(titles, below)).toEqual(joined))

  test.each([
    [
      ['名称', '成立年份'],
      ['', '2024'],
    ],
    [
      ['名称', '营业收入', ''],
      ['甲厂', '2024', '2025'],
    ],
    [
      ['名称', '人数', '营业收入'],
      ['', '2024', '2025'],
    ],
    [
      ['名称', '营业收入'],
      ['', ''],
    ],
  ])('%j over %j is a row', (titles, below) => expect(withUnits(titles, below)).toBeNull())
})
