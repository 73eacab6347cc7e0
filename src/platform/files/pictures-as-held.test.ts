import { join } from 'node:path'
import { Readable } from 'node:stream'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keptFile, openIntake } from '../../../tests/support/intake.ts'
import { FileBroken } from './errors.ts'
import { createFolderStore } from './folder-store.ts'
import { inspectFile } from './inspect.ts'
import { createPreviews } from './preview.ts'
import type { FileStore } from './store.ts'

let store: FileStore
let intake: Awaited<ReturnType<typeof openIntake>>
beforeAll(async () => {
  intake = await openIntake()
  store = createFolderStore(join(intake.dir, 'files'))
})
afterAll(() => intake.close())
const take = (name: string, data: Buffer | string) => intake.take(name, data)
const refusal = (name: string, data: Buffer | string) => intake.refusal(name, data)

const scene = (width: number, height: number) => ({
  create: {
    width,
    height,
    channels: 3 as const,
    background: '#888',
    noise: { type: 'gaussian' as const, mean: 128, sigma: 40 },
  },
})
const photo = () => sharp(scene(1200, 900)).jpeg({ quality: 80 }).toBuffer()

/** As one maker's phones write it: a scan that claims other coefficients than it holds. */
function withWrongScan(jpeg: Buffer): Buffer {
  const wrong = Buffer.from(jpeg)
  const scan = wrong.indexOf(Buffer.from([0xff, 0xda]))
  wrong[scan + 2 + wrong.readUInt16BE(scan + 2) - 2] = 0
  return wrong
}

describe('what is taken in can be shown', () => {
  const shown: readonly [string, () => Promise<Buffer>][] = [
    ['a whole photo', photo],
    ['wrong scan parameters', async () => withWrongScan(await photo())],
    ['no end marker', async () => (await photo()).subarray(0, -2)],
    ['20 bytes cut off', async () => (await photo()).subarray(0, -20)],
    ['wrong scan and no end marker', async () => withWrongScan(await photo()).subarray(0, -2)],
    ['progressive', () => sharp(scene(1200, 900)).jpeg({ progressive: true }).toBuffer()],
    ['grey', () => sharp(scene(900, 900)).greyscale().jpeg().toBuffer()],
    ['four inks', () => sharp(scene(900, 900)).toColourspace('cmyk').jpeg().toBuffer()],
    ['lying on its side', () => sharp(scene(900, 600)).withMetadata({ orientation: 6 }).jpeg().toBuffer()],
    ['one pixel', () => sharp(scene(1, 1)).png().toBuffer()],
    ['a transparent PNG', () => sharp(scene(500, 300)).ensureAlpha(0.2).png().toBuffer()],
    ['an interlaced PNG', () => sharp(scene(500, 300)).png({ progressive: true }).toBuffer()],
    ['a palette PNG', () => sharp(scene(500, 300)).png({ palette: true }).toBuffer()],
    ['WebP', () => sharp(scene(500, 300)).webp().toBuffer()],
    ['lossless WebP', () => sharp(scene(500, 300)).webp({ lossless: true }).toBuffer()],
    ['HEIC', () => keptFile('photo.heic')],
  ]
  test.each(shown)('%s', async (_, make) => {
    const { hash, found } = await store.put(Readable.from([await make()]), {
      maxBytes: 1e8,
      check: (path) => inspectFile(path, 'a.jpg'),
    })
    expect(found.family).toBe('image')
    const emptied = createPreviews(store, join(intake.dir, `previews-${hash}`))
    const preview = await emptied.of(hash)
    expect(preview.equals(found.image?.pictures.preview ?? Buffer.alloc(0))).toBe(true)
    expect((await sharp(preview).metadata()).format).toBe('webp')
  })

  test('a photo cut anywhere is refused, or taken and shown; one that misses much is refused', async () => {
    const whole = await photo()
    for (const left of [0.2, 0.5, 0.8, 0.9]) {
      expect(await refusal('a.jpg', whole.subarray(0, whole.length * left)), `${left}`).toBeInstanceOf(FileBroken)
    }
    const png = await sharp(scene(500, 300)).png().toBuffer()
    expect(await refusal('a.png', png.subarray(0, png.length * 0.6))).toBeInstanceOf(FileBroken)
    const heic = await keptFile('photo.heic')
    expect(await refusal('a.heic', heic.subarray(0, heic.length * 0.6))).toBeInstanceOf(FileBroken)
  })
})

