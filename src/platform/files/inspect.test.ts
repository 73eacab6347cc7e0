import { mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FileBroken, FileTypeRefused } from './errors.ts'
import { inspectFile } from './inspect.ts'
import { hammingDistance } from './perceptual-hash.ts'
import { makeZip } from './zip-maker.ts'

let dir: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'inspect-'))
})
afterAll(() => rm(dir, { recursive: true }))

/** Other bytes in every run. A failure prints its seed, and `FUZZ_SEED` repeats it. */
function randomRuns(numRuns: number) {
  const seed = process.env.FUZZ_SEED
  return seed ? { numRuns, seed: Number(seed) } : { numRuns }
}

let next = 0
async function inspect(name: string, data: Buffer | string) {
  const path = join(dir, `file-${next++}`)
  await writeFile(path, data)
  return inspectFile(path, name)
}

async function refusal(name: string, data: Buffer | string): Promise<FileTypeRefused | FileBroken> {
  const error = await inspect(name, data).then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (error instanceof FileTypeRefused || error instanceof FileBroken) return error
  throw new Error(`not refused: ${name} ${String(error)}`)
}

const noise = {
  create: {
    width: 640,
    height: 480,
    channels: 3 as const,
    background: '#888',
    noise: { type: 'gaussian' as const, mean: 128, sigma: 40 },
  },
}
const jpeg = () => sharp(noise).jpeg().toBuffer()
const contentTypes = { name: '[Content_Types].xml', data: Buffer.from('<Types/>') }

test('pictures, documents and data are known by their content', async () => {
  expect(await inspect('IMG.JPG', await jpeg())).toMatchObject({
    mediaType: 'image/jpeg',
    inline: true,
    extension: 'jpg',
    image: { width: 640, height: 480 },
  })
  expect(await inspect('a.png', await sharp(noise).png().toBuffer())).toMatchObject({ mediaType: 'image/png' })
  expect(await inspect('a.webp', await sharp(noise).webp().toBuffer())).toMatchObject({ mediaType: 'image/webp' })
  const workbook = new ExcelJS.Workbook()
  workbook.addWorksheet('一').addRow(['值'])
  expect(await inspect('a.xlsx', Buffer.from(await workbook.xlsx.writeBuffer()))).toMatchObject({
    extension: 'xlsx',
    inline: false,
    image: null,
  })
  expect(
    await inspect('a.docx', makeZip([contentTypes, { name: 'word/document.xml', data: Buffer.from('<w/>') }])),
  ).toMatchObject({ extension: 'docx' })
  expect(await inspect('票.ofd', makeZip([{ name: 'OFD.xml', data: Buffer.from('<OFD/>') }]))).toMatchObject({
    extension: 'ofd',
  })
  expect(await inspect('票.xml', '<?xml version="1.0"?><EInvoice><Header/><Body/></EInvoice>')).toMatchObject({
    extension: 'xml',
    inline: false,
  })
  expect(await inspect('说明.txt', '服务说明')).toMatchObject({ extension: 'txt', inline: false })
  expect(await inspect('表.csv', Buffer.from('c6f3d2b52cc3fbb3c6', 'hex'))).toMatchObject({ extension: 'csv' })
})

test('the content decides: a name that says another kind is mended and told, one without extension gets the right one', async () => {
  const docx = makeZip([contentTypes, { name: 'word/document.xml', data: Buffer.from('<w/>') }])
  const mended = async (name: string, data: Buffer | string) => {
    const found = await inspect(name, data)
    return [found.name, found.renamedFrom]
  }
  expect(await mended('a.jpeg', await sharp(noise).png().toBuffer())).toEqual(['a.png', 'a.jpeg'])
  expect(await mended('IMG_1.HEIC', await jpeg())).toEqual(['IMG_1.jpg', 'IMG_1.HEIC'])
  expect(await mended('现场.png', await sharp(noise).webp().toBuffer())).toEqual(['现场.webp', '现场.png'])
  for (const name of ['合同.doc', '合同.wps', '合同.zip']) expect(await mended(name, docx)).toEqual(['合同.docx', name])
  expect(await mended('发票.txt', '<?xml version="1.0"?><EInvoice/>')).toEqual(['发票.xml', '发票.txt'])
  expect(await mended('合同 v1.2final', docx)).toEqual(['合同 v1.2final.docx', '合同 v1.2final'])
  expect(await mended('a.JPEG', await jpeg())).toEqual(['a.JPEG', null])
  expect(await mended('2026.5.6 走访', await jpeg())).toEqual(['2026.5.6 走访.jpg', null])
})

