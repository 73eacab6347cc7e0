import { appendFileSync } from 'node:fs'
import { expect } from 'vitest'
import type { Person } from './browser.ts'
import type { Effort } from './hands.ts'

/** At most so many; words that explain a figure are not counted where `fields` is left out. */
type Goal = Pick<Effort, 'clicks'> & Partial<Effort>

/** What these people spend on `work` together: within the goal, and noted for `npm run journeys -- --count`. */
export async function within(
  goal: Goal,
  name: string,
  seats: readonly Person[],
  work: () => Promise<void>,
): Promise<void> {
  const before = total(seats)
  await work()
  const after = total(seats)
  const spent = { clicks: after.clicks - before.clicks, fields: after.fields - before.fields }
  const list = process.env.EFFORTS
  if (list) appendFileSync(list, `${JSON.stringify({ name, spent, goal })}\n`)
  expect(spent.clicks, `${name}: ${spent.clicks} clicks`).toBeLessThanOrEqual(goal.clicks)
  if (goal.fields !== undefined)
    expect(spent.fields, `${name}: ${spent.fields} typed fields`).toBeLessThanOrEqual(goal.fields)
}

function total(seats: readonly Person[]): Effort {
  const sum = (of: keyof Effort) => seats.reduce((all, { spent }) => all + spent[of], 0)
  return { clicks: sum('clicks'), fields: sum('fields') }
}