describe('large photos', () => {
  const large = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#58a' }, limitInputPixels: false })

  test('of 108 and 200 megapixels are taken, and shown by a copy', async () => {
    for (const [width, height] of [
      [12_000, 9000],
      [16_384, 12_288],
    ] as const) {
      const { image } = await take('IMG.jpg', await large(width, height).jpeg({ quality: 50 }).toBuffer())
      expect(image).toMatchObject({ width, height })
      const copy = await sharp(image?.pictures.copy ?? Buffer.alloc(0)).metadata()
      expect([copy.format, Math.max(copy.width, copy.height)]).toEqual(['jpeg', 4096])
    }
  }, 120_000)

  test('that must be unfolded whole are taken up to 110 megapixels', async () => {
    const folded = (width: number, height: number) => large(width, height).png({ progressive: true }).toBuffer()
    const { facts, text } = await refusal('a.png', await folded(12_000, 9200))
    expect(facts).toMatchObject({ width: 12_000, height: 9200 })
    expect(text.zh).toContain('11000 万像素')
  }, 120_000)

  test('one of 50 megapixels and less is shown as it is', async () => {
    expect((await take('a.jpg', await photo())).image?.pictures.copy).toBeNull()
  })
})

describe('HEIC', () => {
  test('is kept, with time and place, and shown by a JPEG copy without either', async () => {
    const data = await keptFile('photo.heic')
    const { name, mediaType, inline, image } = await take('IMG_0042.HEIC', data)
    expect([name, mediaType, inline]).toEqual(['IMG_0042.HEIC', 'image/heic', false])
    expect(image).toMatchObject({ width: 320, height: 240, camera: 'DEMO Park Phone 1' })
    expect(image?.capturedAt?.toISOString()).toBe('2026-05-06T01:10:11.000Z')
    expect(image?.latitude).toBeCloseTo(30.8368, 3)
    const copy = await sharp(image?.pictures.copy ?? Buffer.alloc(0)).metadata()
    expect([copy.format, copy.width, copy.height, copy.exif]).toEqual(['jpeg', 320, 240, undefined])
  })

  test('is known whatever it is called, and by either first brand', async () => {
    const data = await keptFile('photo.heic')
    expect((await take('a.jpg', data)).name).toBe('a.heic')
    const other = Buffer.from(data)
    other.write('mif1', 8, 'latin1')
    expect((await take('a.heif', other)).mediaType).toBe('image/heic')
    other.write('avif', 16, 'latin1')
    expect((await refusal('a.heic', other)).facts.found).toBe('avif')
  })

  test('with nothing but a beginning is broken', async () => {
    const start = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')
    expect(await refusal('a.heic', start)).toBeInstanceOf(FileBroken)
    expect(await refusal('a.heic', Buffer.concat([start, Buffer.alloc(4000, 7)]))).toBeInstanceOf(FileBroken)
  })
})

test.each(['jpeg', 'png', 'webp'] as const)('time and place are read from the EXIF of %s', async (format) => {
  const data = await sharp(scene(300, 200))
    .withExif({
      IFD0: { Make: 'HUAWEI', Model: 'ALN-AL00' },
      IFD2: { DateTimeOriginal: '2026:11:20 10:00:00' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '30/1 50/1 12/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '120/1 55/1 43/1',
      },
    })
    .toFormat(format)
    .toBuffer()
  const { image } = await take('a', data)
  expect(image?.capturedAt?.toISOString()).toBe('2026-11-20T02:00:00.000Z')
  expect(image?.latitude).toBeCloseTo(30.8367, 3)
  expect(image?.longitude).toBeCloseTo(120.9286, 3)
  expect(image?.camera).toBe('HUAWEI ALN-AL00')
})

test('TIFF and other pictures that browsers do not show are named', async () => {
  const tiff = await sharp(scene(60, 80)).tiff().toBuffer()
  const bigEndian = Buffer.concat([Buffer.from('MM\0*\0\0\0\x08', 'latin1'), Buffer.alloc(50)])
  const bitmap = Buffer.concat([Buffer.from('BM', 'latin1'), Buffer.alloc(80)])
  for (const [name, data, found] of [
    ['扫描.tif', tiff, 'tif'],
    ['扫描.jpg', tiff, 'tif'],
    ['原片.dng', bigEndian, 'tif'],
    ['图.bmp', bitmap, 'bmp'],
  ] as const) {
    const { facts, text } = await refusal(name, data)
    expect([facts.found, text.zh], name).toEqual([found, expect.stringContaining('JPG 或 PDF')])
  }
})
