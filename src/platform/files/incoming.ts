import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { FileTooLarge } from './errors.ts'

/** Bytes in a local file of their own. */
export type ReceivedFile = {
  /** SHA-256 of the content, 64 hexadecimal digits. */
  readonly hash: string
  readonly size: number
  readonly path: string
}

export type Arriving = Readable | AsyncIterable<Uint8Array>

/** Receives a stream whole, hashed on the way; the file is gone after `work`. @throws FileTooLarge, or what the stream throws */
export type Incoming = <T>(stream: Arriving, maxBytes: number, work: (file: ReceivedFile) => Promise<T>) => Promise<T>

const staleAfter = 24 * 3_600_000

/** Local files that live as long as somebody works with them, in a folder of `dir`. */
export function incomingIn(dir: string): Incoming {
  const folder = join(dir, 'incoming')
  let ready: Promise<void> | null = null
  return async (stream, maxBytes, work) => {
    ready ??= prepare(folder)
    await ready
    const path = join(folder, randomUUID())
    try {
      return await work({ ...(await receive(stream, path, maxBytes)), path })
    } finally {
      await rm(path, { force: true })
    }
  }
}

/** What a killed process left half-written is of no use to anybody; a day is longer than any upload. */
async function prepare(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const name of await readdir(folder)) {
    const left = await stat(join(folder, name)).catch(absent)
    if (left && Date.now() - left.mtimeMs > staleAfter) await rm(join(folder, name), { force: true })
  }
}

async function receive(stream: Arriving, path: string, maxBytes: number) {
  const digest = createHash('sha256')
  let size = 0
  let waiting: Uint8Array[] = []
  let waits = 0
  const handle = await open(path, 'wx', 0o600)
  const write = async () => {
    const [first = new Uint8Array(), ...more] = waiting
    const stretch = more.length === 0 ? first : Buffer.concat(waiting)
    waiting = []
    waits = 0
    digest.update(stretch)
    await writeAll(handle, stretch)
  }
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength
      if (size > maxBytes) throw new FileTooLarge(maxBytes)
      waiting.push(chunk)
      waits += chunk.byteLength
      if (waits >= stretchBytes) await write()
    }
    await write()
    await handle.sync()
  } finally {
    await handle.close()
  }
  return { hash: digest.digest('hex'), size }
}

/** What is collected before the disk is asked: a slow line brings a few bytes at a time, and hundreds of them would keep it busy. */
const stretchBytes = 65_536

async function writeAll(handle: FileHandle, chunk: Uint8Array): Promise<void> {
  let offset = 0
  while (offset < chunk.byteLength) offset += (await handle.write(chunk, offset)).bytesWritten
}

/** Null where there is no such file. */
export function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
  throw error
}
