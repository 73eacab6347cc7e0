import type { Loaded } from './load.ts'
import type { Beside } from './results.ts'

/** What others do meanwhile: `begin` answers once it is under way, with what ends it. */
export type Disturbance = { readonly what: string; begin(address: string): Promise<() => Promise<void>> }

/**
 * The list at rest and beside a disturbance, in turn, because other work on the machine comes and goes. The middle one of the rounds by
 * how much longer the slowest answers took.
 */
export async function besideOthers(
  { what, begin }: Disturbance,
  { runs, address, list }: { readonly runs: number; readonly address: string; list(): Promise<Loaded> },
): Promise<Beside> {
  const rounds: { readonly rest: Loaded; readonly beside: Loaded }[] = []
  for (let run = 0; run < runs; run++) {
    const rest = await list()
    const stop = await begin(address)
    const beside = await list()
    await stop()
    rounds.push({ rest, beside })
  }
  rounds.sort((a, b) => a.beside.p99 / a.rest.p99 - b.beside.p99 / b.rest.p99)
  const middle = rounds[Math.floor(rounds.length / 2)]
  if (!middle) throw new Error('nothing was measured')
  return { what, ...middle }
}
