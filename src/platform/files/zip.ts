import type { FileHandle } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl'

/** Random access to bytes, so that a container can be looked into without being read whole. */
export type ByteSource = { readonly size: number; read(offset: number, length: number): Promise<Buffer> }

export type ZipEntry = { readonly name: string; readonly record: Entry }

export type Zip = {
  readonly entries: readonly ZipEntry[]
  find(name: string): ZipEntry | undefined
  /** The unpacked bytes; throws `ZipProblem` when they are not what the directory promised. */
  open(entry: ZipEntry): AsyncGenerator<Buffer>
}

/** Why a container is not opened: `broken`, `encrypted`, or `bomb` (unpacks to far more than is reasonable). */
export class ZipProblem extends Error {
  readonly reason: 'broken' | 'encrypted' | 'bomb'
  constructor(reason: 'broken' | 'encrypted' | 'bomb') {
    super(reason)
    this.reason = reason
  }
}

/** `entries` and `bytes` (unpacked) per container; above `ratioFrom` unpacked bytes also `ratio` to its own size. */
export const zipLimits = { entries: 4000, bytes: 256 * 1024 * 1024, ratio: 250, ratioFrom: 16 * 1024 * 1024 }

/** Bytes read at a time. */
const step = 64 * 1024

/** Directory bytes that an entry may take on average. */
const maxRecord = 1024

export function bytesOf(data: Buffer): ByteSource {
  return { size: data.length, read: async (offset, length) => data.subarray(offset, offset + length) }
}

/** A file on the disk, open for reading. */
export async function bytesOfFile(file: FileHandle): Promise<ByteSource> {
  const { size } = await file.stat()
  return {
    size,
    async read(offset, length) {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset)
      return buffer.subarray(0, bytesRead)
    },
  }
}

/** Reads the directory and holds it against the limits; nothing is unpacked yet. */
export async function openZip(source: ByteSource, limits = zipLimits): Promise<Zip> {
  const reader = new SourceReader(source)
  const entries: ZipEntry[] = []
  let total = 0
  let directory = 0
  let file: ZipFile
  try {
    // names are decoded, and sizes and checksums counted, here: yauzl takes unmarked names for CP437 and checks no checksum
    const options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: false }
    file = await fromRandomAccessReaderPromise(reader, source.size, options)
    if (file.entryCount > limits.entries) throw new ZipProblem('bomb')
    for await (const record of file.eachEntry()) {
      directory += 46 + record.fileNameLength + record.extraFieldLength + record.fileCommentLength
      if (directory > limits.entries * maxRecord) throw new ZipProblem('broken')
      total += record.uncompressedSize
      entries.push({ name: record.fileNameRaw.toString('utf8').replaceAll('\\', '/'), record })
    }
  } catch (error) {
    throw reader.problem(error)
  }
  if (total > limits.bytes || (total > limits.ratioFrom && total > source.size * limits.ratio))
    throw new ZipProblem('bomb')
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  return { entries, find: (name) => byName.get(name), open: ({ record }) => unpack(file, reader, record) }
}

async function* unpack(file: ZipFile, reader: SourceReader, record: Entry): AsyncGenerator<Buffer> {
  if (record.isEncrypted()) throw new ZipProblem('encrypted')
  if (!record.canDecodeFileData()) throw new ZipProblem('broken')
  let size = 0
  let crc = 0
  try {
    // inflated here and not by yauzl, whose stream keeps the memory of zlib until the garbage collector comes by
    const packed = await file.openReadStreamPromise(record, { decodeFileData: false })
    const plain = record.compressionMethod === 0 ? packed : packed.pipe(createInflateRaw())
    packed.once('error', (error) => plain.destroy(error))
    try {
      for await (const chunk of plain as AsyncIterable<Buffer>) {
        size += chunk.length
        // a directory that lies about the size is how a small bomb hides
        if (size > record.uncompressedSize) throw new ZipProblem('bomb')
        crc = crc32(chunk, crc)
        yield chunk
      }
    } finally {
      packed.destroy()
      plain.destroy()
    }
  } catch (error) {
    throw reader.problem(error)
  }
  if (size !== record.uncompressedSize || crc !== record.crc32) throw new ZipProblem('broken')
}

/** Hands the source to yauzl, and tells a source that fails from a container that is wrong. */
class SourceReader extends RandomAccessReader {
  readonly #source: ByteSource
  /** Read ahead, so that a directory costs few reads. */
  #ahead: { readonly start: number; readonly bytes: Buffer } = { start: 0, bytes: Buffer.alloc(0) }
  readonly #failures = new Set<unknown>()

  constructor(source: ByteSource) {
    super()
    this.#source = source
  }

  /** What to throw for what yauzl or zlib has reported. */
  problem(error: unknown): unknown {
    if (error instanceof ZipProblem || this.#failures.has(error)) return error
    const encrypted = error instanceof Error && error.message.startsWith('strong encryption')
    return new ZipProblem(encrypted ? 'encrypted' : 'broken')
  }

  override read(
    target: Buffer,
    offset: number,
    length: number,
    position: number,
    done: (error: Error | null, bytesRead?: number) => void,
  ): void {
    this.#look(position, length).then(
      (bytes) => done(null, bytes.copy(target, offset)),
      (error) => done(error),
    )
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#slices(start, end))
  }

  async #look(position: number, length: number): Promise<Buffer> {
    if (position >= this.#source.size) return Buffer.alloc(0)
    let ahead = this.#ahead
    if (position < ahead.start || position + length > ahead.start + ahead.bytes.length) {
      const bytes = await this.#fetch(position, Math.min(Math.max(length, step), this.#source.size - position))
      ahead = { start: position, bytes }
      this.#ahead = ahead
    }
    return ahead.bytes.subarray(position - ahead.start, position - ahead.start + length)
  }

  async *#slices(start: number, end: number): AsyncGenerator<Buffer> {
    for (let at = start; at < end; at += step) yield await this.#fetch(at, Math.min(step, end - at))
  }

  async #fetch(position: number, length: number): Promise<Buffer> {
    try {
      return await this.#source.read(position, length)
    } catch (error) {
      this.#failures.add(error)
      throw error
    }
  }
}
