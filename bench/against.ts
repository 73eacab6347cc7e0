import { setTimeout } from 'node:timers/promises'
import { type Row, rowsOf, type Wish } from './against-rows.ts'
import { ownSide, type Side, type Size, sideOf } from './against-sides.ts'
import { spread } from './alone.ts'
import { table } from './report-table.ts'
import { requestsOf } from './requests.ts'

export type Against = Wish & {
  readonly checkout: string
  /** Where data of the other checkout lie or are kept, and where ours. */
  readonly otherFolder: string
  readonly ownFolder: string
  readonly size: Size
  /** What is open: the caller ends it where a signal ends this. */
  readonly sides: Side[]
  say(line: string): void
}

/** The build of another checkout and this one, in turn on this machine: before, after, before, after; a table of ratios. */
export async function against(order: Against): Promise<string> {
  const { checkout, otherFolder, ownFolder, size, sides, say } = order
  try {
    const before = await sideOf(checkout, otherFolder, size)
    sides.push(before)
    const after = await ownSide(ownFolder, size)
    sides.push(after)
    const asked = async (side: Side) =>
      [side, await requestsOf(side.connection, side.product.address, side === after)] as const
    const requests = new Map([await asked(before), await asked(after)])
    const lacking = requests.get(before)?.lacking ?? []
    if (lacking.length > 0) say(`not asked, because the build before has no record for it: ${lacking.join(', ')}`)
    const lines: string[][] = []
    for (const row of await rowsOf(sides, requests, order)) {
      const line = await inTurn(row, before, after)
      lines.push(line)
      say(line.join(' · '))
    }
    return table(['work, in turn', '', 'before', 'after', 'before ÷ after'], lines).join('\n')
  } finally {
    await stopAll(sides)
  }
}

/** Medians of both; a side that refuses says so in its place. */
async function inTurn({ work, unit, rounds, take }: Row, before: Side, after: Side): Promise<string[]> {
  const times = new Map<Side, number[]>([
    [before, []],
    [after, []],
  ])
  const refusals = new Map<Side, string>()
  const one = async (side: Side, counts: boolean) => {
    if (refusals.has(side)) return
    try {
      const taken = await take(side)
      if (counts) times.get(side)?.push(taken)
    } catch (error) {
      refusals.set(side, (error as Error).message.slice(0, 120))
    }
  }
  // The first of each does not count, unless it is the first that is measured, or nothing that warms up.
  const cold = unit === 'MiB' || work.startsWith('first click')
  for (let round = cold ? 1 : 0; round <= rounds; round++) {
    for (const side of [before, after]) await one(side, round > 0)
    await setTimeout(100)
  }
  const [a, b] = [before, after].map((side) => spread(times.get(side) ?? []).median) as [number, number]
  const told = (side: Side, value: number) => refusals.get(side) ?? value.toFixed(1)
  return [work, unit, told(before, a), told(after, b), Number.isNaN(a / b) ? '–' : (a / b).toFixed(2)]
}

export async function stopAll(sides: Side[]): Promise<void> {
  for (const side of sides.splice(0)) await side.stop()
}