test('a script, a page or a program named .jpg is refused and called what it is', async () => {
  expect((await refusal('a.jpg', '#!/bin/sh\nrm -rf /\n')).facts.found).toBe('script')
  expect((await refusal('a.jpg', '<html><script>alert(1)</script></html>')).facts.found).toBe('html')
  expect((await refusal('a.jpg', '<?php system("id");')).facts.found).toBe('script')
  expect((await refusal('a.jpg', 'alert(document.cookie)')).facts.found).toBe('txt')
  expect((await refusal('a.jpg', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]))).facts.found).toBe('exe')
})

test('what may carry scripts is refused under any name', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'
  for (const name of ['a.svg', 'a.xml', 'a.txt', 'a']) expect((await refusal(name, svg)).facts.found).toBe('svg')
  for (const name of ['a.html', 'a.txt', 'a.csv'])
    expect((await refusal(name, 'x <iframe src=x>')).facts.found).toBe('html')
  const entities = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
  expect((await refusal('a.xml', entities)).facts.found).toBe('html')
  expect((await refusal('a.xml', '<?xml version="1.0"?><html></html>')).facts.found).toBe('html')
  const macro = makeZip([
    contentTypes,
    { name: 'xl/workbook.xml', data: Buffer.from('x') },
    { name: 'xl/vbaProject.bin', data: Buffer.from('x') },
  ])
  expect((await refusal('a.xlsx', macro)).facts.found).toBe('macro')
})

test('archives, old Office files, GIF, empty and unknown content are refused by name', async () => {
  expect((await refusal('a.zip', makeZip([{ name: 'a.txt', data: Buffer.from('x') }]))).facts.found).toBe('zip')
  expect((await refusal('a.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'))).text.zh).toContain('另存为')
  expect((await refusal('a.gif', await sharp(noise).gif().toBuffer())).facts.found).toBe('gif')
  expect((await refusal('a.jpg', '')).facts.found).toBe('empty')
  expect((await refusal('a.jpg', Buffer.from([0, 1, 2, 3, 4]))).facts.found).toBe('unknown')
})

test('a truncated picture is refused', async () => {
  const whole = await jpeg()
  expect(await refusal('a.jpg', whole.subarray(0, whole.length / 2))).toBeInstanceOf(FileBroken)
  expect(await refusal('a.jpg', whole.subarray(0, 20))).toBeInstanceOf(FileBroken)
  const png = await sharp(noise).png().toBuffer()
  expect(await refusal('a.png', png.subarray(0, png.length / 2))).toBeInstanceOf(FileBroken)
})

test('a picture of more than 210 megapixels is refused before it is unpacked', async () => {
  const png = await sharp({
    create: { width: 16_000, height: 14_000, channels: 3, background: '#fff' },
    limitInputPixels: false,
  })
    .png()
    .toBuffer()
  expect((await refusal('a.png', png)).facts).toMatchObject({ width: 16_000, height: 14_000 })
}, 60_000)

test('a zip bomb is refused, also when its directory lies', async () => {
  const zeros = Buffer.alloc(60 * 1024 * 1024)
  const workbook = { name: 'xl/workbook.xml', data: Buffer.from('x') }
  const honest = makeZip([contentTypes, workbook, { name: 'xl/worksheets/sheet1.xml', data: zeros }])
  expect(honest.length).toBeLessThan(100_000)
  expect((await refusal('a.xlsx', honest)).facts.found).toBe('bomb')
  const lying = makeZip([contentTypes, workbook, { name: 'xl/worksheets/sheet1.xml', data: zeros, claimedSize: 2000 }])
  expect((await refusal('a.xlsx', lying)).facts.found).toBe('bomb')
})

