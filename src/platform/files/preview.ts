import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makePictures, needsCopy, type Pictures, pictureFacts } from './picture.ts'
import type { FileStore } from './store.ts'

/** Of the small picture, and of the copy that stands for an original no browser shows. */
export const mediaTypes = { preview: 'image/webp', copy: 'image/jpeg' } as const

type Kind = keyof typeof mediaTypes
const endings: Readonly<Record<Kind, string>> = { preview: 'webp', copy: 'jpg' }

/** As many bytes as nearly every picture's header has. */
const headBytes = 262_144

export type Previews = {
  /** The small picture of a stored one, made once and kept; `mediaTypes.preview`. */
  of(hash: string): Promise<Buffer>
  /** Whether the stored picture is shown by a copy. */
  hasCopy(hash: string): Promise<boolean>
  /** The copy of one that has one; `mediaTypes.copy`. */
  copyOf(hash: string): Promise<Buffer>
  /** Keeps what the door made already. */
  keep(hash: string, pictures: Pictures): Promise<void>
  /** Removes both. */
  forget(hash: string): Promise<void>
}

/** Previews and copies are kept in `dir`, which may be emptied at any time: they are made again when they are asked for. */
export function createPreviews(store: FileStore, dir: string): Previews {
  const underWay = new Map<string, Promise<Pictures>>()
  const pathOf = (hash: string, kind: Kind) => join(dir, hash.slice(0, 2), `${hash}.${endings[kind]}`)

  async function keepOne(hash: string, kind: Kind, picture: Buffer | null): Promise<void> {
    if (!picture) return
    const kept = pathOf(hash, kind)
    const temporary = join(dir, `${randomUUID()}.part`)
    try {
      await mkdir(join(kept, '..'), { recursive: true })
      await writeFile(temporary, picture)
      await rename(temporary, kept)
    } catch {
      await rm(temporary, { force: true })
    }
  }

  async function keep(hash: string, { preview, copy }: Pictures): Promise<void> {
    await Promise.all([keepOne(hash, 'preview', preview), keepOne(hash, 'copy', copy)])
  }

  async function makeAgain(hash: string): Promise<Pictures> {
    const pictures = await store.local(hash, makePictures)
    await keep(hash, pictures)
    return pictures
  }

  async function pictureOf(hash: string, kind: Kind): Promise<Buffer> {
    const ready = await readFile(pathOf(hash, kind)).catch(() => null)
    if (ready) return ready
    const running = underWay.get(hash) ?? makeAgain(hash).finally(() => underWay.delete(hash))
    underWay.set(hash, running)
    const picture = (await running)[kind]
    if (!picture) throw new Error('this picture needs no copy')
    return picture
  }

  return {
    of: (hash) => pictureOf(hash, 'preview'),
    hasCopy: async (hash) => {
      const head = await store.part(hash, 0, headBytes)
      // What its first bytes do not tell, all of them do, or that it is damaged.
      const facts = await pictureFacts(head).catch(() => store.local(hash, pictureFacts))
      return needsCopy(facts)
    },
    copyOf: (hash) => pictureOf(hash, 'copy'),
    keep,
    forget: async (hash) => {
      await Promise.all([rm(pathOf(hash, 'preview'), { force: true }), rm(pathOf(hash, 'copy'), { force: true })])
    },
  }
}
