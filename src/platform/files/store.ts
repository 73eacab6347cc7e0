import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, type ReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { FileDamaged, FileTooLarge } from './errors.ts'

export type StoredFile = {
  /** SHA-256 of the content, 64 hexadecimal digits. */
  readonly hash: string
  readonly size: number
  readonly path: string
}

export type PutOptions<Found> = {
  readonly maxBytes: number
  /** Looks at the complete file before it gets its name; what it throws leaves nothing behind. */
  readonly check?: (path: string) => Promise<Found>
}

export type FileStore = {
  /** Streams to disk, syncs, then moves to the content's own name. Throws `FileTooLarge`, or whatever `check` or the stream throws. */
  put<Found = undefined>(
    stream: Readable | AsyncIterable<Uint8Array>,
    options: PutOptions<Found>,
  ): Promise<StoredFile & { readonly found: Found }>
  /** The same without keeping it: the file is there while `work` looks at it, and gone afterwards. */
  look<Found, Result>(
    stream: Readable | AsyncIterable<Uint8Array>,
    options: PutOptions<Found>,
    work: (file: StoredFile & { readonly found: Found }) => Promise<Result>,
  ): Promise<Result>
  /** The content, once all of it has been compared with its hash. @throws FileDamaged */
  read(hash: string): Promise<ReadStream>
  /** @throws FileDamaged where the content is not what was taken in. */
  requireIntact(hash: string): Promise<void>
  path(hash: string): string
  has(hash: string): Promise<boolean>
  /** Reads the whole file again and compares it with its name. */
  verify(hash: string): Promise<FileState>
}

export type FileState = 'intact' | 'changed' | 'missing'

const hashPattern = /^[0-9a-f]{64}$/
const staleAfter = 24 * 3_600_000

/** Files by the hash of their content, below `dir`; the same content is kept once. `onDamaged` is told of what a reader finds. */
export function createFileStore(
  dir: string,
  onDamaged: (hash: string, state: FileState) => Promise<void> = async () => undefined,
): FileStore {
  const incoming = join(dir, 'incoming')
  let ready: Promise<void> | null = null

  function path(hash: string): string {
    if (!hashPattern.test(hash)) throw new TypeError('not a content hash')
    return join(dir, 'sha256', hash.slice(0, 2), hash.slice(2, 4), hash)
  }

  async function size(hash: string): Promise<number | null> {
    const found = await stat(path(hash)).catch(absent)
    return found?.isFile() ? found.size : null
  }

  async function incomingName(): Promise<string> {
    ready ??= prepare(incoming)
    await ready
    return join(incoming, randomUUID())
  }

  async function put<Found>(stream: Readable | AsyncIterable<Uint8Array>, options: PutOptions<Found>) {
    const temporary = await incomingName()
    try {
      const { hash, size: bytes } = await receive(stream, temporary, options.maxBytes)
      const found = (await options.check?.(temporary)) as Found
      const target = path(hash)
      // The same bytes again mend what was damaged meanwhile.
      if ((await verify(hash)) === 'intact') await rm(temporary)
      else await moveDurably(temporary, target)
      return { hash, size: bytes, path: target, found }
    } catch (error) {
      await rm(temporary, { force: true })
      throw error
    }
  }

  async function look<Found, Result>(
    stream: Readable | AsyncIterable<Uint8Array>,
    options: PutOptions<Found>,
    work: (file: StoredFile & { readonly found: Found }) => Promise<Result>,
  ): Promise<Result> {
    const temporary = await incomingName()
    try {
      const received = await receive(stream, temporary, options.maxBytes)
      const found = (await options.check?.(temporary)) as Found
      return await work({ ...received, path: temporary, found })
    } finally {
      await rm(temporary, { force: true })
    }
  }

  async function verify(hash: string): Promise<FileState> {
    if ((await size(hash)) === null) return 'missing'
    const digest = createHash('sha256')
    for await (const chunk of createReadStream(path(hash))) digest.update(chunk as Buffer)
    return digest.digest('hex') === hash ? 'intact' : 'changed'
  }

  async function requireIntact(hash: string): Promise<void> {
    const state = await verify(hash)
    if (state === 'intact') return
    await onDamaged(hash, state)
    throw new FileDamaged()
  }

  return {
    put,
    look,
    path,
    verify,
    requireIntact,
    async read(hash) {
      await requireIntact(hash)
      return createReadStream(path(hash))
    },
    has: async (hash) => (await size(hash)) !== null,
  }
}

/** What a killed process left half-written is of no use to anybody; a day is longer than any upload. */
async function prepare(incoming: string): Promise<void> {
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  for (const name of await readdir(incoming)) {
    const left = await stat(join(incoming, name)).catch(absent)
    if (left && Date.now() - left.mtimeMs > staleAfter) await rm(join(incoming, name), { force: true })
  }
}

async function receive(stream: Readable | AsyncIterable<Uint8Array>, temporary: string, maxBytes: number) {
  const digest = createHash('sha256')
  let size = 0
  const handle = await open(temporary, 'wx', 0o600)
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength
      if (size > maxBytes) throw new FileTooLarge(maxBytes)
      digest.update(chunk)
      await writeAll(handle, chunk)
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  return { hash: digest.digest('hex'), size }
}

async function writeAll(handle: FileHandle, chunk: Uint8Array): Promise<void> {
  let offset = 0
  while (offset < chunk.byteLength) offset += (await handle.write(chunk, offset)).bytesWritten
}

async function moveDurably(from: string, to: string): Promise<void> {
  const folder = join(to, '..')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await rename(from, to)
  // a rename survives a power cut only once its folders, new ones included, are on disk
  for (const each of [folder, join(folder, '..'), join(folder, '..', '..')]) {
    const handle = await open(each, 'r')
    await handle.sync().finally(() => handle.close())
  }
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
  throw error
}
