import type pg from 'pg'
import { expect } from './expect.ts'
import { asOwner } from './generate.ts'
import { getJson } from './people.ts'

type Column = { points: number | null } | null
type View = {
  parts: { items: { computed: Column }[] }[]
  totals: { final: { total: number | null } | null }
  result: { points: number | null } | null
}

/** The evaluation of the pilot with twice the services: its page comes to the result in force, from items that are computed. */
export async function checkEvaluation(connection: pg.PoolConfig, address: string): Promise<string> {
  const { rows } = await asOwner(connection, (owner) =>
    owner.query<{ id: string; points: number }>(
      `select r.evaluation_id as id, r.points from evaluation_results r
        where r.pilot_id = (select pilot_id from activities limit 1) order by r.no desc limit 1`,
    ),
  )
  const [found] = rows
  const { parts, totals, result } = await getJson<View>(address, 'bench-province', `/api/evaluations/${found?.id}`)
  const computed = parts.flatMap(({ items }) => items).filter((item) => item.computed?.points != null).length
  const same = found && totals.final?.total === found.points && result?.points === found.points
  expect(
    same === true && computed >= 7,
    `evaluation: ${totals.final?.total} from ${computed} computed items, expected ${found?.points}`,
  )
  return found?.id ?? ''
}

type Overview = {
  pilots: number
  grades: { grade: string; count: number }[]
  items: { spread: unknown }[]
  rows: { points: number | null }[]
}

/** The overview has a row for each evaluation and counts grades as plain SQL does; most results are in force. */
export async function checkEvaluations(connection: pg.PoolConfig, address: string): Promise<void> {
  const { grades, items, rows } = await getJson<Overview>(address, 'bench-province', '/api/evaluations')
  const counted = await asOwner(connection, (owner) =>
    owner.query<{ grade: string; n: number }>(
      `select grade, count(*)::integer as n from evaluation_results group by grade`,
    ),
  )
  const all = await asOwner(connection, (owner) =>
    owner.query<{ n: number }>('select count(*)::integer as n from evaluations'),
  )
  for (const { grade, count } of grades) {
    const expected = counted.rows.find((one) => one.grade === grade)?.n ?? 0
    expect(count === expected, `evaluations: ${count} are ${grade}, expected ${expected}`)
  }
  expect(rows.length === all.rows[0]?.n, `evaluations: ${rows.length} rows, expected ${all.rows[0]?.n}`)
  expect(
    items.some(({ spread }) => spread !== null) && rows.some(({ points }) => points !== null),
    'evaluations: no result in force',
  )
}
