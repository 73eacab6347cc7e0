import type { Readable } from 'node:stream'
import { FileDamaged } from './errors.ts'
import type { Arriving, Incoming, ReceivedFile } from './incoming.ts'

export type StoredFile = Pick<ReceivedFile, 'hash' | 'size'>

export type PutOptions<Found> = {
  readonly maxBytes: number
  /** Looks at the complete file before it gets its name; what it throws leaves nothing behind. */
  readonly check?: (path: string) => Promise<Found>
}

export type FileState = 'intact' | 'changed' | 'missing'

/** Files by the hash of their content, wherever they lie; the same content is kept once. Each may throw `FilesAway`. */
export type FileStore = {
  /** Receives, checks and keeps. @throws FileTooLarge, or whatever `check` or the stream throws */
  put<Found = undefined>(stream: Arriving, options: PutOptions<Found>): Promise<StoredFile & { readonly found: Found }>
  /** Receives and checks without keeping: the file is there while `work` looks at it, and gone afterwards. */
  look<Found, Result>(
    stream: Arriving,
    options: PutOptions<Found>,
    work: (file: ReceivedFile & { readonly found: Found }) => Promise<Result>,
  ): Promise<Result>
  /** Keeps what `look` is looking at, for good once this returns; `path` of the answer can be read until the look ends. */
  keep<File extends ReceivedFile>(file: File): Promise<File>
  /** The content, once all of it has been compared with its hash. @throws FileDamaged */
  read(hash: string): Promise<Readable>
  /** The same as a local file, which is there while `work` looks at it. @throws FileDamaged */
  local<T>(hash: string, work: (path: string) => Promise<T>): Promise<T>
  /** @throws FileDamaged where the content is not what was taken in */
  requireIntact(hash: string): Promise<void>
  /** The bytes as they lie there, compared with nothing. */
  stream(hash: string): AsyncIterable<Buffer>
  /** Some of the bytes as they lie there; fewer at the end, none where there is no file. */
  part(hash: string, offset: number, length: number): Promise<Buffer>
  /** In bytes; null where there is none. */
  size(hash: string): Promise<number | null>
  /** Reads the whole file again and compares it with its name. */
  verify(hash: string): Promise<FileState>
  /** Removes the bytes; nothing where there are none. */
  remove(hash: string): Promise<void>
  /** Whether the place itself answers. */
  answers(): Promise<boolean>
}

/** What a place for files must know to do; the rest is the same for each. */
export type Place = Pick<FileStore, 'keep' | 'stream' | 'part' | 'size' | 'verify' | 'remove' | 'answers'> & {
  /** A local file with the bytes as they lie there, gone after `work`; null where there are none. */
  fetched<T>(hash: string, work: (file: ReceivedFile) => Promise<T>): Promise<T | null>
  open(file: ReceivedFile): Promise<Readable>
}

/** Told of what a reader finds. */
export type OnDamaged = (hash: string, state: FileState) => Promise<void>

export function storeAt(place: Place, incoming: Incoming, onDamaged: OnDamaged): FileStore {
  async function damaged(hash: string, state: FileState): Promise<never> {
    await onDamaged(hash, state)
    throw new FileDamaged()
  }

  const look: FileStore['look'] = (stream, { maxBytes, check }, work) =>
    incoming(stream, maxBytes, async (file) =>
      work({ ...file, found: (await check?.(file.path)) as Awaited<ReturnType<NonNullable<typeof check>>> }),
    )

  async function compared<T>(hash: string, work: (file: ReceivedFile) => Promise<T>): Promise<T> {
    const done = await place.fetched(hash, async (file) => {
      if (file.hash !== hash) return damaged(hash, 'changed')
      return { value: await work(file) }
    })
    return done ? done.value : damaged(hash, 'missing')
  }

  const { keep, stream, part, size, verify, remove, answers } = place
  return {
    look,
    keep,
    stream,
    part,
    size,
    verify,
    remove,
    answers,
    put: (arriving, options) =>
      look(arriving, options, async (file) => {
        const { path: _, ...stored } = await keep(file)
        return stored
      }),
    read: (hash) => compared(hash, (file) => place.open(file)),
    local: (hash, work) => compared(hash, ({ path }) => work(path)),
    async requireIntact(hash) {
      const state = await verify(hash)
      if (state !== 'intact') await damaged(hash, state)
    },
  }
}

/** Where the bytes of a hash lie below the place of all: the same in a folder, in a bucket and in a backup. */
export function placeOf(hash: string): string {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new TypeError('not a content hash')
  return `sha256/${hash.slice(0, 2)}/${hash.slice(2, 4)}/${hash}`
}
