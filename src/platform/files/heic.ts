import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { HeicJob, HeicPixels } from './heic-worker.ts'

/** Milliseconds; a photo of 48 megapixels takes two to four seconds. */
const mostTime = 60_000
/** Mebibytes of the worker's own objects; the decoder's memory ends at the 2 GiB that its build declares. */
const mostObjects = 256

/**
 * The upright pixels of a HEIC photo. Runs beside the main thread, where a picture that never ends or eats memory takes down its own
 * thread and nothing else. Throws when it cannot be decoded.
 */
export async function decodeHeic(job: HeicJob): Promise<HeicPixels> {
  const worker = new Worker(new URL('./heic-worker.ts', import.meta.url), {
    workerData: job,
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: mostObjects },
  })
  try {
    const ended = once(worker, 'exit').then(() => Promise.reject(new Error('the decoder ended without a picture')))
    ended.catch(() => undefined)
    const [pixels] = await Promise.race([once(worker, 'message', { signal: AbortSignal.timeout(mostTime) }), ended])
    return pixels as HeicPixels
  } finally {
    await worker.terminate()
  }
}
