import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createFolderStore } from './folder-store.ts'
import { createPreviews } from './preview.ts'

let dir: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'preview-'))
})
afterAll(() => rm(dir, { recursive: true }))

test('a preview is small, upright and tells neither place nor camera; it is made once', async () => {
  const store = createFolderStore(join(dir, 'files'))
  const previews = createPreviews(store, join(dir, 'previews'))
  const lying = await sharp({ create: { width: 1200, height: 800, channels: 3, background: '#369' } })
    .withExif({ IFD0: { Model: 'X' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '30/1 0/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  const { hash } = await store.put(Readable.from([lying]), { maxBytes: 1e7 })
  const [one, other] = await Promise.all([previews.of(hash), previews.of(hash)])
  expect(one.equals(other)).toBe(true)
  const shown = await sharp(one).metadata()
  expect(shown).toMatchObject({ format: 'webp', width: 320, height: 480 })
  expect(shown.exif).toBeUndefined()
  expect((await previews.of(hash)).equals(one)).toBe(true)
  expect(await readdir(join(dir, 'previews', hash.slice(0, 2)))).toEqual([`${hash}.webp`])
  expect((await readdir(join(dir, 'previews'))).filter((name) => name.endsWith('.part'))).toEqual([])
})
