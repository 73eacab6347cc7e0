import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { maxPixels } from './image.ts'
import type { FileStore } from './store.ts'

export const previewMediaType = 'image/webp'
const longestEdge = 480

/** A small upright picture without any metadata (no place, no camera). */
export function makePreview(path: string, edge = longestEdge): Promise<Buffer> {
  return sharp(path, { limitInputPixels: maxPixels })
    .autoOrient()
    .resize(edge, edge, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 76 })
    .toBuffer()
}

export type Previews = {
  /** The preview of a stored picture, made once and kept; `previewMediaType`. */
  of(hash: string): Promise<Buffer>
}

/** Previews are kept in `dir`, which may be emptied at any time. */
export function createPreviews(store: FileStore, dir: string): Previews {
  const underWay = new Map<string, Promise<Buffer>>()

  async function of(hash: string): Promise<Buffer> {
    const original = store.path(hash)
    const kept = join(dir, hash.slice(0, 2), `${hash}.webp`)
    const ready = await readFile(kept).catch(() => null)
    if (ready) return ready
    const preview = await makePreview(original)
    const temporary = join(dir, `${randomUUID()}.part`)
    try {
      await mkdir(join(kept, '..'), { recursive: true })
      await writeFile(temporary, preview)
      await rename(temporary, kept)
    } catch {
      await rm(temporary, { force: true })
    }
    return preview
  }

  return {
    of(hash) {
      const running = underWay.get(hash) ?? of(hash).finally(() => underWay.delete(hash))
      underWay.set(hash, running)
      return running
    },
  }
}
