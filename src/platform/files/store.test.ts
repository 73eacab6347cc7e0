import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FileTooLarge } from './errors.ts'
import { createFileStore, type FileStore } from './store.ts'

let dir: string
let store: FileStore

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'store-'))
  store = createFileStore(dir)
})
afterEach(() => rm(dir, { recursive: true }))

async function filesLeft(): Promise<string[]> {
  const all = await readdir(dir, { recursive: true, withFileTypes: true })
  return all.filter((entry) => entry.isFile()).map((entry) => entry.name)
}

test('a file comes to lie under the hash of its content and reads back the same', async () => {
  const content = randomBytes(3_000_000)
  const stored = await store.put(Readable.from([content.subarray(0, 7), content.subarray(7)]), { maxBytes: 3_000_000 })
  const hash = createHash('sha256').update(content).digest('hex')
  expect(stored).toMatchObject({
    hash,
    size: 3_000_000,
    path: join(dir, 'sha256', hash.slice(0, 2), hash.slice(2, 4), hash),
  })
  expect(await store.has(hash)).toBe(true)
  const chunks: Buffer[] = []
  for await (const chunk of await store.read(hash)) chunks.push(chunk as Buffer)
  expect(Buffer.concat(chunks).equals(content)).toBe(true)
  expect(await filesLeft()).toEqual([hash])
})

test('the same content twice, even at once, is kept once', async () => {
  const put = () => store.put(Readable.from([Buffer.from('同一份材料')]), { maxBytes: 100 })
  const stored = await Promise.all([put(), put(), put()])
  expect(new Set(stored.map((each) => each.hash)).size).toBe(1)
  expect(await filesLeft()).toHaveLength(1)
})

test('the limit itself passes, one byte more is refused and leaves nothing', async () => {
  await store.put(Readable.from([Buffer.alloc(10)]), { maxBytes: 10 })
  const tooMuch = store.put(Readable.from([Buffer.alloc(10), Buffer.alloc(1)]), { maxBytes: 10 })
  await expect(tooMuch).rejects.toBeInstanceOf(FileTooLarge)
  await expect(tooMuch).rejects.toMatchObject({ status: 413, code: 'file.too-large' })
  expect(await filesLeft()).toHaveLength(1)
})

test('a file that is only looked at is there for the look, and gone afterwards, whatever the look said', async () => {
  const look = <T>(work: (path: string) => Promise<T>) =>
    store.look(Readable.from([Buffer.from('名单')]), { maxBytes: 100 }, ({ path }) => work(path))
  expect(await look((path) => readFile(path, 'utf8'))).toBe('名单')
  await expect(look(() => Promise.reject(new Error('no list')))).rejects.toThrow('no list')
  expect(await filesLeft()).toEqual([])
})

test('an endless upload is cut off at the limit', async () => {
  let sent = 0
  const endless = Readable.from(
    (function* () {
      for (;;) {
        sent += 65_536
        yield Buffer.alloc(65_536)
      }
    })(),
  )
  await expect(store.put(endless, { maxBytes: 1_000_000 })).rejects.toBeInstanceOf(FileTooLarge)
  expect(sent).toBeLessThan(3_000_000)
  expect(endless.destroyed).toBe(true)
})

test('an upload that breaks off leaves nothing', async () => {
  const broken = new Readable({ read() {} })
  broken.push(Buffer.alloc(1000))
  setTimeout(() => broken.destroy(), 20)
  await expect(store.put(broken, { maxBytes: 5000 })).rejects.toThrow()
  expect(await filesLeft()).toEqual([])
})

test('what the check refuses leaves nothing; what it finds is handed back', async () => {
  const refuse = async () => {
    throw new Error('no')
  }
  await expect(store.put(Readable.from([Buffer.from('x')]), { maxBytes: 9, check: refuse })).rejects.toThrow('no')
  expect(await filesLeft()).toEqual([])
  const stored = await store.put(Readable.from([Buffer.from('x')]), {
    maxBytes: 9,
    check: (path) => readFile(path, 'utf8'),
  })
  expect(stored.found).toBe('x')
})

test('changed and missing content is noticed', async () => {
  const { hash, path } = await store.put(Readable.from([Buffer.from('原件')]), { maxBytes: 100 })
  expect(await store.verify(hash)).toBe('intact')
  await writeFile(path, '改过')
  expect(await store.verify(hash)).toBe('changed')
  await rm(path)
  expect(await store.verify(hash)).toBe('missing')
  expect(await store.has(hash)).toBe(false)
})

test('a hash can never become a path', () => {
  for (const bad of ['../../etc/passwd', '', 'A'.repeat(64), `${'a'.repeat(64)}/..`]) {
    expect(() => store.path(bad)).toThrow('not a content hash')
  }
})
