import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, stat } from 'node:fs/promises'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib'
import { create, extract } from 'tar'
import type { Packed } from './manifest.ts'

export function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** Everything below a folder in one compressed file, which is on the disk when this returns. */
export async function packFolder(folder: string, to: string): Promise<Omit<Packed, 'path'>> {
  const hash = createHash('sha256')
  const tapped = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  const level = { params: { [constants.ZSTD_c_compressionLevel]: 3 } }
  const entries = create({ cwd: folder, portable: true }, ['.'])
  await pipeline(entries, createZstdCompress(level), tapped, createWriteStream(to, { mode: 0o600 }))
  await synced(to)
  return { size: (await stat(to)).size, sha256: hash.digest('hex') }
}

export async function unpackFolder(from: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await pipeline(createReadStream(from), createZstdDecompress(), extract({ cwd: folder }))
}

/** The SHA-256 of a file, or null where there is none. */
export async function hashOf(path: string): Promise<string | null> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  return hash.digest('hex')
}

export async function synced(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
