import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { makePdf, makePhoto } from '../../database/demo/photos.ts'
import { demoCounty } from '../../database/demo/programme.ts'
import * as contract from '../../src/features/programme/files/contract.ts'
import * as system from '../../src/features/programme/system/contract.ts'
import { checkFiles } from '../../src/platform/file-checks.ts'
import { placeOf } from '../../src/platform/files/store.ts'
import { contentOf } from '../security/refusal-shape.ts'
import { startS3, type TestS3 } from '../support/s3.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
let s3: TestS3 | null = null
afterAll(() => s3?.stop())

const manager = () => world.as('嘉善归谷智造园·负责人')
const upload = async (name: string, content = makePdf({ title: name, lines: [] })) => {
  const fileId = await (await manager()).upload(name, content)
  const { hash } = await (await manager()).done(contract.showFile, { params: { fileId } })
  return { fileId, content, path: s3?.path(hash) ?? join(world.filesDir, placeOf(hash)) }
}
const part = async (fileId: string, what: 'content' | 'view' | 'preview' = 'content') =>
  (await manager()).send('GET', `/api/files/${fileId}/${what}`)
const isDamaged = async (fileId: string) =>
  (await (await manager()).done(contract.showFile, { params: { fileId } })).damaged
const listed = async () => {
  const { total, files } = await (await world.administrator()).done(contract.listDamagedFiles)
  expect(files).toHaveLength(total)
  return files.map(({ name, state, damagedSince }) => `${name} ${state} ${damagedSince}`)
}
const sweep = () => checkFiles(world.services.database, world.services.files, world.now)

/** One bit, as a failing disk turns it. */
async function flip(path: string) {
  const bytes = await readFile(path)
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
  await writeFile(path, bytes)
}

describe.each(['folder', 's3'] as const)('a file in a %s', (kind) => {
  beforeAll(async () => {
    s3 = kind === 's3' ? await startS3() : null
    world = await startWorld(s3 ? { s3: s3.settings } : {})
    await demoCounty(world)
  })
  afterAll(() => world.stop())

  it('notices a changed file when it is opened, tells reader and administrator, and hands out no byte of it', async () => {
    const { fileId, content, path } = await upload('合同.pdf')
    expect((await part(fileId)).raw.equals(content)).toBe(true)
    expect(await isDamaged(fileId)).toBe(false)
    await flip(path)
    for (const what of ['content', 'view'] as const) {
      const { status, body } = await part(fileId, what)
      expect([status, body.error.code]).toEqual([410, 'file.damaged'])
    }
    expect(await isDamaged(fileId)).toBe(true)
    expect(await listed()).toEqual([`合同.pdf changed ${world.now.toISOString()}`])
    await writeFile(path, content)
    await sweep()
    expect(await listed()).toEqual([])
    expect((await part(fileId)).status).toBe(200)
  })

  it('notices by the sweep what nobody opens, once a week, and keeps when it was first found', async () => {
    const { fileId, path } = await upload('发票.pdf')
    await rm(path)
    await sweep()
    expect(await isDamaged(fileId)).toBe(false)
    const since = world.now
    world.setClock(new Date(since.getTime() + 8 * 86_400_000).toISOString())
    const found = world.now.toISOString()
    await sweep()
    expect(await listed()).toEqual([`发票.pdf missing ${found}`])
    world.setClock(new Date(since.getTime() + 9 * 86_400_000).toISOString())
    await sweep()
    expect(await listed()).toEqual([`发票.pdf missing ${found}`])
    expect((await part(fileId)).body.error.code).toBe('file.damaged')
    const health = await (await world.administrator()).done(system.health)
    expect(health.because.map(({ trouble }) => trouble)).toContain('files')
  })

  it('is mended by the same file, sent again', async () => {
    const { fileId, content, path } = await upload('制度.pdf')
    await flip(path)
    expect((await part(fileId)).status).toBe(410)
    await (await manager()).upload('制度.pdf', content)
    expect(await isDamaged(fileId)).toBe(false)
    expect((await part(fileId)).raw.equals(content)).toBe(true)
  })

  it('makes no small picture of a damaged photo', async () => {
    const photo = await makePhoto({ seed: 7, capturedAt: world.now, latitude: 30.8, longitude: 120.9, caption: '现场' })
    const { fileId, path } = await upload('现场.jpg', photo)
    await rm(`${world.filesDir}/previews`, { recursive: true, force: true })
    await rm(path)
    expect((await part(fileId, 'preview')).body.error.code).toBe('file.damaged')
    expect((await part(fileId, 'view')).body.error.code).toBe('file.damaged')
  })

  it('is told to the administrator alone', async () => {
    expect((await (await manager()).call(contract.listDamagedFiles)).status).toBe(403)
  })
})

describe('an S3 that is away', () => {
  beforeAll(async () => {
    s3 ??= await startS3()
    world = await startWorld({ s3: s3.settings })
    await demoCounty(world)
  })
  afterAll(() => world.stop())
  const troubles = async () => (await health()).because.map(({ trouble }) => trouble)
  const health = async () => (await world.administrator()).done(system.health)

  it('is told whoever opens or sends a file, stops nothing else, and is over once it is back', async () => {
    const { fileId, content } = await upload('合同.pdf')
    expect(await troubles()).not.toContain('files')
    s3?.suffer('gone')
    await vi.waitFor(async () => expect(await troubles()).toContain('files'), { timeout: 10_000 })
    expect((await health()).status).toBe('degraded')
    for (const what of ['content', 'view'] as const) {
      const { status, body, headers } = await part(fileId, what)
      expect([status, body.error.code, headers['retry-after']]).toEqual([503, 'common.files-away', '5'])
      expect(body.error.zh).toContain('暂时连接不上文件存储')
    }
    const before = await contentOf(world)
    const headers = { 'content-type': 'application/octet-stream', 'x-file-name': 'new.pdf' }
    const sent = makePdf({ title: '新的', lines: ['一'] })
    const refused = await (await manager()).send('POST', '/api/files', sent, headers)
    expect([refused.status, refused.body.error.code]).toEqual([503, 'common.files-away'])
    expect(await contentOf(world)).toEqual(before)
    await sweep()
    expect(await isDamaged(fileId)).toBe(false)
    s3?.suffer(null)
    await vi.waitFor(async () => expect(await troubles()).not.toContain('files'), { timeout: 10_000 })
    expect((await part(fileId)).raw.equals(content)).toBe(true)
    expect((await (await manager()).send('POST', '/api/files', sent, headers)).status).toBe(200)
    world.faults.splice(0)
  })

  it('that says nothing keeps no page waiting', async () => {
    const { fileId } = await upload('发票.pdf')
    s3?.suffer('silent')
    const asked = Array.from({ length: 12 }, async () => (await part(fileId)).status)
    const begun = performance.now()
    expect(await isDamaged(fileId)).toBe(false)
    expect(performance.now() - begun).toBeLessThan(3_000)
    expect(new Set(await Promise.all(asked))).toEqual(new Set([503]))
    s3?.suffer(null)
    world.faults.splice(0)
  })
})
