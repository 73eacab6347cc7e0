import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

/** A part of a container, held or still to be unpacked; `stored`: put in as it is, as what no packing makes smaller. */
export type WrittenPart = {
  readonly name: string
  readonly data: Buffer | (() => AsyncIterable<Buffer>)
  readonly stored?: boolean
}

/** Dates say nothing about a container that is made on the spot. */
const options = { mtime: new Date(2000, 0, 1), forceDosTimestamp: true }

/** Packs the parts in their order, unpacking one at a time. Throws what a part throws. */
export async function writeZip(parts: readonly WrittenPart[]): Promise<Buffer> {
  const { stream, failed } = packed(parts)
  return await Promise.race([buffer(stream), failed])
}

/**
 * The same as it is packed, part after part, each begun when the one before is done: never more of it is held than a reader has
 * not taken yet. The stream fails with what a part throws.
 */
export function streamZip(parts: readonly WrittenPart[]): Readable {
  const { stream, failed } = packed(parts)
  failed.catch((error: Error) => stream.destroy(error))
  return stream
}

function packed(parts: readonly WrittenPart[]): { stream: Readable; failed: Promise<never> } {
  const file = new ZipFile()
  const failed = new Promise<never>((_, reject) => file.once('error', reject))
  for (const { name, data, stored = false } of parts) {
    const how = { ...options, compress: !stored }
    if (Buffer.isBuffer(data)) file.addBuffer(data, name, how)
    else {
      file.addReadStreamLazy(name, how, (done) => {
        // yazl listens to no error of what it reads
        done(
          null,
          Readable.from(data()).on('error', (error) => file.emit('error', error)),
        )
      })
    }
  }
  file.end()
  return { stream: file.outputStream as Readable, failed }
}
