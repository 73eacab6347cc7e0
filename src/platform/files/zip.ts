import { Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'

/** Random access to bytes, so that a container can be looked into without being read whole. */
export type ByteSource = { readonly size: number; read(offset: number, length: number): Promise<Buffer> }

export type ZipEntry = {
  readonly name: string
  readonly size: number
  readonly packed: number
  readonly method: number
  readonly encrypted: boolean
  readonly crc: number
  readonly offset: number
}

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

export const zipLimits = { entries: 4000, bytes: 256 * 1024 * 1024, ratio: 250, ratioFrom: 16 * 1024 * 1024 }

export function bytesOf(data: Buffer): ByteSource {
  return { size: data.length, read: async (offset, length) => data.subarray(offset, offset + length) }
}

/** Reads the directory and holds it against the limits; nothing is unpacked yet. */
export async function openZip(source: ByteSource, limits = zipLimits): Promise<Zip> {
  const entries = await readDirectory(source, limits.entries)
  const total = entries.reduce((sum, entry) => sum + entry.size, 0)
  if (total > limits.bytes || (total > limits.ratioFrom && total > source.size * limits.ratio))
    throw new ZipProblem('bomb')
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  return { entries, find: (name) => byName.get(name), open: (entry) => unpack(source, entry) }
}

async function* unpack(source: ByteSource, entry: ZipEntry): AsyncGenerator<Buffer> {
  if (entry.encrypted) throw new ZipProblem('encrypted')
  const local = await source.read(entry.offset, 30)
  if (local.length < 30 || local.readUInt32LE(0) !== 0x04034b50) throw new ZipProblem('broken')
  const start = entry.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28)
  if (start + entry.packed > source.size) throw new ZipProblem('broken')
  if (entry.method !== 0 && entry.method !== 8) throw new ZipProblem('broken')
  const packed = Readable.from(slices(source, start, entry.packed))
  const plain = entry.method === 0 ? packed : packed.pipe(createInflateRaw())
  packed.once('error', (error) => plain.destroy(error))
  let size = 0
  let crc = 0
  try {
    for await (const chunk of plain as AsyncIterable<Buffer>) {
      size += chunk.length
      // a directory that lies about the size is how a small bomb hides
      if (size > entry.size) throw new ZipProblem('bomb')
      crc = crc32(chunk, crc)
      yield chunk
    }
  } catch (error) {
    throw error instanceof ZipProblem || !isZlibError(error) ? error : new ZipProblem('broken')
  } finally {
    packed.destroy()
    plain.destroy()
  }
  if (size !== entry.size || crc !== entry.crc) throw new ZipProblem('broken')
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && String((error as NodeJS.ErrnoException).code).startsWith('Z_')
}

async function* slices(source: ByteSource, start: number, length: number): AsyncGenerator<Buffer> {
  const step = 64 * 1024
  for (let done = 0; done < length; done += step) yield await source.read(start + done, Math.min(step, length - done))
}

async function readDirectory(source: ByteSource, maxEntries: number): Promise<ZipEntry[]> {
  const tailLength = Math.min(source.size, 22 + 65_535 + 20)
  const tail = await source.read(source.size - tailLength, tailLength)
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > tail.length) throw new ZipProblem('broken')
  let count = tail.readUInt16LE(end + 10)
  let length = tail.readUInt32LE(end + 12)
  let offset = tail.readUInt32LE(end + 16)
  if ((count === 0xffff || offset === 0xffffffff) && end >= 20 && tail.readUInt32LE(end - 20) === 0x07064b50) {
    const wide = await source.read(Number(tail.readBigUInt64LE(end - 12)), 56)
    if (wide.length < 56 || wide.readUInt32LE(0) !== 0x06064b50) throw new ZipProblem('broken')
    count = Number(wide.readBigUInt64LE(32))
    length = Number(wide.readBigUInt64LE(40))
    offset = Number(wide.readBigUInt64LE(48))
  }
  if (count > maxEntries) throw new ZipProblem('bomb')
  if (offset + length > source.size || length > maxEntries * 1024) throw new ZipProblem('broken')
  const directory = await source.read(offset, length)
  const entries: ZipEntry[] = []
  for (let at = 0; entries.length < count; ) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50) throw new ZipProblem('broken')
    const nameLength = directory.readUInt16LE(at + 28)
    const extraLength = directory.readUInt16LE(at + 30)
    const next = at + 46 + nameLength + extraLength + directory.readUInt16LE(at + 32)
    if (next > directory.length) throw new ZipProblem('broken')
    const extra = directory.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength)
    const [size, packed, local] = widen(extra, [
      directory.readUInt32LE(at + 24),
      directory.readUInt32LE(at + 20),
      directory.readUInt32LE(at + 42),
    ])
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/'),
      size,
      packed,
      method: directory.readUInt16LE(at + 10),
      encrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
      crc: directory.readUInt32LE(at + 16),
      offset: local,
    })
    at = next
  }
  return entries
}

/** Values that do not fit 32 bits stand, in this order, in the extra field 0x0001. */
function widen(extra: Buffer, narrow: [number, number, number]): [number, number, number] {
  if (!narrow.includes(0xffffffff)) return narrow
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    const end = Math.min(extra.length, at + 4 + extra.readUInt16LE(at + 2))
    let from = at + 4
    return narrow.map((value) => {
      if (value !== 0xffffffff) return value
      if (from + 8 > end) throw new ZipProblem('broken')
      from += 8
      return Number(extra.readBigUInt64LE(from - 8))
    }) as [number, number, number]
  }
  throw new ZipProblem('broken')
}
