import { createHash, randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { startS3, type TestS3 } from '../../../tests/support/s3.ts'
import { FileDamaged, FilesAway, FileTooLarge } from './errors.ts'
import { createFolderStore } from './folder-store.ts'
import { createS3Store } from './s3-store.ts'
import { type FileStore, placeOf } from './store.ts'

let dir: string
let s3: TestS3
let store: FileStore
const onDamaged = vi.fn<(hash: string, state: string) => Promise<void>>()

beforeAll(async () => {
  s3 = await startS3()
})
afterAll(() => s3.stop())
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'store-'))
  onDamaged.mockReset()
})
afterEach(() => rm(dir, { recursive: true }))

async function filesLeft(): Promise<string[]> {
  const all = await readdir(dir, { recursive: true, withFileTypes: true })
  return all.filter((entry) => entry.isFile()).map((entry) => entry.name)
}
const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('hex')
const put = (content: Buffer | string, maxBytes = 5_000_000) =>
  store.put(Readable.from([Buffer.from(content)]), { maxBytes })
const inSlices = (content: Buffer) => Readable.from([content.subarray(0, 7), content.subarray(7)])

describe.each(['folder', 's3'] as const)('files in a %s', (kind) => {
  /** Where the bytes of a hash really lie, and what of `dir` they are. */
  const path = (hash: string) => (kind === 's3' ? s3.path(hash) : join(dir, placeOf(hash)))
  const kept = (...hashes: string[]) => (kind === 's3' ? [] : hashes)

  beforeEach(async () => {
    store = kind === 's3' ? await createS3Store(s3.settings, dir, onDamaged) : createFolderStore(dir, onDamaged)
    expect(await store.answers()).toBe(true)
  })

  test('come to lie under the hash of their content and read back the same', async () => {
    const content = randomBytes(3_000_000)
    const stored = await store.put(inSlices(content), { maxBytes: 3_000_000 })
    expect(stored).toMatchObject({ hash: hashOf(content), size: 3_000_000 })
    expect(await store.size(stored.hash)).toBe(3_000_000)
    expect((await readFile(path(stored.hash))).equals(content)).toBe(true)
    expect((await buffer(await store.read(stored.hash))).equals(content)).toBe(true)
    expect((await buffer(store.stream(stored.hash))).equals(content)).toBe(true)
    expect(await store.local(stored.hash, async (at) => (await readFile(at)).equals(content))).toBe(true)
    expect(await filesLeft()).toEqual(kept(stored.hash))
  })

  test('are read in part, up to their end', async () => {
    const { hash } = await put(`甲乙丙丁${kind}`)
    expect((await store.part(hash, 3, 6)).toString()).toBe('乙丙')
    expect((await store.part(hash, 9, 500)).toString()).toBe(`丁${kind}`)
  })

  test('are kept once where the same content comes twice, even at once', async () => {
    const content = `同一份材料 ${randomBytes(8).toString('hex')}`
    const stored = await Promise.all([put(content), put(content), put(content)])
    expect(new Set(stored.map((each) => each.hash)).size).toBe(1)
    expect(await store.verify(stored[0].hash)).toBe('intact')
    expect(await filesLeft()).toHaveLength(kept(stored[0].hash).length)
  })

  test('may be as large as the limit; one byte more is refused and leaves nothing', async () => {
    await put(Buffer.alloc(10), 10)
    const tooMuch = store.put(Readable.from([Buffer.alloc(10), Buffer.alloc(1)]), { maxBytes: 10 })
    await expect(tooMuch).rejects.toBeInstanceOf(FileTooLarge)
    await expect(tooMuch).rejects.toMatchObject({ status: 413, code: 'file.too-large' })
    expect(await filesLeft()).toEqual(kept(hashOf(Buffer.alloc(10))))
    expect(await store.size(hashOf(Buffer.alloc(11)))).toBeNull()
  })

  test('that are only looked at are there for the look, and gone afterwards, whatever the look said', async () => {
    const look = <T>(work: (path: string) => Promise<T>) =>
      store.look(Readable.from([Buffer.from('名单')]), { maxBytes: 100 }, ({ path: at }) => work(at))
    expect(await look((at) => readFile(at, 'utf8'))).toBe('名单')
    await expect(look(() => Promise.reject(new Error('no list')))).rejects.toThrow('no list')
    expect(await filesLeft()).toEqual([])
  })

  test('that are kept can be read on until the look ends', async () => {
    const stream = Readable.from([Buffer.from('名册')])
    const read = await store.look(stream, { maxBytes: 100 }, async (file) => {
      const { path: at, hash } = await store.keep(file)
      return [await readFile(at, 'utf8'), await store.verify(hash)]
    })
    expect(read).toEqual(['名册', 'intact'])
    expect(await filesLeft()).toHaveLength(kept('one').length)
  })

  test('without an end are cut off at the limit', async () => {
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

  test('that break off on the way leave nothing', async () => {
    const broken = new Readable({ read() {} })
    broken.push(Buffer.alloc(1000))
    setTimeout(() => broken.destroy(), 20)
    await expect(store.put(broken, { maxBytes: 5000 })).rejects.toThrow()
    expect(await filesLeft()).toEqual([])
  })

  test('that the check refuses leave nothing; what it finds is handed back', async () => {
    const content = randomBytes(9)
    const refuse = async () => {
      throw new Error('no')
    }
    await expect(store.put(Readable.from([content]), { maxBytes: 9, check: refuse })).rejects.toThrow('no')
    expect([await filesLeft(), await store.size(hashOf(content))]).toEqual([[], null])
    const stored = await store.put(Readable.from([Buffer.from('x')]), {
      maxBytes: 9,
      check: (at) => readFile(at, 'utf8'),
    })
    expect(stored.found).toBe('x')
  })

  test('that are changed or missing are noticed, told, and handed to nobody', async () => {
    const { hash } = await put(`原件 ${kind}`)
    expect(await store.verify(hash)).toBe('intact')
    await store.requireIntact(hash)
    expect(onDamaged).not.toHaveBeenCalled()
    await writeFile(path(hash), `改过 ${kind}`)
    expect(await store.verify(hash)).toBe('changed')
    await expect(store.read(hash)).rejects.toBeInstanceOf(FileDamaged)
    await expect(store.local(hash, async () => undefined)).rejects.toBeInstanceOf(FileDamaged)
    expect(onDamaged).toHaveBeenLastCalledWith(hash, 'changed')
    await rm(path(hash))
    expect([await store.verify(hash), await store.size(hash)]).toEqual(['missing', null])
    await expect(store.read(hash)).rejects.toBeInstanceOf(FileDamaged)
    await expect(store.requireIntact(hash)).rejects.toMatchObject({ status: 410, code: 'file.damaged' })
    expect(onDamaged).toHaveBeenLastCalledWith(hash, 'missing')
  })

  test('are mended by the same content', async () => {
    const { hash } = await put(`制度 ${kind}`)
    await mkdir(dirname(path(hash)), { recursive: true })
    await writeFile(path(hash), `坏了 ${kind}`)
    await put(`制度 ${kind}`)
    expect(await store.verify(hash)).toBe('intact')
  })

  test('have no path that is not a hash', () => {
    for (const bad of ['../../etc/passwd', '', 'A'.repeat(64), `${'a'.repeat(64)}/..`])
      expect(() => placeOf(bad)).toThrow('not a content hash')
  })
})

describe('an S3', () => {
  beforeEach(async () => {
    store = await createS3Store(s3.settings, dir, onDamaged)
  })
  afterEach(() => s3.suffer(null))

  const everyAsk = (hash: string) => [
    () => put(randomBytes(20)),
    () => store.read(hash),
    () => store.local(hash, async () => undefined),
    () => store.part(hash, 0, 10),
    () => store.size(hash),
    () => store.verify(hash),
    () => buffer(store.stream(hash)),
  ]

  test.each(['gone', 'failing'] as const)('that is %s is away for every question, and then back', async (fault) => {
    const { hash } = await put(`还在 ${fault}`)
    s3.suffer(fault)
    expect(await store.answers()).toBe(false)
    for (const ask of everyAsk(hash)) await expect(ask(), `${ask}`).rejects.toBeInstanceOf(FilesAway)
    // Nothing is said of a file by who does not answer.
    expect(onDamaged).not.toHaveBeenCalled()
    expect(await filesLeft()).toEqual([])
    s3.suffer(null)
    expect(await store.answers()).toBe(true)
    expect(await store.verify(hash)).toBe('intact')
  })

  test('that says nothing is waited for once, and not by everybody after another', async () => {
    const { hash } = await put('不应答')
    s3.suffer('silent')
    const begun = performance.now()
    await expect(store.verify(hash)).rejects.toBeInstanceOf(FilesAway)
    expect(performance.now() - begun).toBeLessThan(9_000)
    const then = performance.now()
    for (const ask of everyAsk(hash)) await expect(ask()).rejects.toBeInstanceOf(FilesAway)
    expect(performance.now() - then).toBeLessThan(1_000)
  }, 30_000)

  test('that breaks off in the middle of a file is away, and the file not damaged', async () => {
    const { hash } = await put(randomBytes(400_000))
    s3.suffer('broken-off')
    await expect(store.verify(hash)).rejects.toBeInstanceOf(FilesAway)
    await expect(store.read(hash)).rejects.toBeInstanceOf(FilesAway)
    expect(onDamaged).not.toHaveBeenCalled()
    expect(await filesLeft()).toEqual([])
  })

  test('is asked once for what is new, and does not send again what is there', async () => {
    const content = randomBytes(1000)
    s3.asked()
    await put(content)
    expect(s3.asked()).toEqual(['PUT'])
    await put(content)
    expect(s3.asked()).toEqual(['PUT', 'GET'])
  })

  test('that knows no conditions takes files all the same', async () => {
    s3.suffer('unconditional')
    const { hash } = await put(randomBytes(1000))
    expect(await store.verify(hash)).toBe('intact')
  })

  test('whose bucket is another, or whose keys are wrong, says nothing of the files', async () => {
    const { hash } = await put('别的桶')
    for (const wrong of [{ bucket: 'no-such-bucket' }, { accessKeyId: 'nobody' }, { secretAccessKey: 'guessed' }]) {
      store = await createS3Store({ ...s3.settings, ...wrong }, dir, onDamaged)
      expect(await store.answers()).toBe(false)
      for (const ask of everyAsk(hash)) await expect(ask(), `${ask}`).rejects.toBeInstanceOf(FilesAway)
    }
    expect(onDamaged).not.toHaveBeenCalled()
  })
})
