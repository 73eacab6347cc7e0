import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { int } from './columns.ts'
import { connect, type Database } from './connect.ts'
import { statement } from './statement.ts'
import { isWritten, textOfWritten, valuesAt, WrittenRows, writing, writtenRows, writtenShape } from './written.ts'

let database: Database
beforeAll(() => {
  database = connect(inject('postgres'))
})
afterAll(() => database.destroy())

const texts = ['中文', 'two\nlines', 'a "quote" and \\', '', '\u2028', '\t']
const rows = statement({ ...writtenShape, n: int }, (given: readonly string[]) =>
  writing({
    row: sql`g.text, g.at::int as "atIndex", null::int as nothing`,
    place: sql`json_build_array(g.at)::text`,
    from: sql`unnest(${[...given]}::text[]) with ordinality g (text, at)`,
    order: sql`g.at desc`,
    beside: sql`count(*)::int as n`,
  }),
)

it('writes rows in their order, whatever stands in them', async () => {
  const [found] = await database.transaction().execute((tx) => rows(tx, texts))
  if (!found) throw new Error('no row')
  const written = writtenRows(found)
  expect(written.map(valuesAt)).toEqual([[6], [5], [4], [3], [2], [1]])
  const reply = { all: new WrittenRows(written.map(({ row }) => row)), total: found.n }
  expect(isWritten(reply)).toBe(true)
  const all = texts.map((text, at) => ({ text, atIndex: at + 1, nothing: null })).reverse()
  expect(JSON.parse(textOfWritten(reply))).toEqual({ all, total: 6 })
  expect(JSON.parse(JSON.stringify(reply))).toEqual({ all, total: 6 })
})

it('writes no row as an empty list', async () => {
  const [found] = await database.transaction().execute((tx) => rows(tx, []))
  expect(found && writtenRows(found)).toEqual([])
  expect(textOfWritten({ all: new WrittenRows([]) })).toBe('{"all":[]}')
})
