import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inspectFile } from '../../src/platform/files/inspect.ts'
import { hammingDistance } from '../../src/platform/files/perceptual-hash.ts'
import { makePdf, makePhoto } from './photos.ts'

let dir: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'photos-'))
})
afterAll(() => rm(dir, { recursive: true }))

async function onDisk(name: string, data: Buffer): Promise<string> {
  const path = join(dir, name)
  await writeFile(path, data)
  return path
}

const shot = {
  capturedAt: new Date('2026-05-06T01:10:11Z'),
  latitude: 30.83676,
  longitude: 120.92503,
  caption: '走访 <企业> & 现场',
}

test('time, place and camera read back from the EXIF', async () => {
  const { image } = await inspectFile(await onDisk('a.jpg', await makePhoto({ seed: 1, ...shot })), 'a.jpg')
  expect(image?.capturedAt).toEqual(shot.capturedAt)
  expect(image?.latitude).toBeCloseTo(shot.latitude, 4)
  expect(image?.longitude).toBeCloseTo(shot.longitude, 4)
  expect(image?.camera).toBe('DEMO Park Phone 2')
})

test('the same seed draws the same bytes, two hundred seeds all differ to the eye', async () => {
  expect((await makePhoto({ seed: 7, ...shot })).equals(await makePhoto({ seed: 7, ...shot }))).toBe(true)
  const hashes: string[] = []
  for (let seed = 0; seed < 200; seed++) {
    const path = await onDisk('one.jpg', await makePhoto({ seed, ...shot }))
    hashes.push((await inspectFile(path, 'one.jpg')).image?.perceptualHash ?? '')
  }
  let closest = 256
  for (const [i, one] of hashes.entries()) {
    for (const other of hashes.slice(i + 1)) closest = Math.min(closest, hammingDistance(one, other))
  }
  expect(closest).toBeGreaterThan(60)
}, 60_000)

test('a PDF with Chinese text and several pages is accepted', async () => {
  const pdf = makePdf({
    title: '技术服务合同',
    lines: Array.from({ length: 80 }, (_, i) => `第 ${i + 1} 条　价款 12,000.00 元`),
  })
  const found = await inspectFile(await onDisk('a.pdf', pdf), '合同.pdf')
  expect(found).toMatchObject({ mediaType: 'application/pdf', inline: true, name: '合同.pdf' })
  expect(pdf.toString('latin1')).toContain('/Count 3')
})
