import { request } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import type { Product } from './children.ts'
import { expect } from './expect.ts'
import type { Loaded } from './load.ts'
import type { Beside } from './results.ts'

const slowUploads = 200
/** As many as one person may begin within a minute, and more. */
const uploaders = ['bench-full-1', 'bench-draft-1'] as const

type Round = { readonly rest: Loaded; readonly beside: Loaded }

/**
 * The list at rest, and while two hundred people send a photo each over a line that lets a few bytes through; in turn, because other
 * work on the machine comes and goes. The middle one of the rounds by how much longer the slowest answers took.
 */
export async function besideSlowUploads(
  runs: number,
  { address }: Product,
  list: () => Promise<Loaded>,
): Promise<Beside> {
  const rounds: Round[] = []
  for (let run = 0; run < runs; run++) {
    const rest = await list()
    const stop = await sendSlowly(address)
    const beside = await list()
    await stop()
    rounds.push({ rest, beside })
  }
  rounds.sort((a, b) => a.beside.p99 / a.rest.p99 - b.beside.p99 / b.rest.p99)
  const middle = rounds[Math.floor(rounds.length / 2)]
  if (!middle) throw new Error('nothing was measured')
  return { uploads: slowUploads, ...middle }
}

/** All of them are under way when this answers; what it answers ends them, and the benchmark where one had ended before. */
async function sendSlowly(address: string): Promise<() => Promise<void>> {
  const ended: string[] = []
  const calls = Array.from({ length: slowUploads }, (_, no) => {
    const call = request(`${address}/api/files`, {
      method: 'POST',
      agent: false,
      headers: {
        cookie: `yqt_session=${uploaders[no % uploaders.length]}`,
        'content-type': 'application/octet-stream',
        'content-length': 10 * 1_048_576,
        'x-file-name': `slow-${no}.jpg`,
      },
    })
    call.on('response', ({ statusCode }) => ended.push(`answered ${statusCode}`))
    call.on('error', (error) => ended.push(error.message))
    return call
  })
  const drop = Buffer.alloc(200, 1)
  const dripping = setInterval(() => {
    for (const call of calls) call.write(drop)
  }, 250)
  await setTimeout(3_000)
  return async () => {
    clearInterval(dripping)
    const [first] = ended
    for (const call of calls) call.destroy()
    expect(first === undefined, `slow uploads ended: ${first}`)
    // The same people may begin as many again a minute later.
    await setTimeout(60_000)
  }
}
