import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makePdf, makePhoto } from '../../../../database/demo/photos.ts'
import { demoCounty } from '../../../../database/demo/programme.ts'
import { inside } from '../../../../tests/support/inside.ts'
import { startWorld, type World } from '../../../../tests/support/world.ts'
import * as contract from './contract.ts'
import { bindFile } from './public.ts'

let world: World
let scope: string
beforeAll(async () => {
  world = await startWorld()
  scope = (await demoCounty(world)).first.scope
})
afterAll(() => world.stop())

const manager = () => world.as('嘉善归谷智造园·负责人')
const upload = async (name: string) => (await manager()).upload(name, makePdf({ title: name, lines: [] }))
const nameOf = async (fileId: string) => (await (await manager()).done(contract.showFile, { params: { fileId } })).name

it('keeps a name of any length, and gives it the ending of its content', async () => {
  expect(await nameOf(await upload('合同'))).toBe('合同.pdf')
  for (const length of [116, 117, 120, 300]) {
    const name = await nameOf(await upload('长'.repeat(length)))
    expect(name).toMatch(/^长{100,}\.pdf$/)
    expect(name.length).toBe(Math.min(120, length + 4))
  }
})

it('stays with the record that it was bound to: the database moves it no second time (G3.4)', async () => {
  const fileId = await upload('制度.pdf')
  await inside(world, scope, (tx) => bindFile(tx, fileId, scope, 'fileId'))
  for (const change of [{ bound: false }, { scope: `${scope}x/` }]) {
    const moved = inside(world, scope, (tx) => tx.updateTable('files').set(change).where('id', '=', fileId).execute())
    await expect(moved, JSON.stringify(change)).rejects.toThrow('a file stays with its record')
  }
})

describe('a photo that browsers do not show', () => {
  const kept = (name: string) => readFile(new URL(`../../../../tests/cases/files/${name}`, import.meta.url))
  const handedOut = async (fileId: string, part: 'content' | 'view' | 'preview') => {
    const { status, raw, headers } = await (await manager()).send('GET', `/api/files/${fileId}/${part}`)
    return { status, raw, type: headers['content-type'], how: String(headers['content-disposition']).split(';')[0] }
  }

  it('is kept as it came, and opened as a JPEG', async () => {
    const heic = await kept('photo.heic')
    const client = await manager()
    const fileId = await client.upload('IMG_0042.HEIC', heic)
    const view = await client.done(contract.showFile, { params: { fileId } })
    expect(view).toMatchObject({
      name: 'IMG_0042.HEIC',
      mediaType: 'image/heic',
      capturedAt: '2026-05-06T01:10:11.000Z',
    })
    expect(view.place?.latitude).toBeCloseTo(30.8368, 3)
    const original = await handedOut(fileId, 'content')
    expect([original.raw.equals(heic), original.how]).toEqual([true, 'attachment'])
    const shown = await handedOut(fileId, 'view')
    expect([shown.type, shown.how, (await sharp(shown.raw).metadata()).format]).toEqual([
      'image/jpeg',
      'inline',
      'jpeg',
    ])
    expect((await handedOut(fileId, 'preview')).type).toBe('image/webp')
  })

  it('of 108 megapixels is opened as a smaller one', async () => {
    const data = await sharp({
      create: { width: 12_000, height: 9000, channels: 3, background: '#58a' },
      limitInputPixels: false,
    })
      .jpeg()
      .toBuffer()
    const fileId = await (await manager()).upload('IMG.jpg', data)
    expect((await handedOut(fileId, 'content')).raw.equals(data)).toBe(true)
    expect((await sharp((await handedOut(fileId, 'view')).raw).metadata()).width).toBe(4096)
  }, 60_000)

  it('is opened as itself where browsers show it; papers are handed out as they are', async () => {
    const photo = await makePhoto({ seed: 3, capturedAt: new Date(0), latitude: 1, longitude: 1, caption: '' })
    const photoId = await (await manager()).upload('现场.jpg', photo)
    expect((await handedOut(photoId, 'view')).raw.equals(photo)).toBe(true)
    const paperId = await upload('合同.pdf')
    expect(await handedOut(paperId, 'view')).toMatchObject({ type: 'application/pdf', how: 'inline' })
    expect((await handedOut(paperId, 'preview')).status).toBe(404)
  })

  it('is taken when it lacks its end, and its preview is there at once', async () => {
    const photo = await makePhoto({ seed: 4, capturedAt: new Date(0), latitude: 1, longitude: 1, caption: '' })
    for (const cut of [2, 20]) {
      const fileId = await (await manager()).upload('现场.jpg', photo.subarray(0, -cut))
      expect(await handedOut(fileId, 'preview')).toMatchObject({ status: 200, type: 'image/webp' })
    }
  })
})

it('says under which name it took a file whose name said something else', async () => {
  const sent = async (name: string, content: Buffer) => {
    const headers = { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(name) }
    const { body } = await (await manager()).send('POST', '/api/files', content, headers)
    return [body.name, body.renamedFrom]
  }
  const photo = await makePhoto({ seed: 5, capturedAt: new Date(0), latitude: 1, longitude: 1, caption: '' })
  expect(await sent('IMG_0001.HEIC', photo)).toEqual(['IMG_0001.jpg', 'IMG_0001.HEIC'])
  expect(await sent('现场.jpeg', photo)).toEqual(['现场.jpeg', null])
  expect(await sent('合同.doc', makePdf({ title: '合同', lines: ['一'] }))).toEqual(['合同.pdf', '合同.doc'])
})
