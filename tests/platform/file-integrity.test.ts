import { readFile, rm, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makePdf, makePhoto } from '../../database/demo/photos.ts'
import { demoCounty } from '../../database/demo/programme.ts'
import * as contract from '../../src/features/programme/files/contract.ts'
import * as system from '../../src/features/programme/system/contract.ts'
import { checkFiles } from '../../src/platform/file-checks.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
  await demoCounty(world)
})
afterAll(() => world.stop())

const manager = () => world.as('嘉善归谷智造园·负责人')
const upload = async (name: string, content = makePdf({ title: name, lines: [] })) => {
  const fileId = await (await manager()).upload(name, content)
  const { hash } = await (await manager()).done(contract.showFile, { params: { fileId } })
  return { fileId, content, path: world.services.files.path(hash) }
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
