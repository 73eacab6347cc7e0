import type { Readable } from 'node:stream'
import { FilesAway } from './errors.ts'

/**
 * The bytes of somebody else's stream, as long as all waits for them together come to at most `patience` milliseconds; the reader's
 * own time does not count. @throws FilesAway
 */
export async function* patient(body: Readable, patience: number): AsyncGenerator<Buffer> {
  const chunks = body.iterator() as AsyncIterator<Buffer>
  let left = patience
  const next = async () => {
    const begun = performance.now()
    const timer = setTimeout(() => body.destroy(new Error('waited too long for the bytes of a file')), left)
    try {
      return await chunks.next()
    } catch (error) {
      throw new FilesAway(error)
    } finally {
      clearTimeout(timer)
      left -= performance.now() - begun
    }
  }
  try {
    for (let one = await next(); !one.done; one = await next()) yield one.value
  } finally {
    body.destroy()
  }
}
