import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { makePhoto } from '../../database/demo/photos.ts'
import { differenceHash, hammingDistance } from '../../src/platform/files/perceptual-hash.ts'
import { samePictureBits } from '../../src/policy/services/evidence.ts'

const seeds = Array.from({ length: 40 }, (_, i) => 500 + i)
const shot = (seed: number) =>
  makePhoto({ seed, capturedAt: new Date(0), latitude: 30.8, longitude: 120.9, caption: '现场' })

/** What a phone, a messenger or a watermark camera makes of a photo of 800 × 600. */
const copies: Readonly<Record<string, (photo: Buffer) => Promise<Buffer>>> = {
  smaller: (photo) => sharp(photo).resize(480).jpeg({ quality: 60 }).toBuffer(),
  'much smaller': (photo) => sharp(photo).resize(320).jpeg({ quality: 40 }).toBuffer(),
  'strongly compressed': (photo) => sharp(photo).jpeg({ quality: 15 }).toBuffer(),
  'as PNG': (photo) => sharp(photo).png().toBuffer(),
  brighter: (photo) => sharp(photo).modulate({ brightness: 1.15, saturation: 1.2 }).jpeg().toBuffer(),
  'with a mark in a corner': (photo) => {
    const mark = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="240" height="60"><rect width="240" height="60" fill="#fff8"/></svg>',
    )
    return sharp(photo)
      .composite([{ input: mark, gravity: 'southwest' }])
      .jpeg({ quality: 70 })
      .toBuffer()
  },
}

describe('the bits up to which two photographs are one', () => {
  const photos: Buffer[] = []
  const hashes: string[] = []
  beforeAll(async () => {
    for (const seed of seeds) {
      const photo = await shot(seed)
      photos.push(photo)
      hashes.push(await differenceHash(photo))
    }
  }, 60_000)

  it.each(Object.keys(copies))(
    'hold for a copy %s',
    async (name) => {
      for (const [i, photo] of photos.entries()) {
        const copy = await differenceHash(await (copies[name] as (typeof copies)[string])(photo))
        expect(hammingDistance(copy, hashes[i] as string), `${seeds[i]}`).toBeLessThanOrEqual(samePictureBits)
      }
    },
    60_000,
  )

  it('are far from those between any two different ones', () => {
    const distances = hashes.flatMap((one, i) => hashes.slice(i + 1).map((other) => hammingDistance(one, other)))
    expect(Math.min(...distances)).toBeGreaterThan(2 * samePictureBits)
  })

  it('would take two sign-in sheets of one form for one, which is why papers are not compared', async () => {
    const sheet = (height: number) => {
      const lines = Array.from(
        { length: 20 },
        (_, y) => `<rect x="60" y="${100 + y * 45}" width="680" height="45" fill="none" stroke="#333"/>`,
      )
      const names = Array.from(
        { length: 20 },
        (_, y) => `<path d="M80 ${125 + y * 45}q9 ${(y * height) % 17} 20 -6q4 12 14 0" fill="none" stroke="#225"/>`,
      )
      return Buffer.from(
        `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="1100"><rect width="800" height="1100" fill="#fdfdfa"/>${lines.join('')}${names.join('')}</svg>`,
      )
    }
    const [one, other] = [await differenceHash(sheet(7)), await differenceHash(sheet(11))]
    expect(hammingDistance(one, other)).toBeLessThanOrEqual(samePictureBits)
  })
})
