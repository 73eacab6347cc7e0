import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

/** A part of a container, held or still to be unpacked. */
export type WrittenPart = { readonly name: string; readonly data: Buffer | (() => AsyncIterable<Buffer>) }

/** Dates say nothing about a container that is made on the spot. */
const options = { mtime: new Date(2000, 0, 1), forceDosTimestamp: true }

/** Packs the parts in their order, unpacking one at a time. Throws what a part throws. */
export async function writeZip(parts: readonly WrittenPart[]): Promise<Buffer> {
  const file = new ZipFile()
  const failed = new Promise<never>((_, reject) => file.once('error', reject))
  for (const { name, data } of parts) {
    if (Buffer.isBuffer(data)) file.addBuffer(data, name, options)
    else {
      file.addReadStreamLazy(name, options, (done) => {
        // yazl listens to no error of what it reads
        done(
          null,
          Readable.from(data()).on('error', (error) => file.emit('error', error)),
        )
      })
    }
  }
  file.end()
  return await Promise.race([buffer(file.outputStream), failed])
}
