import { expect, test } from 'vitest'
import { readPasted } from './pasted-block.ts'

const titles = ['统一社会信用代码', '企业名称', '人数']
const rows = [
  ['91330421MA2000101E', '嘉善样例一号有限公司', '2'],
  ['91330421MA2000102E', '嘉善样例二号有限公司', '3'],
]
const sheet = (...lines: string[][]) => lines.map((cells) => cells.join('\t')).join('\r\n')

test.each([
  ['rows alone', sheet(...rows), []],
  ['a total', sheet(...rows, ['合计', '', '5']), ['合计']],
  ['a total in another column', sheet(...rows, ['', '合　计', '5']), ['合　计']],
  ['its number of firms', sheet(...rows, ['合计：2家', '', '5']), ['合计：2家']],
  [
    'titles, a note, a signature',
    sheet(titles, ...rows, ['备注：含线上', '', ''], ['填表人：', '', '']),
    ['统一社会信用代码', '备注：含线上', '填表人：'],
  ],
  ['empty lines', sheet(['', '', ''], ...rows, ['', '', '']), []],
  ['running numbers before the rows', sheet(...rows.map((cells, at) => [String(at + 1), ...cells])), []],
  [
    'all of it',
    sheet(['序号', ...titles], ...rows.map((cells, at) => [String(at + 1), ...cells]), ['合计', '', '', '5']),
    ['序号', '合计'],
  ],
])('%s', (_, text, left) => expect(readPasted(text, titles)).toEqual({ rows, left }))

test('one line, and a firm that is called so, stand as they are', () => {
  expect(readPasted('合计\t\t5', titles)).toEqual({ rows: [['合计', '', '5']], left: [] })
  const firm = ['91330421MA2000103E', '嘉善合计信息有限公司', '1']
  expect(readPasted(sheet(...rows, firm), titles)).toEqual({ rows: [...rows, firm], left: [] })
})
