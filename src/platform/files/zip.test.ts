import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import { type ByteSource, bytesOf, openZip, ZipProblem, zipLimits } from './zip.ts'
import { makeZip } from './zip-maker.ts'

const part = (name: string, text: string) => ({ name, data: Buffer.from(text) })

/** Name and text of every entry. */
async function contents(source: ByteSource, limits = zipLimits): Promise<[string, string][]> {
  const zip = await openZip(source, limits)
  const read: [string, string][] = []
  for (const entry of zip.entries) {
    const chunks: Buffer[] = []
    for await (const chunk of zip.open(entry)) chunks.push(chunk)
    read.push([entry.name, Buffer.concat(chunks).toString()])
  }
  return read
}

async function reason(data: Buffer, limits = zipLimits): Promise<string> {
  const error = await contents(bytesOf(data), limits).then(
    () => null,
    (thrown: unknown) => thrown,
  )
  return error instanceof ZipProblem ? error.reason : `not refused: ${String(error)}`
}

/** Writes `value` (16 bits) at `offset` of the first record of the directory. */
function altered(data: Buffer, offset: number, value: number): Buffer {
  const copy = Buffer.from(data)
  copy.writeUInt16LE(value, copy.indexOf('PK\x01\x02', 0, 'latin1') + offset)
  return copy
}

const one = makeZip([part('a', 'text')])

test('names are UTF-8 with slashes, the last of several entries of a name is found, an empty entry has no bytes', async () => {
  const parts = [part('目录\\甲.xml', '甲'), part('b', 'first'), part('b', 'second'), part('../c', '')]
  const data = makeZip(parts)
  const unmarked = altered(data, 8, 0)
  for (const each of [data, unmarked]) {
    const zip = await openZip(bytesOf(each))
    expect(zip.find('b')).toBe(zip.entries[2])
    expect(await contents(bytesOf(each))).toEqual([
      ['目录/甲.xml', '甲'],
      ['b', 'first'],
      ['b', 'second'],
      ['../c', ''],
    ])
  }
})

test('more entries, more bytes or a higher ratio than the limits is a bomb, before anything is unpacked', async () => {
  const parts = (count: number) => Array.from({ length: count }, (_, i) => part(`${i}`, ''))
  expect(await contents(bytesOf(makeZip(parts(zipLimits.entries))))).toHaveLength(zipLimits.entries)
  expect(await reason(makeZip(parts(zipLimits.entries + 1)))).toBe('bomb')
  const zeros = makeZip([{ name: 'a', data: Buffer.alloc(100_000) }])
  expect(await contents(bytesOf(zeros), { ...zipLimits, bytes: 100_000 })).toHaveLength(1)
  expect(await reason(zeros, { ...zipLimits, bytes: 99_999 })).toBe('bomb')
  expect(await reason(zeros, { ...zipLimits, ratioFrom: 50_000 })).toBe('bomb')
  expect(await reason(makeZip([{ name: 'a', data: Buffer.alloc(5000), claimedSize: 4999 }]))).toBe('bomb')
  expect(await reason(makeZip([{ name: 'a', data: Buffer.alloc(5000), claimedSize: 5001 }]))).toBe('broken')
})

test('a directory that is long for its number of entries is broken', async () => {
  const data = makeZip([part('x'.repeat(5000), '')])
  expect(await reason(data, { ...zipLimits, entries: 4 })).toBe('broken')
  expect(await contents(bytesOf(data), { ...zipLimits, entries: 5 })).toHaveLength(1)
})

test('encrypted entries, unknown methods and wrong checksums are told apart', async () => {
  expect(await reason(altered(one, 8, 1))).toBe('encrypted')
  expect(await reason(altered(one, 8, 0x41))).toBe('encrypted')
  expect(await reason(altered(one, 10, 12))).toBe('broken')
  expect(await reason(altered(one, 16, (crc32('text') & 0xffff) ^ 1))).toBe('broken')
  expect(await reason(one.subarray(0, one.length - 1))).toBe('broken')
  expect(await reason(Buffer.from('no zip'))).toBe('broken')
})

test('a source that fails is not taken for a broken container', async () => {
  const failing = (from: number): ByteSource => ({
    size: one.length,
    read: async (offset, length) => {
      if (offset === from) throw new Error('lost the disk')
      return one.subarray(offset, offset + length)
    },
  })
  await expect(contents(failing(0))).rejects.toThrow('lost the disk')
  await expect(contents(failing(31))).rejects.toThrow('lost the disk')
})