test('a cut-off container or PDF is broken', async () => {
  const whole = makeZip([contentTypes, { name: 'xl/workbook.xml', data: Buffer.from('x'.repeat(500)) }])
  expect(await refusal('a.xlsx', whole.subarray(0, whole.length - 30))).toBeInstanceOf(FileBroken)
  const damaged = Buffer.from(whole)
  damaged.fill(0xff, 60, 70)
  expect(await refusal('a.xlsx', damaged)).toBeInstanceOf(FileBroken)
  expect(await refusal('a.pdf', '%PDF-1.4\n1 0 obj')).toBeInstanceOf(FileBroken)
})

test('random bytes behind a right beginning never cause anything but a refusal', async () => {
  const beginnings = ['ffd8ffe0', '89504e470d0a1a0a', '504b0304', '504b0506', 'd0cf', '255044462d312e34']
  const property = fc.asyncProperty(
    fc.constantFrom(...beginnings),
    fc.uint8Array({ maxLength: 400 }),
    async (start, junk) => {
      await refusal('a.jpg', Buffer.concat([Buffer.from(start, 'hex'), junk]))
    },
  )
  await fc.assert(property, randomRuns(60))
})

test('a real file with random damage is taken or refused, and never a fault', async () => {
  const book = makeZip([contentTypes, { name: 'xl/workbook.xml', data: Buffer.from('x'.repeat(500)) }])
  const files = fc.constantFrom(['a.jpg', await jpeg()] as const, ['a.xlsx', book] as const)
  const damage = fc.array(fc.tuple(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), fc.nat(255)), {
    minLength: 1,
    maxLength: 8,
  })
  const property = fc.asyncProperty(files, damage, async ([name, whole], bytes) => {
    const broken = Buffer.from(whole)
    for (const [where, byte] of bytes) broken[Math.floor(where * broken.length)] = byte
    const error = await inspect(name, broken).then(
      () => null,
      (thrown: unknown) => thrown,
    )
    if (error !== null && !(error instanceof FileTypeRefused || error instanceof FileBroken)) throw error
  })
  await fc.assert(property, randomRuns(100))
})

test('the same picture at another size and quality is near, another picture is far', async () => {
  const bars = (shift: number) =>
    sharp(
      Buffer.from(
        `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="700">${[0, 1, 2, 3, 4, 5].map((i) => `<rect x="${(i * 170 + shift) % 900}" y="${(i * 90 + shift * 2) % 500}" width="160" height="240" fill="hsl(${i * 50},40%,${20 + i * 12}%)"/>`).join('')}</svg>`,
      ),
    ).flatten({ background: '#abc' })
  const hash = async (data: Buffer) => (await inspect('a.jpg', data)).image?.perceptualHash ?? ''
  const one = await hash(await bars(0).jpeg({ quality: 90 }).toBuffer())
  const again = await hash(await bars(0).resize(450).jpeg({ quality: 50 }).toBuffer())
  const other = await hash(await bars(400).jpeg().toBuffer())
  expect(one).toMatch(/^[0-9a-f]{64}$/)
  expect(hammingDistance(one, again)).toBeLessThanOrEqual(16)
  expect(hammingDistance(one, other)).toBeGreaterThan(60)
})

test('a capture time without offset is the time in the programme zone; nonsense counts as none', async () => {
  const taken = (exif: Record<string, string>) => sharp(noise).withExif({ IFD2: exif }).jpeg().toBuffer()
  const at = async (exif: Record<string, string>) =>
    (await inspect('a.jpg', await taken(exif))).image?.capturedAt?.toISOString() ?? null
  expect(await at({ DateTimeOriginal: '2026:05:06 09:00:00' })).toBe('2026-05-06T01:00:00.000Z')
  expect(await at({ DateTimeOriginal: '2026:05:06 09:00:00', OffsetTimeOriginal: '+09:00' })).toBe(
    '2026-05-06T00:00:00.000Z',
  )
  expect(await at({ DateTimeOriginal: '0000:00:00 00:00:00' })).toBeNull()
  expect(await at({})).toBeNull()
})

test('looking leaves no open file behind', async () => {
  const open = async () => (await readdir('/proc/self/fd').catch(() => [])).length
  const image = await jpeg()
  await inspect('a.jpg', image)
  const before = await open()
  for (let i = 0; i < 20; i++) await inspect('a.jpg', image)
  expect(await open()).toBeLessThanOrEqual(before + 2)
  await truncate(join(dir, 'file-0'), 0)
})
