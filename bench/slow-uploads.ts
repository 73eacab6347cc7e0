import { request } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import type { Disturbance } from './beside.ts'
import { expect } from './expect.ts'

const slowUploads = 200
/** As many as one person may begin within a minute, and more. */
const uploaders = ['bench-full-1', 'bench-draft-1'] as const

/** Two hundred people send a photo each over a line that lets a few bytes through. */
export const slowUploading: Disturbance = { what: `${slowUploads} slow uploads`, begin: sendSlowly }

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
